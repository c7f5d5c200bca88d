// Shapes and edges of the drawing, as they are written where nothing older is kept.
import type { Artifact, Element, Flow } from '../../contract/index.ts';
import { BPMNDI, DC, DI } from '../namespaces.ts';
import { type Box, boxOf, type Point } from '../read/diagram.ts';
import { elementsIn, element as made, type XmlElement } from '../xml/node.ts';
import { rounded, shownNumber } from './geometry.ts';

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

/** Width of a letter, height of a line: what other programs give words that have no size of their own. */
const [LETTER, LINE, WIDEST] = [6.6, 16, 150];

/** Where the words of a flow stand (BPMN 2.0 §12.3.1), from where the flow leaves its element. */
export function labelShape({ label }: Pick<Flow, 'label'>, start: Point, by: Point): XmlElement {
  const words = typeof label === 'string' ? label : (label?.nl ?? '');
  const width = Math.max(LETTER, Math.min(WIDEST, Math.ceil(words.length * LETTER)));
  const height = LINE * Math.max(1, Math.ceil((words.length * LETTER) / WIDEST));
  return made(BPMNDI, 'BPMNLabel', {}, [
    boundsOf({ x: start.x + by.x, y: start.y + by.y - height / 2, width, height }),
  ]);
}

/** The same read back; undefined where a label says no place. */
export function labelBy(edge: XmlElement, start: Point): Point | undefined {
  const label = elementsIn(edge).find(({ local, uri }) => local === 'BPMNLabel' && uri === BPMNDI);
  const bounds = label && elementsIn(label).find(({ local, uri }) => local === 'Bounds' && uri === DC);
  const box = bounds && boxOf(bounds);
  if (!box) return undefined;
  return { x: rounded(box.x - start.x), y: rounded(box.y + box.height / 2 - start.y) };
}

/** The numbers of a box or a way as one text, to see later whether somebody moved it. */
export const numbersOf = (numbers: readonly number[]): string => numbers.map(shownNumber).join(' ');
export const boxNumbers = ({ x, y, width, height }: Box): string => numbersOf([x, y, width, height]);
export const wayNumbers = (points: readonly Point[]): string =>
  numbersOf(points.flatMap(({ x, y }) => [x, y]));
