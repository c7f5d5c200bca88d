/** The code of the workflows with stack traces of a few lines: the SDK takes one for every promise that a workflow makes (ADR 0029). */

/** Say where a defect is. Ten, as there are unless told otherwise, were a quarter of a workflow's processor time. */
const LINES = 4;

/** In front of the first line and on it, so that every line keeps its number. It counts for this code alone. */
export function withShortStacks(bundle: { code: string }): { code: string } {
  return { code: `Error.stackTraceLimit = ${LINES}; ${bundle.code}` };
}
