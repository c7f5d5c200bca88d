// When each element last began and ended, and how often it began: what terms count from, and rounds are numbered by.
import type { Anchored, State } from '../state.ts';
import type { Work } from './work.ts';

/** So many are at hand; then they are put away together, and a new handful begins. */
const AT_HAND = 32;

export function anchorAt({ anchors, earlier }: State, d: number, element: string): Anchored | undefined {
  const place = `${d}/${element}`;
  return anchors[place] ?? earlier?.findLast((some) => place in some)?.[place];
}

/** What a step writes it copies first: were all in one map, a process would cost with the square of its length. */
export function setAnchor(w: Work, d: number, element: string, anchor: Anchored): void {
  const place = `${d}/${element}`;
  const { anchors, earlier = [] } = w.state;
  if (place in anchors) {
    w.own('anchors')[place] = anchor;
    return;
  }
  const i = earlier.findLastIndex((some) => place in some);
  if (i >= 0) w.state.earlier = earlier.with(i, { ...earlier[i], [place]: anchor });
  else if (Object.keys(anchors).length < AT_HAND) w.own('anchors')[place] = anchor;
  else {
    w.state.earlier = [...earlier, anchors];
    w.state.anchors = { [place]: anchor };
  }
}

/** An element begins once more. */
export function setBegun(w: Work, d: number, element: string): void {
  const before = anchorAt(w.state, d, element);
  setAnchor(w, d, element, { ...before, activated: w.at, times: (before?.times ?? 0) + 1 });
}

/** Whether an element of any definition has ever begun. */
export function hasEverBegun({ anchors, earlier = [] }: State, element: string): boolean {
  const isIt = (place: string) => place.slice(place.indexOf('/') + 1) === element;
  return [...earlier, anchors].some((some) => Object.keys(some).some(isIt));
}
