/** Lines that something dragged falls in with: the edges, the middle and the line of arrows of what stands near. */
import type { Point } from './drawing.ts';
import type { Box } from './geometry.ts';

export interface Standing extends Box {
  /** Where its flows run, from its top. */
  middle: number;
}

export interface Guide {
  /** `x`: an upright line at that x; `y`: a level one. */
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

/** Within this distance something falls in line. */
const NEAR = 6;

/** What brings a box in line with others, and the lines to show. Of several lines the nearest counts. */
export function guidesFor(box: Standing, others: readonly Standing[]): { by: Point; guides: Guide[] } {
  const x = nearest(uprights(box), others, uprights);
  const y = nearest(levels(box), others, levels);
  const by = { x: x?.by ?? 0, y: y?.by ?? 0 };
  const there = { ...box, x: box.x + by.x, y: box.y + by.y };
  const guides: Guide[] = [];
  if (x)
    guides.push({
      axis: 'x',
      at: x.at,
      from: Math.min(there.y, x.other.y),
      to: Math.max(there.y + there.height, x.other.y + x.other.height),
    });
  if (y)
    guides.push({
      axis: 'y',
      at: y.at,
      from: Math.min(there.x, y.other.x),
      to: Math.max(there.x + there.width, y.other.x + y.other.width),
    });
  return { by, guides };
}

const uprights = ({ x, width }: Standing): number[] => [x + width / 2, x, x + width];
const levels = ({ y, height, middle }: Standing): number[] => [y + middle, y, y + height];

/** Like falls in with like: left with left, the line of arrows with the line of arrows. */
function nearest(own: readonly number[], others: readonly Standing[], lines: (of: Standing) => number[]) {
  let best: { by: number; at: number; other: Standing } | undefined;
  for (const other of others)
    for (const [i, at] of lines(other).entries()) {
      const by = at - (own[i] as number);
      if (Math.abs(by) > NEAR) continue;
      if (!best || Math.abs(by) < Math.abs(best.by)) best = { by, at, other };
    }
  return best;
}
