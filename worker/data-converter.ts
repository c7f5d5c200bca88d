/** The data converter of every client and worker: values by content, everything else encrypted, failure texts included. */
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { byContent } from './codec/by-content.ts';
import { encryption } from './codec/encryption.ts';
import type { CodecPorts } from './codec/ports.ts';

export const failureConverterPath = fileURLToPath(new URL('./codec/failure-converter.cjs', import.meta.url));

/** Make it once per process: its caches are what makes decoding quick. */
export function dataConverter({ keys, blobs }: CodecPorts): DataConverter {
  return { failureConverterPath, payloadCodecs: [byContent(blobs), encryption(keys)] };
}
