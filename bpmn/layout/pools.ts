// Several processes of one file that has no drawing: one below the other, each in its pool, with the pools of others beneath.
import type { Artifact, Definition } from '../../contract/index.ts';
import type { Box } from '../read/diagram.ts';
import { union } from './lay-out.ts';
import { sizeOf } from './sizes.ts';

type Drawable = Pick<Definition, 'id' | 'elements' | 'flows' | 'artifacts'>;

const GAP = 60;

export function layOutPools<T extends Drawable>(definitions: readonly T[]): T[] {
  if (definitions.length < 2) return [...definitions];
  let y = 0;
  const own = definitions.map((definition) => {
    const box = boxOf(definition);
    const moved = movedDown(definition, y - box.y + 40);
    y += box.height + GAP;
    return moved;
  });
  const boxes = new Map<string, Box>();
  for (const { artifacts = [] } of own)
    for (const one of artifacts) if (one.type === 'pool' && !one.other) boxes.set(one.id, placeOf(one));
  const width = Math.max(300, ...[...boxes.values()].map((box) => box.width));
  for (const { artifacts = [] } of own)
    for (const one of artifacts) {
      if (one.type !== 'pool' || boxes.has(one.id)) continue;
      boxes.set(one.id, { x: 40, y: y + 40, width, height: 60 });
      y += 60 + GAP;
    }
  return own.map((definition) => {
    const artifacts = definition.artifacts?.map(
      (one): Artifact => (one.type === 'pool' ? { ...one, ...boxes.get(one.id) } : one),
    );
    return { ...definition, ...(artifacts ? { artifacts } : {}) };
  });
}

const placeOf = ({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
}: Partial<Box> | Extract<Artifact, { type: 'pool' }>): Box => ({ x, y, width, height });

/** All that is its own; the pools of others find their place later. */
function boxOf({ elements, artifacts = [] }: Drawable): Box {
  const boxes = [
    ...elements
      .filter(({ parent }) => parent === undefined)
      .map((one): Box => ({ x: one.x ?? 0, y: one.y ?? 0, ...sizeOf(one) })),
    ...artifacts.flatMap((one) =>
      one.type === 'line' || (one.type === 'pool' && one.other) || one.y === undefined
        ? []
        : [placeOf(one as Partial<Box>)],
    ),
  ];
  return boxes.reduce(union);
}

function movedDown<T extends Drawable>(definition: T, dy: number): T {
  const tops = new Set(definition.elements.filter(({ parent }) => parent === undefined).map(({ id }) => id));
  return {
    ...definition,
    elements: definition.elements.map((one) =>
      one.parent === undefined && one.y !== undefined ? { ...one, y: one.y + dy } : one,
    ),
    flows: definition.flows.map((flow) =>
      flow.points && tops.has(flow.from)
        ? { ...flow, points: flow.points.map((point) => ({ x: point.x, y: point.y + dy })) }
        : flow,
    ),
    ...(definition.artifacts
      ? {
          artifacts: definition.artifacts.map(
            (one): Artifact => (one.type === 'line' || one.y === undefined ? one : { ...one, y: one.y + dy }),
          ),
        }
      : {}),
  };
}
