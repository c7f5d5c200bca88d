// The codes with which anything is refused; codes are API, prose may change. HTTP statuses are in one table here.
import type { Text } from './text.ts';

export type RejectionCode =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'INVALID_STATE'
  | 'PERMISSION_DENIED';

/** A request that does not fit: the state is unchanged. `path` names the field or element; `expected` says what would fit. */
export interface Rejection {
  code: RejectionCode;
  message: string;
  path?: string;
  /** Several places at once (form fields); `text` is for the people who filled it in. */
  problems?: { path: string; message: string; text?: { nl: string; en: string } }[];
  /** What the process itself says to whoever is refused. */
  text?: Text;
}

export const httpStatus: Record<RejectionCode, number> = {
  INVALID_ARGUMENT: 400,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  INVALID_STATE: 409,
};

export type IncidentCode =
  | 'CONDITION_ERROR' // no condition held and there is no default, or a condition could not be evaluated
  | 'EXPRESSION_ERROR'
  | 'IO_MAPPING_ERROR'
  | 'TERM_ERROR' // a term's anchor has no date
  | 'JOB_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'
  | 'NO_PERSON' // nobody holds the role, nor coordinator, nor manager
  | 'CALLED_PROCESS_NOT_FOUND'
  | 'DECISION_ERROR' // a decision table is not there, or no single answer came out
  | 'UNSUPPORTED_ELEMENT'
  | 'ENDLESS_LOOP'
  | 'STATE_TOO_LARGE'
  | 'FACTS_GAP';
