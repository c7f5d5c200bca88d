// Whom a change touches, and in what: their time, their turn, what they are asked, what they read, how they are reminded.
import type { Definition, Element, Ladder } from '../../contract/index.ts';
import { defaultLadder } from '../chasing/standard-ladders.ts';
import { rolesOf } from '../check/model.ts';
import { standardRoles } from '../standard-roles.ts';
import type { Change } from './difference.ts';

/** In what people notice it; `course`: what comes after what, and when. */
export type Topic = 'term' | 'turn' | 'question' | 'words' | 'reminders' | 'choice' | 'course' | 'name';

export interface Touched {
  change: Change;
  topics: readonly Topic[];
  /** Ids of roles. */
  roles: readonly string[];
}

const TOPICS: Record<string, Topic> = {
  term: 'term',
  confirmTerm: 'term',
  triggers: 'course',
  schedule: 'course',
  roles: 'turn',
  confirmRoles: 'turn',
  to: 'turn',
  by: 'turn',
  person: 'turn',
  perPerson: 'turn',
  side: 'turn',
  many: 'turn',
  anyone: 'turn',
  form: 'question',
  confirmForm: 'question',
  fields: 'question',
  intro: 'question',
  shows: 'question',
  refuseIf: 'question',
  text: 'words',
  subject: 'words',
  body: 'words',
  buttons: 'words',
  ladder: 'reminders',
  confirmLadder: 'reminders',
  rungs: 'reminders',
  contactAnswers: 'reminders',
  outcomes: 'choice',
  outcome: 'choice',
  name: 'name',
  documentation: 'name',
};

/** The changes that people notice, with whom they are for. What only moved on paper is noticed by nobody. */
export function forPeople(before: Definition, after: Definition, changes: readonly Change[]): Touched[] {
  return changes.flatMap((change): Touched[] => {
    const topics = topicsOf(change, before, after);
    if (topics.length === 0) return [];
    const roles = [...new Set([...touchedBy(before, change), ...touchedBy(after, change)])];
    return [{ change, topics, roles }];
  });
}

function topicsOf({ kind, id, how, parts }: Change, before: Definition, after: Definition): Topic[] {
  if (how === 'moved' || kind === 'artifact') return [];
  if (how !== 'changed') {
    if (kind === 'element') {
      const element = [...after.elements, ...before.elements].find((one) => one.id === id);
      return element && rolesIn(element).length > 0 ? ['turn'] : ['course'];
    }
    return [WHOLE[kind] ?? 'course'];
  }
  if (kind === 'flow') return ['course'];
  return [...new Set(parts.map(({ path }): Topic => TOPICS[path[0] ?? ''] ?? 'course'))];
}

const WHOLE: Partial<Record<Change['kind'], Topic>> = {
  role: 'turn',
  form: 'question',
  ladder: 'reminders',
  text: 'words',
};

/** Roles that have to do with an element: who acts, who gets it, who is asked. */
export function rolesIn(element: Element): string[] {
  switch (element.type) {
    case 'sendTask':
      return element.to;
    case 'startEvent':
      return element.by ?? [];
    case 'intermediateCatchEvent':
      return element.roles ?? [];
    case 'intermediateThrowEvent':
      return element.throws?.raise ? [element.throws.raise.to] : [];
    default:
      return rolesOf(element);
  }
}

function touchedBy(definition: Definition, { kind, id }: Change): string[] {
  const { elements, flows } = definition;
  const where = (uses: (element: Element) => boolean) => elements.filter(uses).flatMap(rolesIn);
  switch (kind) {
    case 'element':
      return where((element) => element.id === id);
    case 'flow': {
      const to = flows.find((flow) => flow.id === id)?.to;
      return where((element) => element.id === to);
    }
    case 'role':
      return definition.roles.some((role) => role.id === id) ? [id] : [];
    case 'form':
      return where(
        (element) =>
          ('form' in element && element.form === id) ||
          ('confirmForm' in element && element.confirmForm === id),
      );
    case 'ladder':
      return where((element) => laddersOf(definition, element).includes(id));
    case 'text':
      return definition.ladders.filter((ladder) => says(ladder, id)).flatMap((ladder) => toldBy(ladder, id));
    default:
      return [];
  }
}

/** Ladders that chase an element; without a name the usual one for who is accountable. */
function laddersOf(definition: Definition, element: Element): string[] {
  const usual = (roles: readonly string[]): string => {
    const first = roles[0] ?? '';
    const side = definition.roles.find(({ id }) => id === first)?.side ?? standardRoles[first] ?? 'us';
    return defaultLadder[side];
  };
  if (element.type === 'userTask') return [element.ladder ?? usual(element.roles)];
  if (element.type === 'agreement')
    return [element.ladder ?? usual(element.roles), element.confirmLadder ?? usual(element.confirmRoles)];
  return [];
}

const says = ({ rungs }: Ladder, text: string): boolean =>
  rungs.some(({ acts }) => acts.some((act) => act.act === 'notify' && act.text === text));
const toldBy = ({ rungs }: Ladder, text: string): string[] =>
  rungs.flatMap(({ acts }) =>
    acts.flatMap((act) => (act.act === 'notify' && act.text === text ? [act.to, ...(act.cc ?? [])] : [])),
  );
