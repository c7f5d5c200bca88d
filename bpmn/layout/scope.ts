// Lays out one scope: columns from left to right, rows from top to bottom, right angles in the gaps between columns.
import type { Point } from '../read/diagram.ts';
import { components, type Link, ranked } from './graph.ts';
import { type Row, tracks } from './tracks.ts';

export interface Node {
  id: string;
  width: number;
  height: number;
  /** How far from the top flows arrive, and leave. */
  middle: number;
  /** Events on its border, from left to right. */
  borders: readonly { id: string; width: number; height: number }[];
  /** Words under it take room. */
  below: number;
  /** The band (lane) it lies in. */
  band: number;
}

export interface Way extends Link {
  /** How far from the top it leaves. */
  exit: number;
}

export interface Laid {
  width: number;
  height: number;
  at: Map<string, Point>;
  /** Bends, without the ends. */
  bends: Map<string, Point[]>;
  /** Top and height of each band. */
  bands: { y: number; height: number }[];
}

const GAP = 60;
const BETWEEN_ROWS = 36;
const TRACK = 20;
const TRUNK = 10;
/** Trunks stand closer where there are very many. */
const WIDEST_GAP = 600;
const CHANNELS = 30;
const BAND = 24;
/** The room below a step for ways that leave its border. */
const DROP = 26;
const DROP_STEP = 8;

/** @param bands how many bands there are; 0 for none, and then what does not hang together stands below each other */
export function laidOut(nodes: readonly Node[], ways: readonly Way[], bands: number): Laid {
  if (bands > 0) return inBands(nodes, ways, bands);
  const byId = new Map(nodes.map((one) => [one.id, one]));
  const groups = components(
    nodes.map(({ id }) => id),
    ways,
  );
  const linked = groups.filter((group) => group.length > 1);
  const home = new Map(linked.flatMap((group, i) => group.map((id) => [id, i] as const)));
  const waysOf = linked.map((): Way[] => []);
  const own: Way[] = [];
  for (const way of ways) {
    const i = home.get(way.from);
    if (i === undefined) own.push(way);
    else waysOf[i]?.push(way);
  }
  const parts = linked.map((group, i) =>
    inBands(
      group.map((id) => byId.get(id) as Node),
      waysOf[i] as Way[],
      1,
    ),
  );
  const widest = Math.max(900, ...parts.map(({ width }) => width));
  const alone = groups.filter((group) => group.length === 1).map(([id]) => byId.get(id as string) as Node);
  if (alone.length > 0) parts.push(inShelves(alone, own, widest));
  return stacked(parts);
}

function stacked(parts: readonly Laid[]): Laid {
  const all: Laid = { width: 0, height: 0, at: new Map(), bends: new Map(), bands: [] };
  for (const part of parts) {
    const y = all.height === 0 ? 0 : all.height + BETWEEN_ROWS;
    for (const [id, point] of part.at) all.at.set(id, { x: point.x, y: point.y + y });
    for (const [id, points] of part.bends)
      all.bends.set(
        id,
        points.map((point) => ({ x: point.x, y: point.y + y })),
      );
    all.height = y + part.height;
    all.width = Math.max(all.width, part.width);
  }
  return all;
}

/** What nothing leads to or from: side by side, row after row. */
function inShelves(nodes: readonly Node[], own: readonly Way[], widest: number): Laid {
  const laid: Laid = { width: 0, height: 0, at: new Map(), bends: new Map(), bands: [] };
  const loops = new Set(own.map(({ from }) => from));
  const byId = new Map(nodes.map((one) => [one.id, one]));
  let [x, y, tallest] = [0, 0, 0];
  for (const node of nodes) {
    const above = loops.has(node.id) ? 30 : 0;
    const height = node.height + room(node, 0) + above;
    const width = node.width + (loops.has(node.id) ? 2 * TRACK : 0);
    if (x > 0 && x + width > widest) [x, y, tallest] = [0, y + tallest + BETWEEN_ROWS, 0];
    laid.at.set(node.id, { x: x + (width - node.width) / 2, y: y + above });
    laid.width = Math.max(laid.width, x + width);
    tallest = Math.max(tallest, height);
    laid.height = Math.max(laid.height, y + tallest);
    x += width + GAP;
  }
  for (const { id, from, exit } of own) {
    const node = byId.get(from) as Node;
    const at = laid.at.get(from) as Point;
    laid.bends.set(id, around(at, node, exit, at.x + node.width + TRUNK, at.x - TRUNK, at.y - 20));
  }
  return laid;
}

const around = (at: Point, node: Node, exit: number, right: number, left: number, top: number): Point[] => [
  { x: right, y: at.y + exit },
  { x: right, y: top },
  { x: left, y: top },
  { x: left, y: at.y + node.middle },
];

