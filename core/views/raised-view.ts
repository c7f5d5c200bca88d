/** Folds facts into the view of one raised item. */
import type { Fact, FactOf, RaisedView } from '../../contract/index.ts';

function begin(fact: FactOf<'raised'>): RaisedView {
  return {
    v: 1,
    id: `${fact.instance}/${fact.key}`,
    instance: fact.instance,
    n: fact.n,
    key: fact.key,
    item: fact.item,
    element: fact.element,
    to: fact.to,
    role: fact.role,
    level: fact.level,
    text: fact.text,
    at: fact.at,
    state: 'open',
  };
}

/** The raised item after one more fact about it. Facts that are in already, and any after its end, change nothing. */
export function applyToRaised(raised: RaisedView | undefined, fact: Fact): RaisedView | undefined {
  if (fact.type === 'raised' && (!raised || raised.n < fact.n)) return begin(fact);
  if (!raised || fact.n <= raised.n || raised.state === 'closed') return raised;
  switch (fact.type) {
    case 'raised.closed':
      return { ...raised, n: fact.n, state: 'closed', closedAt: fact.at, why: fact.why };
    case 'instance.ended':
    case 'instance.stopped':
      return { ...raised, n: fact.n, state: 'closed', closedAt: fact.at, why: fact.type };
    default:
      return raised;
  }
}
