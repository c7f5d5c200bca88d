// What each element asks of people: questions, turns and messages, as the drawing has them.
import type { Element, Ladder, Side, Term } from '../../contract/index.ts';
import { accountableRole } from '../chasing/accountable-role.ts';
import { defaultLadder, defaultTerm } from '../chasing/standard-ladders.ts';
import type { Model } from '../check/model.ts';
import { isCounted } from '../term-kind.ts';

export interface Questions {
  all: number;
  required: number;
}

/** Forms that residents fill in at an element. */
export function questionsAt(model: Model, element: Element): Questions {
  const form = theirForm(model, element);
  const fields = model.forms.get(form ?? '')?.fields ?? [];
  return { all: fields.length, required: fields.filter(({ required }) => required).length };
}

function theirForm(model: Model, element: Element): string | undefined {
  switch (element.type) {
    case 'startEvent':
      return theirs(model, element.by ?? ['initiator']) ? element.form : undefined;
    case 'userTask':
      return theirs(model, element.roles) ? element.form : undefined;
    case 'agreement':
      return theirs(model, element.confirmRoles) ? element.confirmForm : undefined;
    default:
      return undefined;
  }
}

const theirs = (model: Model, roles: readonly string[]): boolean =>
  roles.some((role) => model.sideOf(role) === 'initiator');

/** Whose turn it is at an element: an agreement is drafted by one side and confirmed by another. */
export function turnsAt(model: Model, element: Element, side: Side): number {
  const has = (roles: readonly string[]) => (roles.some((role) => model.sideOf(role) === side) ? 1 : 0);
  if (element.type === 'userTask') return has(element.roles);
  if (element.type === 'agreement') return has(element.roles) + has(element.confirmRoles);
  return 0;
}

export interface Messages {
  /** Everybody is on time. */
  onTime: number;
  /** Nobody answers, so that every rung is reached. */
  atMost: number;
}

/** Messages to residents: what is sent, what opens their task, and what its ladder and those of others tell them. */
export function messagesAt(model: Model, element: Element): Messages {
  switch (element.type) {
    case 'sendTask': {
      const n = theirs(model, element.to) ? 1 : 0;
      return { onTime: n, atMost: n };
    }
    case 'userTask':
      return chased(model, element.roles, element.ladder, element.term, element.opening !== 'silent');
    case 'agreement': {
      const draft = chased(model, element.roles, element.ladder, element.term, true);
      const confirm = chased(model, element.confirmRoles, element.confirmLadder, element.confirmTerm, true);
      return { onTime: draft.onTime + confirm.onTime, atMost: draft.atMost + confirm.atMost };
    }
    default:
      return { onTime: 0, atMost: 0 };
  }
}

function chased(
  model: Model,
  roles: readonly string[],
  named: string | undefined,
  term: Term = { ...defaultTerm },
  opens: boolean,
): Messages {
  const onTime = opens && theirs(model, roles) ? 1 : 0;
  if (named === 'none') return { onTime, atMost: onTime };
  const owner = model.sideOf(accountableRole(roles, named, model.sideOf));
  const ladder = model.ladders.get(named ?? defaultLadder[owner]);
  return { onTime, atMost: onTime + (ladder ? told(model, ladder, owner, term) : 0) };
}

function told(model: Model, ladder: Ladder, owner: Side, term: Term): number {
  const isTheirs = (to: string) =>
    to === 'owner' || to === 'other' ? owner === 'initiator' : model.sideOf(to) === 'initiator';
  const length =
    isCounted(term) && term.unit === 'workingDays' && typeof term.amount === 'number'
      ? term.amount
      : Number.POSITIVE_INFINITY;
  return ladder.rungs
    .filter(({ when }) => (when?.termAtLeast ?? 0) <= length)
    .flatMap(({ acts }) => acts)
    .reduce(
      (sum, act) => (act.act === 'notify' ? sum + [act.to, ...(act.cc ?? [])].filter(isTheirs).length : sum),
      0,
    );
}