/** What stands under a step: its words, the events on its border, and the ways that leave them. */
const room = ({ below, borders }: Node, leaving: number): number =>
  borders.length > 0 ? Math.max(below, (borders[0]?.height ?? 0) / 2 + DROP + DROP_STEP * leaving) : below;

function inBands(nodes: readonly Node[], ways: readonly Way[], bands: number): Laid {
  return new Drawing(nodes, ways, bands).laid();
}

class Drawing {
  readonly #nodes: readonly Node[];
  readonly #byId: ReadonlyMap<string, Node>;
  readonly #ways: readonly Way[];
  readonly #rank: ReadonlyMap<string, number>;
  /** Ways that lead back, with the place of each among them. */
  readonly #back: ReadonlyMap<string, number>;
  readonly #rowOf: ReadonlyMap<string, Row>;
  readonly #track: ReadonlyMap<string, Row>;
  readonly #rows: readonly Row[];
  readonly #bandCount: number;
  readonly #columns: number;
  readonly #leaving = new Map<string, Way[]>();
  /** Left of each column, and where its trunks stand. */
  readonly #left: number[] = [];
  readonly #width: number[] = [];
  readonly #middle = new Map<Row, number>();
  readonly #bands: Laid['bands'] = [];
  readonly #trunks = new Map<string, number>();
  readonly #at = new Map<string, Point>();
  #bottom = 0;
  #right = 0;

