/** A process as a picture of itself: SVG with real text, to keep, send or print. */
import type { Definition, Element, Language, Side } from '../../contract/index.ts';
import { meanings, sides, surfaces } from '../look/colours.ts';
import { said } from '../prose/say.ts';
import { type CardWords, cardWords } from './card-words.ts';
import { bands, laneNames, type PictureLane } from './lanes.ts';
import { labelPlace, rounded } from './route.ts';
import { absoluteBox, type Box, exitsOf, isEvent, isGateway, originOf, type Point } from './sizes.ts';
import { Surroundings } from './surroundings.ts';
import { lines, tag, widthOf, words } from './svg.ts';
import { drawnWay, labelOf, leavingTogether } from './ways.ts';

export interface Heading {
  language: Language;
  /** Beneath the name: version and date. */
  under: string;
  /** `@font-face` rules, so that it reads the same where our type is not installed. */
  fonts?: string;
  /** Where the definition stands in lanes: which, and where. */
  lanes?: readonly PictureLane[];
}

export interface Picture {
  svg: string;
  width: number;
  height: number;
  /** What is drawn between the edges, beneath the heading; for who cuts it in pages. */
  body: string;
  boxes: readonly Box[];
  /** As they stand on the picture. */
  lanes: readonly PictureLane[];
}

const ink = surfaces.ink.light;
const quiet = meanings.quiet.light;
const paper = surfaces.paper.light;
const card = surfaces.card.light;
const line = surfaces.edge.light;
const MARGIN = 48;
/** Name and version above the drawing. */
const HEAD = 92;
export const TYPE =
  "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', Verdana, sans-serif";

/** What is drawn, by name: on a page that shows it whole, its pieces can be shown again without being written again. */
export const DRAWN = 'drawn';

/** `fonts` of a picture, from where our type is. */
export const fontFace = (url: string): string =>
  `@font-face{font-family:'Atkinson Hyperlegible Next Variable';src:url(${url}) format('woff2');font-weight:200 800}`;

export function pictureOf(
  definition: Definition,
  { language, under, fonts = '', lanes = [] }: Heading,
): Picture {
  const elements = new Map(definition.elements.map((one) => [one.id, one]));
  const boxes = definition.elements.map((one) => absoluteBox(definition, one));
  const around = new Surroundings().of(definition);
  const together = leavingTogether(definition);
  const ways = definition.flows.flatMap((flow) => {
    const from = elements.get(flow.from);
    if (!from || !elements.has(flow.to)) return [];
    const origin = originOf(definition, from.parent);
    const way = drawnWay(definition, flow, around).map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }));
    const label = labelOf(definition, flow, from, language);
    const box = label === '' ? undefined : wordsBox(way, label, flow.labelBy, together.has(flow.id));
    return [{ way, words: box && { said: label, box } }];
  });
  const points = [
    ...boxes.flatMap((box) => [
      // Names stand over, under and beside small shapes.
      { x: box.x - (box.width < 60 ? 44 : 0), y: box.y - (box.width < 60 ? 52 : 0) },
      {
        x: box.x + box.width + (box.width < 60 ? 140 : 0),
        y: box.y + box.height + (box.width < 60 ? 60 : 0),
      },
    ]),
    ...ways.flatMap(({ way }) => way),
    ...ways.flatMap(({ words }) => (words ? cornersOf(words.box) : [])),
    ...lanes.flatMap(({ y, height }) => [
      { x: 0, y },
      { x: 0, y: y + height },
    ]),
  ];
  const left = Math.min(0, ...points.map(({ x }) => x));
  const top = Math.min(...points.map(({ y }) => y));
  const right = Math.max(...points.map(({ x }) => x));
  const bottom = Math.max(...points.map(({ y }) => y));
  const shift = { x: MARGIN - left, y: MARGIN + HEAD - top };
  const title = said(definition.name, language);
  const width = Math.ceil(Math.max(right - left, widthOf(title, 28)) + 2 * MARGIN);
  const height = Math.ceil(bottom - top + 2 * MARGIN + HEAD);
  const inLanes = lanes.map((lane) => ({ ...lane, y: lane.y + shift.y }));
  const ordered = definition.elements.toSorted((a, b) => layer(a) - layer(b));
  const parts = ordered.filter(({ type }) => type === 'subProcess');
  const rest = ordered.filter(({ type }) => type !== 'subProcess');
  const drawn = (one: Element) =>
    element(one, absoluteBox(definition, one), cardWords(definition, one, language));
  const body = tag(
    'g',
    { id: DRAWN, transform: `translate(${shift.x} ${shift.y})` },
    [
      lanes.length === 0 ? '' : tag('g', { transform: `translate(${-shift.x} 0)` }, bands(lanes, width)),
      ...parts.map(drawn),
      ...ways.map(({ way }) => flowLine(way)),
      ...rest.map(drawn),
      ...ways.map(({ words }) => (words ? flowLabel(words) : '')),
    ].join(''),
  );
  const svg = sheet(width, height, fonts, title, heading(title, under) + body + laneNames(inLanes, 0));
  return {
    svg,
    width,
    height,
    body,
    lanes: inLanes,
    boxes: boxes.map((box) => ({ ...box, x: box.x + shift.x, y: box.y + shift.y })),
  };
}

