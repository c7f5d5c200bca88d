/** What the payload codec of Temporal needs: the key a workflow's payloads are sealed with, and values by their content. */
import type { Blobs } from './blobs.ts';
import type { Instances } from './instances.ts';
import { type DataKey, KeyDestroyed, type Keys } from './keys.ts';
import { UnknownInstance } from './projection.ts';
import { keyIdOf } from './rows.ts';

/** Payloads that belong to no instance and no person: the daily schedules. */
const INSTALLATION = 'installation';
const NO_ORG = '*';

/** How workflows/ids.ts names what is not an instance. */
const MAILROOM = /^mailroom-|-mailroom-/;
const DAILY = /^daily-/;

export type CodecPorts = ReturnType<typeof codecPorts>;

export function codecPorts({ keys, instances, blobs }: { keys: Keys; instances: Instances; blobs: Blobs }) {
  return {
    keys: {
      /**
       * The key of a workflow: of the initiative of an instance (its own without one), of a mailroom by itself, else the
       * installation's. Throws UnknownInstance for an instance that was not registered, and KeyDestroyed after an erasure.
       */
      async keyOf(workflowId: string | undefined): Promise<DataKey> {
        if (workflowId === undefined || DAILY.test(workflowId)) return keys.of(NO_ORG, INSTALLATION);
        if (MAILROOM.test(workflowId)) return keys.of(NO_ORG, workflowId);
        const registration = await instances.registration(workflowId);
        if (!registration) throw new UnknownInstance(workflowId);
        return keys.of(registration.org, keyIdOf(registration));
      },
      /** Throws KeyDestroyed: a key that sealed something was there once. */
      async keyById(keyId: string): Promise<DataKey> {
        const key = await keys.find(keyId);
        if (!key) throw new KeyDestroyed(keyId);
        return key;
      },
    },
    blobs: {
      async get(hash: string): Promise<unknown> {
        const json = await blobs.get(hash);
        return json === undefined ? undefined : JSON.parse(json);
      },
      put: (hash: string, value: unknown): Promise<void> => blobs.put(hash, JSON.stringify(value)),
    },
  };
}