  constructor(nodes: readonly Node[], ways: readonly Way[], bands: number) {
    this.#nodes = nodes;
    this.#ways = ways;
    this.#bandCount = bands;
    this.#byId = new Map(nodes.map((one) => [one.id, one]));
    const ids = nodes.map(({ id }) => id);
    const ranks = ranked(ids, ways);
    this.#rank = ranks.rank;
    this.#back = new Map([...ranks.back].map((id, place) => [id, place]));
    const { rowOf, track, rows } = tracks(
      ids,
      ways,
      ranks,
      (id) => (bands > 1 ? (this.#byId.get(id)?.band ?? 0) : 0),
      bands,
    );
    this.#rowOf = rowOf;
    this.#track = track;
    this.#rows = rows;
    this.#columns = Math.max(0, ...[...ranks.rank.values()].map((rank) => rank + 1));
    for (const way of ways)
      if (way.border !== undefined)
        this.#leaving.set(way.from, [...(this.#leaving.get(way.from) ?? []), way]);
  }

  laid(): Laid {
    this.#setRows();
    this.#setColumns();
    for (const node of this.#nodes) {
      const column = this.#rank.get(node.id) ?? 0;
      const x = (this.#left[column] as number) + ((this.#width[column] as number) - node.width) / 2;
      const y = (this.#middle.get(this.#rowOf.get(node.id) as Row) as number) - node.middle;
      this.#at.set(node.id, { x: Math.round(x), y: Math.round(y) });
    }
    const bends = new Map(this.#ways.map((way) => [way.id, this.#bendsOf(way)]));
    return { width: this.#right, height: this.#bottom, at: this.#at, bends, bands: this.#bands };
  }

  get #channels(): number {
    return Math.min(CHANNELS, this.#back.size);
  }

  #setRows(): void {
    const above = new Map<Row, number>();
    const below = new Map<Row, number>();
    for (const node of this.#nodes) {
      const row = this.#rowOf.get(node.id) as Row;
      above.set(row, Math.max(above.get(row) ?? 0, node.middle));
      const under = node.height - node.middle + room(node, this.#leaving.get(node.id)?.length ?? 0);
      below.set(row, Math.max(below.get(row) ?? 0, under));
    }
    let y = this.#channels > 0 ? this.#channels * TRUNK + 10 : 0;
    let at = 0;
    for (let band = 0; band < this.#bandCount; band += 1) {
      const top = band === 0 ? 0 : y;
      if (this.#bandCount > 1) y += BAND;
      const first = at;
      for (; this.#rows[at]?.band === band; at += 1) {
        const row = this.#rows[at] as Row;
        if (at > first) y += BETWEEN_ROWS;
        const [up, down] = [above.get(row) ?? TRACK / 2, below.get(row) ?? TRACK / 2];
        this.#middle.set(row, y + up);
        y += up + down;
      }
      if (at === first) y += 60;
      if (this.#bandCount > 1) y += BAND;
      this.#bands.push({ y: top, height: y - top });
    }
    this.#bottom = y;
  }

  /** Columns as wide as their widest step, gaps as wide as their trunks need. */
  #setColumns(): void {
    for (let column = 0; column < this.#columns; column += 1) this.#width.push(0);
    for (const { id, width } of this.#nodes) {
      const column = this.#rank.get(id) ?? 0;
      this.#width[column] = Math.max(this.#width[column] as number, width);
    }
    const wanted: string[][] = Array.from({ length: this.#columns + 1 }, () => []);
    for (const way of this.#ways) {
      for (const [gap, trunk] of this.#trunksOf(way)) {
        const list = wanted[gap] as string[];
        if (!this.#trunks.has(trunk)) {
          this.#trunks.set(trunk, 0);
          list.push(trunk);
        }
      }
    }
    let x = 0;
    for (const [gap, names] of wanted.entries()) {
      // Those that leave stand before those that arrive.
      const order = [
        ...names.filter((name) => name.startsWith('>')),
        ...names.filter((name) => !name.startsWith('>')),
      ];
      const step = Math.min(TRUNK, WIDEST_GAP / Math.max(1, order.length));
      const isOuter = gap === 0 || gap === this.#columns;
      const width =
        order.length === 0 ? (isOuter ? 0 : GAP) : Math.max(isOuter ? 0 : GAP, 40 + step * order.length);
      const from = x + (width - step * (order.length - 1)) / 2;
      for (const [i, name] of order.entries()) this.#trunks.set(name, Math.round(from + i * step));
      x += width;
      if (gap < this.#columns) {
        this.#left.push(x);
        x += this.#width[gap] as number;
      }
    }
    this.#right = x;
  }

  /** The vertical stretches a way needs: by gap (0 is left of the first column), and by whom they are shared. */
  *#trunksOf(way: Way): Generator<[number, string]> {
    const [a, b] = [this.#rank.get(way.from) ?? 0, this.#rank.get(way.to) ?? 0];
    if (this.#back.has(way.id)) {
      yield [a + 1, `>${way.id}`];
      yield [b, `<${way.id}`];
      return;
    }
    const [start, track, end] = this.#levels(way);
    if (b === a + 1) {
      if (start !== end) yield [a + 1, leaving(way)];
      return;
    }
    if (start !== track) yield [a + 1, leaving(way)];
    if (track !== end) yield [b, `<${way.to}`];
  }

  /** Heights at which a way begins, runs, and ends. */
  #levels(way: Way): [number, number, number] {
    const from = this.#byId.get(way.from) as Node;
    const top = (this.#middle.get(this.#rowOf.get(way.from) as Row) as number) - from.middle;
    const end = this.#middle.get(this.#rowOf.get(way.to) as Row) as number;
    const track = this.#back.has(way.id) ? end : (this.#middle.get(this.#track.get(way.id) as Row) as number);
    const start = way.border === undefined ? top + way.exit : this.#dropOf(way, from, top);
    return [start, track, end];
  }

  /** Ways that leave the border of a step go down a little first, each a little further. */
  #dropOf(way: Way, from: Node, top: number): number {
    const place = (this.#leaving.get(way.from) ?? []).indexOf(way);
    return top + from.height + (from.borders[0]?.height ?? 0) / 2 + DROP / 2 + DROP_STEP * place;
  }

  #bendsOf(way: Way): Point[] {
    const [a, b] = [this.#rank.get(way.from) ?? 0, this.#rank.get(way.to) ?? 0];
    const [start, track, end] = this.#levels(way);
    const points: Point[] = [];
    if (way.border !== undefined) {
      const node = this.#byId.get(way.from) as Node;
      points.push({ x: (this.#at.get(way.from) as Point).x + borderMiddle(node, way.border), y: start });
    }
    const turn = (name: string, from: number, to: number) => {
      const x = this.#trunks.get(name) as number;
      points.push({ x, y: from }, { x, y: to });
    };
    if (this.#back.has(way.id)) {
      const place = (this.#back.get(way.id) ?? 0) % CHANNELS;
      const channel = 10 + (this.#channels - 1 - place) * TRUNK;
      turn(`>${way.id}`, start, channel);
      turn(`<${way.id}`, channel, end);
    } else if (b === a + 1) {
      if (start !== end) turn(leaving(way), start, end);
    } else {
      if (start !== track) turn(leaving(way), start, track);
      if (track !== end) turn(`<${way.to}`, track, end);
    }
    return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  }
}

/** Ways of one step share a trunk, unless they leave at different heights. */
const leaving = ({ from, border, exit }: Way): string =>
  border === undefined ? `>${from} ${exit}` : `>${from} ${border}`;

/** Events on a border stand in a row, as far apart as there is room for. */
export function borderPlace({ width, borders }: Pick<Node, 'width' | 'borders'>, index: number): number {
  const size = borders[index]?.width ?? 40;
  const step = Math.min(52, borders.length > 1 ? (width - 16 - size) / (borders.length - 1) : 52);
  const first = Math.min(36, Math.max(8, width - 8 - size - step * (borders.length - 1)));
  return Math.round(first + index * step);
}

function borderMiddle(node: Node, border: string): number {
  const index = node.borders.findIndex(({ id }) => id === border);
  return borderPlace(node, index) + (node.borders[index]?.width ?? 40) / 2;
}
