/** When a workflow continues as new: well before the server's limits, which were measured (docs/adr/0008). */
import { workflowInfo } from '@temporalio/workflow';

const UPDATES = 1_500;
const EVENTS = 4_000;
const BYTES = 4 * 1024 * 1024;

/** How long a quiet moment is waited for; after it commands without an answer are issued again by the next run. */
export const QUIET_MS = 60_000;
/** Handled keys that are taken along, so that a click repeated across the border is still one click. */
export const KEYS = 500;

export function shouldContinue(updates: number, most = UPDATES): boolean {
  const { historyLength, historySize, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || updates >= most || historyLength >= EVENTS || historySize >= BYTES;
}
