/** Plays a story on a real Temporal server: the addresses of the environment, else servers on temporary data. */
import {
  type Call,
  type Played,
  play,
  type RemoteHost,
  type Stage,
  type Story,
  setupOf,
} from '../../core/scenario/index.ts';
import { givenTemporal, readConfig, startMongo, startTemporal, toStderr } from '../../servers/index.ts';
import { rehearsalHost } from '../../worker/rehearsal-host.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';
import { misfit } from './door.ts';

/** @throws InvalidScenario as in core; SetupProblem when no server can be had, EngineUnavailable when it does not answer. */
export async function playOnTemporal(stage: Stage): Promise<Played> {
  const config = readConfig();
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const interrupted = () => void stopAll().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const temporal = await startTemporal({
      namespace: config.TEMPORAL_NAMESPACE,
      searchAttributes,
      given: givenTemporal(config),
      onProgress: toStderr,
    });
    stops.push(() => temporal.stop());
    const mongo = await startMongo({ given: config.MONGODB_URI, onProgress: toStderr });
    stops.push(() => mongo.stop());
    const host = await rehearsalHost({ temporal, mongoUri: mongo.uri, log: troubles }, setupOf(stage));
    stops.push(() => host.close());
    return await carryOutRemotely(play(stage), host);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await stopAll();
  }
}

/** Lets a world on a server carry out a story. */
export async function carryOutRemotely<T>(story: Story<T>, host: RemoteHost): Promise<T> {
  let next = story.next();
  while (!next.done) next = story.next(await answered(next.value, host));
  return next.value;
}

async function answered({ call, input }: Call, host: RemoteHost): Promise<unknown> {
  const rejection = call === 'act' ? misfit(input[1]) : undefined;
  return rejection ? { rejection } : (host[call] as (...input: unknown[]) => unknown)(...input);
}

const troubles = (level: string, message: string, about: Record<string, unknown>) => {
  if (level === 'ERROR') process.stderr.write(`${message} ${JSON.stringify(about)}\n`);
};
