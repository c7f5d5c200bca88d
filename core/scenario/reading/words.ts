/** Words a scenario may use only as they are known: channels, kinds of message, states. One that is not known is never silently true. */
import type {
  Act,
  CommitmentView,
  IncidentCode,
  NoteKind,
  OutgoingMessage,
  Side,
} from '../../../contract/index.ts';
import { fold } from '../fold.ts';
import { didYouMean } from '../near-miss.ts';
import type { Reader } from './reader.ts';

/** Complete by construction: a word that is missing here does not compile. Other spellings stand beside it. */
type Words<W extends string> = Record<W, string[]>;

const channels: Words<OutgoingMessage['channel']> = { mail: [], sms: [], post: ['letter'], call: ['phone'] };
const acted: Words<NonNullable<Extract<Act, { type: 'complete' }>['channel']>> = {
  phone: [],
  mail: [],
  paper: [],
  conversation: [],
  link: [],
  sms: [],
  app: [],
};
const kinds: Words<NoteKind> = {
  confirmation: [],
  request: [],
  news: [],
  headsUp: [],
  chase: [],
  checkIn: [],
  honest: [],
  dated: [],
  result: [],
  inbox: [],
  raise: [],
  invite: [],
};
const statuses: Words<CommitmentView['status']> = {
  open: [],
  late: [],
  're-promised': [],
  done: [],
  dropped: [],
  'handed over': [],
};
const codes: Words<IncidentCode> = {
  CONDITION_ERROR: [],
  EXPRESSION_ERROR: [],
  IO_MAPPING_ERROR: [],
  TERM_ERROR: [],
  JOB_NO_RETRIES: [],
  UNHANDLED_ERROR_EVENT: [],
  NO_PERSON: [],
  CALLED_PROCESS_NOT_FOUND: [],
  DECISION_ERROR: [],
  UNSUPPORTED_ELEMENT: [],
  ENDLESS_LOOP: [],
  STATE_TOO_LARGE: [],
  FACTS_GAP: [],
};
const sides: Words<Side> = { initiator: [], us: [], partner: [], volunteer: [] };
const contacts: Words<'reached' | 'not reached'> = { reached: [], 'not reached': [] };

/** Gives the word itself, however it is spelt: capitals, dashes and blanks do not count. */
function oneOf<W extends string>(what: string, words: Words<W>): Reader<W> {
  const known = Object.entries<string[]>(words) as [W, string[]][];
  return {
    read(source, reading) {
      const value = source.kind === 'scalar' ? String(source.value) : '';
      const found = known.find(([word, others]) =>
        [word, ...others].some((one) => fold(one) === fold(value)),
      );
      if (found && value !== '') return found[0];
      const all = Object.keys(words);
      reading.problems.push({
        line: source.line,
        message: `There is no ${what} '${value}'.${didYouMean(value, all) || ` Expected one of ${all.join(', ')}.`}`,
      });
      return undefined;
    },
  };
}

export const messageChannel = oneOf('channel', channels);
export const actChannel = oneOf('channel', acted);
export const messageKind = oneOf('kind of message', kinds);
export const commitmentStatus = oneOf('status', statuses);
export const incidentCode = oneOf('code of an incident', codes);
export const side = oneOf('side', sides);
export const contactOutcome = oneOf('outcome of a contact', contacts);
