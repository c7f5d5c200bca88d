// Shapes and edges of the drawing, as they are written where nothing older is kept.
import type { Artifact, Element } from '../../contract/index.ts';
import { BPMNDI, DC, DI } from '../namespaces.ts';
import type { Box, Point } from '../read/diagram.ts';
import { element as made, type XmlElement } from '../xml/node.ts';
import { shownNumber } from './geometry.ts';

export function freshShape(one: Element | Artifact, box: Box): XmlElement {
  return made(
    BPMNDI,
    'BPMNShape',
    {
      id: `${one.id}_di`,
      bpmnElement: one.id,
      isHorizontal: one.type === 'pool' || one.type === 'lane' ? 'true' : undefined,
      isExpanded: one.type === 'subProcess' ? (one.collapsed ? 'false' : 'true') : undefined,
      isMarkerVisible: one.type === 'exclusiveGateway' ? 'true' : undefined,
    },
    [boundsOf(box)],
  );
}

export const boundsOf = ({ x, y, width, height }: Box): XmlElement =>
  made(DC, 'Bounds', {
    x: shownNumber(x),
    y: shownNumber(y),
    width: shownNumber(width),
    height: shownNumber(height),
  });

export function freshEdge(id: string, points: readonly Point[]): XmlElement {
  return made(BPMNDI, 'BPMNEdge', { id: `${id}_di`, bpmnElement: id }, points.map(waypoint));
}

export const waypoint = ({ x, y }: Point): XmlElement =>
  made(DI, 'waypoint', { x: shownNumber(x), y: shownNumber(y) });

/** The numbers of a box or a way as one text, to see later whether somebody moved it. */
export const numbersOf = (numbers: readonly number[]): string => numbers.map(shownNumber).join(' ');
export const boxNumbers = ({ x, y, width, height }: Box): string => numbersOf([x, y, width, height]);
export const wayNumbers = (points: readonly Point[]): string =>
  numbersOf(points.flatMap(({ x, y }) => [x, y]));
