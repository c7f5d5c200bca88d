/** Plays a story in memory: no server, nothing started. */
import { coreHost } from '../../core/scenario/core-host.ts';
import { carryOut, type Played, play, type Stage, setupOf } from '../../core/scenario/index.ts';
import { misfit } from './door.ts';

/** @throws InvalidScenario when the story turns out to be about something that is not there, or about the future. */
export function playInCore(stage: Stage): Played {
  const host = coreHost(setupOf(stage));
  const act: typeof host.act = (instance, act) => {
    const rejection = misfit(act);
    return rejection ? { rejection } : host.act(instance, act);
  };
  return carryOut(play(stage), { ...host, act });
}
