/** Brings what a reader pressed to the engine, once per press: the same path as every other act. */
import { createHash } from 'node:crypto';
import type { Act } from '../../contract/index.ts';
import { bring } from '../act-on-initiative.ts';
import type { Answer, Deps } from '../deps.ts';
import type { Opened } from './opened.ts';

/** The same press of the same page is one act, however often it is sent. */
export function pressId({ link }: Opened, seen: string, what: unknown): string {
  const named = JSON.stringify([link.person, link.initiative ?? link.instance, seen, what]);
  return `page-${createHash('sha256').update(named).digest('hex').slice(0, 40)}`;
}

type Unsigned = Act extends infer A ? (A extends Act ? Omit<A, 'by' | 'channel'> : never) : never;

export function actAs(
  deps: Deps,
  opened: Opened,
  instance: string,
  act: Unsigned,
  seen: string,
): Promise<Answer<unknown>> {
  const signed = { ...act, by: opened.person.id, channel: 'link' } as Act;
  const id = pressId(opened, seen, [instance, act]);
  const { world } = opened.link;
  return world === undefined
    ? deps.engine.act(instance, signed, { id })
    : deps.worlds.act(world, instance, signed, { id });
}

/** A pause is of the whole initiative; going on again wakes what rests as well. False when nothing could be done. */
export async function pauseOrGoOn(
  deps: Deps,
  opened: Opened,
  seen: string,
  asked: { button: 'pause' | 'resume'; until?: string },
): Promise<boolean> {
  const { initiative, instances, person } = opened;
  if (!initiative || opened.side !== 'initiator') return false;
  const by = { by: person.id, channel: 'link' } as const;
  const { button, until } = asked;
  const ofAll = button === 'pause' ? ['running', 'starting'] : ['paused'];
  let done = false;
  if (instances.some(({ status }) => ofAll.includes(status))) {
    const act: Act = { type: button, ...by, ...(button === 'pause' && until ? { until } : {}) };
    const record = await bring(deps, initiative, act, pressId(opened, seen, act));
    done = record.deliveries.some(({ state }) => state !== 'refused');
  }
  if (button === 'pause') return done;
  for (const { instance } of instances.filter(({ status }) => status === 'resting')) {
    const answer = await actAs(deps, opened, instance, { type: 'press', about: '', button: 'wake' }, seen);
    done ||= answer.ok;
  }
  return done;
}
