/** Folds facts into the view of one commitment. */
import type { CommitmentView, Fact, FactOf } from '../../contract/index.ts';
import { foldItem } from './item-view.ts';

const REASONS_KEPT = 10;

function begin(fact: FactOf<'commitment.made'>): CommitmentView {
  return {
    v: 1,
    id: `${fact.instance}/${fact.commitment}`,
    instance: fact.instance,
    n: fact.n,
    commitment: fact.commitment,
    text: fact.text,
    owner: fact.owner,
    side: fact.side,
    due: fact.due,
    originalDue: fact.due,
    status: 'open',
    agreement: fact.agreement,
    madeAt: fact.at,
    why: fact.why,
    rePromises: 0,
    reasons: [],
    contacts: { reached: 0, notReached: 0 },
  };
}

function rePromised(promise: CommitmentView, fact: FactOf<'commitment.rePromised'>): CommitmentView {
  const reason = { from: fact.from, to: fact.to, why: fact.why, at: fact.at };
  return {
    ...promise,
    due: fact.to,
    status: 're-promised',
    rePromises: fact.count,
    reasons: [...promise.reasons, reason].slice(-REASONS_KEPT),
  };
}

function fold(promise: CommitmentView, fact: Fact): CommitmentView {
  switch (fact.type) {
    case 'commitment.done':
      return {
        ...promise,
        status: 'done',
        doneOn: fact.date,
        note: fact.note,
        chase: undefined,
        offered: undefined,
      };
    case 'due.set':
      return { ...promise, due: fact.date };
    case 'commitment.reopened':
      return { ...promise, status: 'open', due: fact.due };
    case 'commitment.rePromised':
      return rePromised(promise, fact);
    case 'commitment.dropped':
      return {
        ...promise,
        status: 'dropped',
        dropped: { at: fact.at, why: fact.why, by: fact.by },
        chase: undefined,
        offered: undefined,
      };
    case 'instance.stopped':
      return {
        ...promise,
        status: 'dropped',
        dropped: { at: fact.at, why: fact.why, by: fact.by },
        chase: undefined,
        offered: undefined,
      };
    case 'commitment.late':
      return { ...promise, status: 'late' };
    case 'item.handedOver':
      return { ...foldItem(promise, fact), status: promise.status === 'late' ? 'late' : 'handed over' };
    default:
      return foldItem(promise, fact);
  }
}

/** The commitment after one more fact about it. Facts that are in already, and any after its end, change nothing. */
export function applyToCommitment(
  promise: CommitmentView | undefined,
  fact: Fact,
): CommitmentView | undefined {
  if (fact.type === 'commitment.made' && (!promise || promise.n < fact.n)) return begin(fact);
  if (!promise || fact.n <= promise.n || promise.status === 'done' || promise.status === 'dropped')
    return promise;
  return { ...fold(promise, fact), n: fact.n };
}
