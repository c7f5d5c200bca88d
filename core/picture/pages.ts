/** A picture cut into pages that can be read on paper: as few as fit, cut where the fewest elements are cut through. */
import type { Definition } from '../../contract/index.ts';
import { said } from '../prose/say.ts';
import { laneNames } from './lanes.ts';
import { type Heading, heading, type Picture, sheet } from './picture.ts';
import type { Box } from './sizes.ts';
import { pageNumber } from './under.ts';

export type Paper = 'landscape' | 'portrait';

/** A4 lying down or standing up, less its margins: how wide it is for its height, and the widest piece on which words are not too small. */
const PAPERS: Record<Paper, { ratio: number; widest: number }> = {
  landscape: { ratio: 277 / 180, widest: 1700 },
  portrait: { ratio: 184 / 261, widest: 1130 },
};
export const PAGE = PAPERS.landscape.ratio;
/** How far a cut may be looked for, as a part of a page. */
const LOOK = 0.18;

/** The views, from left to right. */
export function pagesOf(
  {
    width,
    height,
    boxes,
  }: {
    width: number;
    height: number;
    boxes: readonly Box[];
  },
  paper: Paper = 'landscape',
): Box[] {
  const { ratio, widest: readable } = PAPERS[paper];
  // A tall drawing makes each page as wide as it is high for.
  const widest = Math.max(readable, height * ratio);
  const pages: Box[] = [];
  let from = 0;
  while (width - from > widest) {
    const cut = cutNear(boxes, from + widest * (1 - LOOK), from + widest);
    pages.push({ x: from, y: 0, width: cut - from, height });
    from = cut;
  }
  return [...pages, { x: from, y: 0, width: width - from, height }];
}

/** The place between two where the fewest are cut through, as far to the right as possible. */
function cutNear(boxes: readonly Box[], least: number, most: number): number {
  let best = { at: most, count: Number.POSITIVE_INFINITY };
  for (let at = Math.floor(most); at >= least; at -= 10) {
    // A part that contains others is cut through whatever one does.
    const count = boxes.filter(({ x, width }) => width < 260 && x - 8 < at && at < x + width + 8).length;
    if (count < best.count) best = { at, count };
  }
  return best.at;
}

interface Cut {
  paper?: Paper;
  /** What is drawn, in other words than writing it again on each page. */
  drawn?: string;
}

/** Each page as a drawing of its own, with the name of the process, its version and which page it is. */
export function sheetsOf(
  definition: Definition,
  picture: Picture,
  { language, under }: Pick<Heading, 'language' | 'under'>,
  { paper = 'landscape', drawn = picture.body }: Cut = {},
): string[] {
  const title = said(definition.name, language);
  const pages = pagesOf(picture, paper);
  return pages.map((view, i) => {
    const which = pages.length === 1 ? under : `${under} – ${pageNumber(language, i + 1, pages.length)}`;
    const over = heading(title, which, view.x) + laneNames(picture.lanes, view.x);
    return sheet(picture.width, picture.height, '', title, drawn + over, view);
  });
}
