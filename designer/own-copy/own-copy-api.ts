/** What the screen of a process asks of the server about a copy of one's own. */
import type { z } from 'zod';
import type { OwnCopy } from '../../contract/api/own-copies.ts';
import { ask, Refused, send } from '../app/api.ts';
import type { DraftWhole } from '../processes/processes-api.ts';

export type OwnCopyWhole = z.output<typeof OwnCopy>;

export const addressOfDraft = (id: string): string => `/definitions/${encodeURIComponent(id)}`;
export const addressOfOwnCopy = (id: string): string => `${addressOfDraft(id)}/own-copy`;

/** Undefined for whoever has none. */
export async function readOwnCopy(id: string): Promise<OwnCopyWhole | undefined> {
  try {
    return await ask<OwnCopyWhole>(addressOfOwnCopy(id));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

export const beginOwnCopy = (id: string, revision: number): Promise<OwnCopyWhole> =>
  send<OwnCopyWhole>(addressOfOwnCopy(id), { revision });
export const dropOwnCopy = (id: string, revision: number): Promise<DraftWhole> =>
  ask<DraftWhole>(`${addressOfOwnCopy(id)}?revision=${revision}`, { method: 'DELETE' });
