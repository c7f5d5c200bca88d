/** Lanes on a picture: bands behind the drawing, with their names at the left of each page. */
import type { Side } from '../../contract/index.ts';
import { meanings, sides, surfaces } from '../look/colours.ts';
import { tag, widthOf, words } from './svg.ts';

export interface PictureLane {
  name: string;
  /** Nobody's in particular without one. */
  side?: Side;
  /** In the drawing; on the picture from its top. */
  y: number;
  height: number;
}

const colourOf = ({ side }: PictureLane): string => (side ? sides[side].light : meanings.quiet.light);

export const bands = (lanes: readonly PictureLane[], width: number): string =>
  lanes
    .map(
      (lane) =>
        tag('rect', {
          x: 0,
          y: lane.y,
          width,
          height: lane.height,
          fill: colourOf(lane),
          'fill-opacity': 0.05,
        }) + tag('path', { d: `M0 ${lane.y}H${width}`, stroke: surfaces.edge.light }),
    )
    .join('');

/** Where a page begins its names stand again: one reads on without turning back. */
export const laneNames = (lanes: readonly PictureLane[], left: number): string =>
  lanes
    .map((lane) => {
      const [x, y] = [left + 8, lane.y + 8];
      const width = widthOf(lane.name, 14) + 30;
      return (
        tag('rect', {
          x,
          y,
          width,
          height: 26,
          rx: 7,
          fill: surfaces.card.light,
          stroke: surfaces.line.light,
        }) +
        tag('rect', { x, y, width: 5, height: 26, rx: 2, fill: colourOf(lane) }) +
        tag(
          'text',
          { x: x + 15, y: y + 18, 'font-size': 14, 'font-weight': 650, fill: surfaces.ink.light },
          words(lane.name),
        )
      );
    })
    .join('');