/** A whole SVG file. `view` shows a piece of it. */
export function sheet(
  width: number,
  height: number,
  fonts: string,
  title: string,
  inside: string,
  view: Box = { x: 0, y: 0, width, height },
): string {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: view.width,
      height: view.height,
      viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`,
      'font-family': TYPE,
      role: 'img',
    },
    `<title>${words(title)}</title>${fonts === '' ? '' : tag('style', {}, words(fonts))}${tag('defs', {}, arrowHead)}${tag('rect', { x: view.x, y: view.y, width: view.width, height: view.height, fill: paper })}${inside}`,
  );
}

/** Name and version at the left of what is shown. */
export const heading = (title: string, under: string, left = 0): string =>
  text(title, { x: left + MARGIN, y: MARGIN + 20 }, { size: 28, weight: 700 }) +
  text(under, { x: left + MARGIN, y: MARGIN + 46 }, { size: 16, fill: quiet });

const layer = (element: Element): number =>
  element.type === 'subProcess' ? 0 : element.type === 'boundaryEvent' ? 2 : 1;

const arrowHead = tag(
  'marker',
  {
    id: 'to',
    viewBox: '0 0 10 10',
    refX: 9,
    refY: 5,
    markerWidth: 9,
    markerHeight: 9,
    orient: 'auto',
    markerUnits: 'userSpaceOnUse',
  },
  tag('path', { d: 'M0 0.500L10 5L0 9.500z', fill: quiet }),
);

function text(
  said: string,
  { x, y }: Point,
  {
    size = 13,
    weight,
    fill = ink,
    anchor,
  }: { size?: number; weight?: number; fill?: string; anchor?: 'middle' | 'end' } = {},
): string {
  return tag(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight, fill, 'text-anchor': anchor },
    words(said),
  );
}

function flowLine(way: readonly Point[]): string {
  return tag('path', {
    d: rounded(way),
    fill: 'none',
    stroke: quiet,
    'stroke-width': 1.6,
    'marker-end': 'url(#to)',
  });
}

/** The words of a flow: where they fit, or from where it leaves to where somebody put them. */
function wordsBox(
  way: readonly Point[],
  said: string,
  by: Point | undefined,
  leavesWithOthers: boolean,
): Box | undefined {
  const [start] = way;
  if (!start) return undefined;
  const width = widthOf(said, 12.5) + 8;
  const at = by ? { x: start.x + by.x, y: start.y + by.y } : labelPlace(way, width, leavesWithOthers);
  return { x: at.x, y: at.y - 9, width, height: 18 };
}

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  { x, y },
  { x: x + width, y: y + height },
];

const flowLabel = ({ said, box }: { said: string; box: Box }): string =>
  tag('rect', { ...box, rx: 4, fill: paper }) + text(said, { x: box.x + 4, y: box.y + 13 }, { size: 12.5 });

function element(one: Element, box: Box, facts: CardWords): string {
  const shape =
    one.type === 'subProcess'
      ? part(one, box, facts)
      : isEvent(one)
        ? event(one, box, facts)
        : isGateway(one)
          ? gateway(box, facts)
          : cardOf(one, box, facts);
  return tag('g', { id: `element-${one.id}` }, shape);
}

function part(one: Element, { x, y, width, height }: Box, { title }: CardWords): string {
  const dashed = one.type === 'subProcess' && one.event ? '6 5' : undefined;
  return (
    tag('rect', {
      x,
      y,
      width,
      height,
      rx: 14,
      fill: card,
      'fill-opacity': 0.55,
      stroke: line,
      'stroke-width': 1.5,
      'stroke-dasharray': dashed,
    }) + text(title, { x: x + 14, y: y + 24 }, { size: 14, weight: 650 })
  );
}

function event(one: Element, box: Box, facts: CardWords): string {
  const [cx, cy] = [box.x + 20, box.y + 20];
  const border = one.type === 'boundaryEvent';
  const stroke = border ? meanings.raised.light : ink;
  const between = border || one.type.startsWith('intermediate');
  const dashed = border && !one.interrupting ? '5 4' : undefined;
  const ring = { cx, cy, fill: card, stroke, 'stroke-dasharray': dashed };
  const circles =
    tag('circle', { ...ring, r: 19, 'stroke-width': one.type === 'endEvent' ? 4 : 1.5 }) +
    (between ? tag('circle', { ...ring, r: 15, 'stroke-width': 1.5 }) : '');
  const name = facts.title || facts.term || '';
  if (border) return circles + block(lines(name, 132, 12.5, 2), { x: box.x + 48, y: box.y + 36 }, 12.5);
  return circles + block(lines(name, 124, 13, 3), { x: cx, y: box.y + 58 }, 13, 'middle');
}

function gateway(box: Box, { title }: CardWords): string {
  const [cx, cy] = [box.x + 24, box.y + 24];
  const name = lines(title, 124, 13, 3);
  return (
    tag('path', {
      d: `M${cx} ${cy - 22.5}L${cx + 22.5} ${cy}L${cx} ${cy + 22.5}L${cx - 22.5} ${cy}z`,
      fill: card,
      stroke: ink,
      'stroke-width': 1.5,
    }) + block(name, { x: cx, y: box.y - 8 - (name.length - 1) * 16 }, 13, 'middle')
  );
}

const block = (all: readonly string[], at: Point, size: number, anchor?: 'middle'): string =>
  all
    .map((one, i) => text(one, { x: at.x, y: at.y + i * 16 }, { size, ...(anchor ? { anchor } : {}) }))
    .join('');

function cardOf(one: Element, box: Box, facts: CardWords): string {
  const { x, y, width, height } = box;
  const edge = facts.side ? sides[facts.side].light : quiet;
  const dashed = one.type === 'serviceTask' || one.type === 'scriptTask' ? '5 4' : undefined;
  const term = facts.term ? lines(facts.term, 110, 13, 1)[0] : undefined;
  const termWidth = term ? widthOf(term, 13) + 14 : 0;
  const [first] = facts.people;
  const exits = exitsOf(one);
  return [
    tag('rect', { x, y, width, height, rx: 10, fill: card, stroke: line, 'stroke-dasharray': dashed }),
    tag('path', {
      d: `M${x + 8} ${y}H${x + 5}a5 5 0 0 0 -5 5V${y + height - 5}a5 5 0 0 0 5 5H${x + 8}a3 3 0 0 1 -3 -3V${y + 3}a3 3 0 0 1 3 -3z`,
      fill: edge,
    }),
    block(lines(facts.title, width - 28, 14, 2), { x: x + 15, y: y + 22 }, 14).replaceAll(
      '<text',
      '<text font-weight="650"',
    ),
    first ? mark(first.side, { x: x + 15, y: y + 57 }) : '',
    first ? text(lines(first.name, width - 48 - termWidth, 13, 1)[0] ?? '', { x: x + 30, y: y + 66 }) : '',
    term
      ? tag('rect', {
          x: x + width - 10 - termWidth,
          y: y + 51,
          width: termWidth,
          height: 20,
          rx: 6,
          fill: surfaces.tint.light,
        }) + text(term, { x: x + width - 10 - termWidth / 2, y: y + 65.5 }, { anchor: 'middle' })
      : '',
    ladder(facts, { x: x + 14, y: y + 76 }, width - 26),
    exits.length > 0
      ? tag('path', { d: `M${x + 5} ${y + 83.5}H${x + width}`, stroke: surfaces.line.light })
      : '',
    ...facts.exits.map(({ label }, i) =>
      text(
        lines(label, width - 28, 13, 1)[0] ?? '',
        { x: x + width - 12, y: y + 84 + i * 24 + 17 },
        { anchor: 'end' },
      ),
    ),
  ].join('');
}

/** The rungs as distances in time, as on the card. */
function ladder({ ticks }: CardWords, at: Point, width: number): string {
  if (ticks.length === 0) return '';
  return (
    tag('path', { d: `M${at.x} ${at.y}H${at.x + width}`, stroke: surfaces.line.light }) +
    ticks
      .map(({ at: part, kind }) =>
        tag('rect', {
          x: Math.round(at.x + part * (width - 3)),
          y: at.y - (kind === 'due' ? 4 : 2.5),
          width: kind === 'due' ? 3 : 2,
          height: kind === 'due' ? 8 : 5,
          fill:
            kind === 'due'
              ? ink
              : kind === 'raise'
                ? meanings.late.light
                : kind === 'notify'
                  ? quiet
                  : meanings.raised.light,
        }),
      )
      .join('')
  );
}

/** Dot, square, diamond, triangle: colour never stands alone. */
function mark(side: Side, { x, y }: Point): string {
  const fill = sides[side].light;
  switch (side) {
    case 'initiator':
      return tag('circle', { cx: x + 5, cy: y + 5, r: 4.5, fill });
    case 'us':
      return tag('rect', { x: x + 0.8, y: y + 0.8, width: 8.4, height: 8.4, rx: 1, fill });
    case 'partner':
      return tag('path', { d: `M${x + 5} ${y}l5 5l-5 5l-5 -5z`, fill });
    case 'volunteer':
      return tag('path', { d: `M${x + 5} ${y + 0.5}l5 9H${x}z`, fill });
  }
}
