/** With a database payloads are encrypted, as ours are; otherwise they stay readable. */
import { createHash } from 'node:crypto';
import type { DataConverter } from '@temporalio/common';
import { encryption } from '../../worker/codec/encryption.ts';
import type { WorkerOrder } from '../contender.ts';

export function converterOf({ readModel, secretKey }: WorkerOrder): DataConverter {
  if (readModel !== 'database') return {};
  const key = { keyId: 'key_by-hand-00000000000000', key: createHash('sha256').update(secretKey).digest() };
  return { payloadCodecs: [encryption({ keyOf: async () => key, keyById: async () => key })] };
}
