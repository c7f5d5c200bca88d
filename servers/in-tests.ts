/** Tells a live test the addresses of the shared servers, with a database of its own. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

export interface LiveServers {
  temporal: { address: string; namespace: string };
  mongoUri: string;
  mongoKind: string;
}

export function liveServers(database = `test_${randomBytes(6).toString('hex')}`): LiveServers {
  const [temporal, mongo] = [inject('temporal'), inject('mongo')];
  if (!temporal || !mongo)
    throw new Error('Only tests in files named *.live.test.ts or *.proof.test.ts have servers');
  const uri = new URL(mongo.uri);
  uri.pathname = `/${database}`;
  return { temporal, mongoUri: uri.href, mongoKind: mongo.kind };
}
