/** Tells a story to the core and to a real Temporal server, which must give the same facts and messages. */
import { expect } from 'vitest';
import { playInCore } from '../../../cli/hosts/core.ts';
import { carryOutRemotely } from '../../../cli/hosts/temporal.ts';
import { play, type Stage, setupOf } from '../../../core/scenario/index.ts';
import { liveServers } from '../../../servers/in-tests.ts';
import { rehearsalHost } from '../../../worker/rehearsal-host.ts';

async function onTemporal(stage: Stage) {
  const { temporal, mongoUri } = liveServers();
  const { address, namespace } = temporal;
  const host = await rehearsalHost(
    { temporal: { connection: { address }, namespace }, mongoUri },
    setupOf(stage),
  );
  try {
    return await carryOutRemotely(play(stage), host);
  } finally {
    await host.close();
  }
}

/** Everything of a message but the links in it, which are signed on the server. */
const sent = ({ messages }: Awaited<ReturnType<typeof onTemporal>>) =>
  messages.map(({ at, to, role, channel, about, subject, buttons }) => ({
    at,
    to,
    role,
    channel,
    about,
    subject,
    buttons,
  }));

export async function tellBoth(stage: Stage) {
  const [simulated, rehearsed] = [playInCore(stage), await onTemporal(stage)];
  expect(rehearsed.failures).toEqual([]);
  expect(simulated.failures).toEqual([]);
  expect(rehearsed.facts).toEqual(simulated.facts);
  expect(sent(rehearsed)).toEqual(sent(simulated));
  return rehearsed;
}
