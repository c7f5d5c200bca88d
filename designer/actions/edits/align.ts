/** Puts several elements in one line, or at equal distances. */
import type { Element } from '../../../contract/index.ts';
import { type Drawing, elementOf, type Point } from '../drawing.ts';
import { absoluteBox, type Box, middleOf } from '../geometry.ts';
import { move } from './move.ts';
import type { Axis } from './room.ts';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type AlignTo = (typeof ALIGNMENTS)[number];

/** The selected elements that have a place of their own: what sits on a border or inside another selected one goes along with it. */
export function movableOf({ definition, selection }: Drawing): Element[] {
  const ids = new Set(selection.elements);
  const carried = (parent: string | undefined): boolean =>
    parent !== undefined && (ids.has(parent) || carried(elementOf(definition, parent)?.parent));
  return selection.elements.flatMap((id) => {
    const one = elementOf(definition, id);
    return one && one.type !== 'boundaryEvent' && !carried(one.parent) ? [one] : [];
  });
}

interface Standing {
  element: Element;
  box: Box;
  /** Where its flows run. */
  line: number;
}

const standing = (drawing: Drawing): Standing[] =>
  movableOf(drawing).map((element) => {
    const box = absoluteBox(drawing.definition, element);
    return { element, box, line: box.y + middleOf(element) };
  });

const shifted = (drawing: Drawing, shifts: ReadonlyMap<string, Point>): Drawing => {
  let next = drawing;
  for (const [id, by] of shifts)
    if (by.x !== 0 || by.y !== 0) next = move(next, { by, elements: [id], exact: true });
  return next;
};

/** In one line: by an edge of them all, by the centre, or by where their flows run, so that arrows come to lie straight. */
export function align(drawing: Drawing, { to }: { to: AlignTo }): Drawing {
  const all = standing(drawing);
  if (all.length < 2) return drawing;
  const boxes = all.map(({ box }) => box);
  const [left, right] = [Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map((b) => b.x + b.width))];
  const [top, bottom] = [Math.min(...boxes.map(({ y }) => y)), Math.max(...boxes.map((b) => b.y + b.height))];
  const lines = all.map(({ line }) => line);
  const level = Math.round((Math.min(...lines) + Math.max(...lines)) / 2);
  const by = ({ box, line }: Standing): Point => {
    switch (to) {
      case 'left':
        return { x: left - box.x, y: 0 };
      case 'centre':
        return { x: Math.round((left + right) / 2 - (box.x + box.width / 2)), y: 0 };
      case 'right':
        return { x: right - (box.x + box.width), y: 0 };
      case 'top':
        return { x: 0, y: top - box.y };
      case 'middle':
        return { x: 0, y: level - line };
      case 'bottom':
        return { x: 0, y: bottom - (box.y + box.height) };
    }
  };
  return shifted(drawing, new Map(all.map((one) => [one.element.id, by(one)])));
}

/** At equal distances between the first and the last, which stay. Where they do not fit between, the last gives way. */
export function distribute(drawing: Drawing, { axis }: { axis: Axis }): Drawing {
  const size = axis === 'x' ? 'width' : 'height';
  const all = standing(drawing).toSorted((a, b) => a.box[axis] - b.box[axis]);
  const [first, last] = [all[0], all.at(-1)];
  if (all.length < 3 || !first || !last) return drawing;
  const taken = all.reduce((sum, { box }) => sum + box[size], 0);
  const gap = Math.max(20, (last.box[axis] + last.box[size] - first.box[axis] - taken) / (all.length - 1));
  const shifts = new Map<string, Point>();
  let at = first.box[axis];
  for (const { element, box } of all) {
    const by = Math.round(at - box[axis]);
    shifts.set(element.id, axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by });
    at += box[size] + gap;
  }
  return shifted(drawing, shifts);
}
