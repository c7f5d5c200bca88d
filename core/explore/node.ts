// One situation that a process can come to, and how it came there.
import type { State } from '../state.ts';
import type { Store } from './values.ts';

/** Something that may happen from outside. */
export type Move =
  | { do: 'start'; element?: string }
  /** `key` of the element instance; `outcome` where the task has some. */
  | { do: 'complete'; key: string; element: string; outcome?: string }
  | { do: 'job'; key: string; element: string; error?: string }
  /** A wait is over, or what stands on a border or beside a scope happens. */
  | { do: 'happens'; at: 'wait' | 'border' | 'beside'; key: string; element: string; outcome?: 'message' }
  /** Something of an ad-hoc part begins. */
  | { do: 'begin'; element: string };

/** How a condition was answered in a step. */
export interface Answer {
  text: string;
  yes: boolean;
}

export interface Node {
  index: number;
  state: State;
  store: Store;
  /** Conditions that no value here accounts for, as they were answered; the same answer holds until something changes them. */
  settled: ReadonlyMap<string, boolean>;
  /** What runs beside and has happened once: by the key it hangs on and its id. */
  happened: ReadonlySet<string>;
  /** Of what others need: the last outcome with which it was done, or ''. */
  done: ReadonlyMap<string, string>;
  /** Element instances that were there, side by side, when an element was first come to: what they lead there comes twice. */
  marks: ReadonlyMap<string, ReadonlySet<string>>;
  /** Element instances on paths that an event began beside, without interrupting: these may well come anywhere once more. */
  aside: ReadonlySet<string>;
  before?: Node;
  move?: Move;
  answers: Answer[];
  /** Variables that were given a value in the step, before its conditions were looked at. */
  given: string[];
  /** Lengths of lists that were chosen. */
  sizes: { element: string; size: number }[];
}

/** From the start to here. */
export function pathTo(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | undefined = node; at; at = at.before) path.push(at);
  return path.reverse();
}
