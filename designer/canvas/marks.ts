/** What is marked on a drawing: where it is, where it has been, what deserves attention, what was searched for. */
import type { Finding } from '../../contract/index.ts';
import type { Change } from '../../core/difference/index.ts';
import type { ConflictMark } from '../conflicts/clash.ts';

export interface Marks {
  /** Element ids, and how often each is active. */
  present?: Readonly<Record<string, number>>;
  /** Ids of elements and flows. */
  walked?: ReadonlySet<string>;
  findings?: ReadonlyMap<string, readonly Finding[]>;
  /** A target that is being considered, or hits of a search. */
  hinted?: ReadonlySet<string>;
  /** What came, went, changed or moved, by element or flow. */
  changed?: ReadonlyMap<string, Change['how']>;
  /** What two people both changed, by element or flow, and how far the choice is. */
  conflicts?: ReadonlyMap<string, ConflictMark>;
  /** Elements and flows that are no longer there, drawn because somebody else changed them. */
  gone?: ReadonlySet<string>;
  /** How many open comments an element has. */
  comments?: ReadonlyMap<string, number>;
  /** Elements and flows that are not there yet. */
  ghosts?: ReadonlySet<string>;
  /** While one role is looked at: what it does. */
  lit?: ReadonlySet<string>;
  /** Parts that are closed, with the number of steps in each. */
  closed?: ReadonlyMap<string, number>;
}

export const noMarks: Marks = {};

/** Findings by the element or flow they are about. */
export function findingsByPlace(findings: readonly Finding[]): Map<string, Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = map.get(finding.element);
    if (list) list.push(finding);
    else map.set(finding.element, [finding]);
  }
  return map;
}
