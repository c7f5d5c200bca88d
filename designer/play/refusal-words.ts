/** Why a step cannot be taken, and why an instance is stuck, in the words of whoever drew the process. */
import type { TFunction } from 'i18next';
import type { Definition, Element, IncidentCode, Language, Rejection } from '../../contract/index.ts';
import { nameOf, roleName, said } from '../../core/prose/say.ts';
import type { Json } from '../../core/state.ts';
import type { StoryItem } from '../../core/trying/index.ts';

interface Around {
  definition: Definition;
  language: Language;
  t: TFunction<'refusal'>;
}

/** `tried` is the step that was refused; the code and the place it names decide what is said. */
export function refusalWords(rejection: Rejection, tried: StoryItem | undefined, around: Around): string {
  const { definition, language, t } = around;
  const { code, path = '', problems = [], text } = rejection;
  const step = stepOf(tried);
  const element = elementOf(definition, step);
  const what = element ? nameOf(definition, element.id, language) : t('step');
  if (text !== undefined) return t('says', { what, why: said(text, language) });
  const told = problems.flatMap((problem) => problem.text?.[language] ?? []);
  if (told.length > 0) return t('form', { what, why: told.join(' ') });
  if (code === 'PERMISSION_DENIED')
    return t('notYours', { what, who: roleWords(step.by, around), roles: rolesOf(element, around) });
  const first = begunFirst(rejection.message);
  if (first !== undefined) return t('oneAtATime', { what, first: nameOf(definition, first, language) });
  if (path === 'instance') return t('over');
  if (path === 'outcome') return t('outcome', { what });
  if (path === 'version') return t('changed', { what });
  if (path === 'data' && element?.type === 'startEvent') return t('notYet', { what });
  if (code === 'NOT_FOUND' || code === 'INVALID_STATE') return t('notOpen', { what });
  return t('doesNotFit', { what });
}

export function incidentWords(
  { code, element }: { code: IncidentCode; element: string },
  around: Around,
): string {
  const { definition, language, t } = around;
  return t(`stuck.${KIND[code]}`, { what: nameOf(definition, element, language) });
}

const KIND = {
  CONDITION_ERROR: 'noWayOn',
  EXPRESSION_ERROR: 'expression',
  IO_MAPPING_ERROR: 'expression',
  TERM_ERROR: 'term',
  JOB_NO_RETRIES: 'work',
  UNHANDLED_ERROR_EVENT: 'uncaught',
  NO_PERSON: 'nobody',
  CALLED_PROCESS_NOT_FOUND: 'called',
  DECISION_ERROR: 'decision',
  UNSUPPORTED_ELEMENT: 'unsupported',
  ENDLESS_LOOP: 'endless',
  STATE_TOO_LARGE: 'tooMuch',
  FACTS_GAP: 'other',
} as const satisfies Record<IncidentCode, string>;

/** What a step of a story is done with: the part beside its moment. */
function stepOf(tried: StoryItem | undefined): { [key: string]: Json } {
  const [, step] = Object.entries(tried ?? {}).find(([key]) => key !== 'at' && key !== 'expect') ?? [];
  return typeof step === 'object' && step !== null && !Array.isArray(step) ? step : {};
}

/** The element a step names, by its id or by its name; of a start without one the first start event. */
function elementOf(
  definition: Definition,
  { task, element, item }: { [key: string]: Json },
): Element | undefined {
  const wanted = [task, element, item].find((one) => typeof one === 'string');
  if (wanted === undefined) return definition.elements.find(({ type }) => type === 'startEvent');
  const id = wanted.replace(/[#@].*$/, '').replace(/\.confirm$/, '');
  return definition.elements.find(
    (one) =>
      one.id === id ||
      (typeof one.name === 'object' ? Object.values(one.name).includes(id) : one.name === id),
  );
}

const roleWords = (by: Json | undefined, { definition, language, t }: Around): string =>
  typeof by === 'string' ? roleName(definition, by, language) : t('somebody');

function rolesOf(element: Element | undefined, around: Around): string {
  const { definition, language, t } = around;
  const roles =
    element && 'roles' in element ? element.roles : element?.type === 'startEvent' ? element.by : undefined;
  return roles && roles.length > 0
    ? roles.map((role) => roleName(definition, role, language)).join(t('or'))
    : t('owner');
}

/** What must be done first, where one thing goes at a time. */
const begunFirst = (message: string): string | undefined =>
  /'([^']+)' was begun and is not done/.exec(message)?.[1];
