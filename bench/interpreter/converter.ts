/** Definitions by content, nothing encrypted: what the interpreter costs when encryption and database are left out. */
import type { DataConverter } from '@temporalio/common';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { contentHash, defaultSettings } from '../../core/index.ts';
import { byContent } from '../../worker/codec/by-content.ts';
import { failureConverterPath } from '../../worker/data-converter.ts';
import type { Surroundings } from '../../workflows/messages.ts';
import { growing } from '../growth-processes.ts';
import { chasedP2, p1, p2, repeated } from '../processes.ts';

export const surroundings: Surroundings = { calendar: dutchCalendar, settings: defaultSettings };

const values = new Map(
  [p1, p2, chasedP2, repeated, ...growing, surroundings].map((value) => [contentHash(value), value]),
);

export function readable(): DataConverter {
  const blobs = { get: async (hash: string) => values.get(hash), put: async () => {} };
  return { failureConverterPath, payloadCodecs: [byContent(blobs)] };
}
