// Lanes: bands of the drawing, and the role for whom the work in them is.
import type { ArtifactOf } from '../../contract/index.ts';
import { attribute, textOf, type XmlElement } from '../xml/node.ts';
import { bpmnChild, bpmnChildren, nameOf, type Reading } from './reading.ts';

/** Roles every organisation has; a lane called so, with a capital or not, is theirs. */
const STANDARD =
  'initiator supporter coordinator manager director backup deputy guide volunteer partner issuer owner'.split(
    ' ',
  );

export interface LaneSet {
  id: string | undefined;
  name: string | undefined;
}

export const laneSetId = (within: string): string => `LaneSet_${within}`;

export interface ReadLanes {
  lanes: ArtifactOf<'lane'>[];
  sources: Map<string, XmlElement>;
  /** Role of the innermost lane per element. */
  roles: Map<string, string>;
  /** The set a lane is in, where that is called otherwise than it would be. */
  sets: Map<string, LaneSet>;
}

export function readLanes(
  reading: Reading,
  process: XmlElement,
  ids: (node: XmlElement) => string,
): ReadLanes {
  const result: ReadLanes = { lanes: [], sources: new Map(), roles: new Map(), sets: new Map() };
  for (const set of bpmnChildren(process, 'laneSet')) readSet(set, undefined);
  return result;

  function readSet(set: XmlElement, parent: string | undefined): void {
    for (const node of bpmnChildren(set, 'lane')) {
      const id = ids(node);
      const name = nameOf(node);
      const role = roleOf(reading, node, name);
      const elements = bpmnChildren(node, 'flowNodeRef')
        .map((ref) => localId(textOf(ref)))
        .filter((one) => one !== '');
      const held = { id: attribute(set, 'id'), name: attribute(set, 'name') };
      if (held.id !== laneSetId(parent ?? ids(process)) || held.name !== undefined) result.sets.set(id, held);
      result.sources.set(id, node);
      result.lanes.push({
        type: 'lane',
        id,
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        elements,
        ...(parent === undefined ? {} : { parent }),
      });
      if (role !== undefined) for (const element of elements) result.roles.set(element, role);
      const inner = bpmnChild(node, 'childLaneSet');
      if (inner) readSet(inner, id);
    }
  }
}

const localId = (text: string): string => text.trim();

/** The name of a lane is the role; a lane without one is for nobody in particular. */
function roleOf(reading: Reading, node: XmlElement, name: string | undefined): string | undefined {
  if (name !== undefined) {
    const lower = name.toLowerCase();
    return STANDARD.includes(lower) ? lower : name;
  }
  const partition = reading.target(attribute(node, 'partitionElementRef'));
  return partition && nameOf(partition);
}
