/** Folds a row of facts over the loaded rows of one instance: the read model of store, simulator and tests alike. */
import type { CommitmentView, Fact, InstanceView, RaisedView, TaskView } from '../../contract/index.ts';
import { applyToCommitment } from './commitment-view.ts';
import { applyFact } from './instance-view.ts';
import { applyToRaised } from './raised-view.ts';
import { applyToTask } from './task-view.ts';

/** Rows by the part of their id after the instance: task and raised keys, commitment ids. */
export interface Rows {
  instance?: InstanceView;
  tasks: Record<string, TaskView>;
  commitments: Record<string, CommitmentView>;
  raised: Record<string, RaisedView>;
}

export const noRows: Rows = { tasks: {}, commitments: {}, raised: {} };

/** Which rows a fact is about. */
interface Touched {
  tasks: string[];
  commitments: string[];
  raised: string[];
}

const NOTHING: Touched = { tasks: [], commitments: [], raised: [] };

/** Everything still open: what `facts` may change besides what they make, and thus what must be loaded. */
export function openRows(view: InstanceView | undefined): Touched {
  if (!view) return NOTHING;
  const { tasks, commitments, raised } = view.open;
  return { tasks: tasks.map((task) => task.key), commitments, raised };
}

/** Rows that facts make or name by key; together with `openRows` all that a projection needs. */
export function namedRows(facts: Fact[]): Touched {
  const tasks = new Set<string>();
  const commitments = new Set<string>();
  const raised = new Set<string>();
  for (const fact of facts) {
    if (fact.type === 'task.created') tasks.add(fact.key);
    if (fact.type === 'commitment.made') commitments.add(fact.commitment);
    if (fact.type === 'raised') raised.add(fact.key);
  }
  return { tasks: [...tasks], commitments: [...commitments], raised: [...raised] };
}

/** Facts name items by task name or commitment id; elements postponed name the task's element instance. */
function touchedBy(view: InstanceView, fact: Fact): Touched {
  const everything = ['instance.ended', 'instance.stopped', 'instance.migrated'].includes(fact.type);
  if (everything) return openRows(view);
  if (fact.type === 'raised' || fact.type === 'raised.closed') return { ...NOTHING, raised: [fact.key] };
  if ('commitment' in fact) return { ...NOTHING, commitments: [fact.commitment] };
  if (fact.type.startsWith('task.') || fact.type === 'meeting.planned' || fact.type === 'element.postponed')
    return 'key' in fact && fact.key !== undefined ? { ...NOTHING, tasks: [fact.key] } : NOTHING;
  if (!('item' in fact) || fact.item === undefined) return NOTHING;
  const { item, key } = fact;
  if (key !== undefined) return { ...NOTHING, tasks: [key] };
  if (view.open.commitments.includes(item)) return { ...NOTHING, commitments: [item] };
  const tasks = view.open.tasks.filter((task) => task.name === item || task.key === item);
  return { ...NOTHING, tasks: tasks.map((task) => task.key) };
}

function folded<T>(
  rows: Record<string, T>,
  keys: string[],
  apply: (row: T | undefined, fact: Fact) => T | undefined,
  fact: Fact,
): Record<string, T> {
  let next = rows;
  for (const key of keys) {
    const row = apply(rows[key], fact);
    if (row !== undefined && row !== rows[key]) next = { ...next, [key]: row };
  }
  return next;
}

/** One fact over the rows. Each row knows the last fact it holds, so that facts may come again. */
export function applyToRows(rows: Rows, fact: Fact): Rows {
  const before = rows.instance;
  const instance = applyFact(before, fact);
  // An item's fact may be the one that closes it: look where it was open before.
  const touched = touchedBy(before ?? instance, fact);
  return {
    instance,
    tasks: folded(rows.tasks, touched.tasks, applyToTask, fact),
    commitments: folded(rows.commitments, touched.commitments, applyToCommitment, fact),
    raised: folded(rows.raised, touched.raised, applyToRaised, fact),
  };
}

/** The rows after all facts, in their order. */
export function project(rows: Rows, facts: Fact[]): Rows {
  return facts.reduce(applyToRows, rows);
}

/** First number that is missing when `facts` follow number `n`; facts up to `n` are there already. */
export function gapBefore(n: number, facts: Fact[]): number | undefined {
  let expected = n + 1;
  for (const fact of facts) {
    if (fact.n < expected) continue;
    if (fact.n > expected) return expected;
    expected++;
  }
  return undefined;
}
