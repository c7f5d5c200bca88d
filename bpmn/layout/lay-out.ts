// Gives a definition without a drawing one: the innermost parts first, lanes as bands, pools around, notes beneath.
// The same definition gives the same drawing, always (docs/bpmn.md).
import type { Artifact, Definition, Element, Flow } from '../../contract/index.ts';
import type { Box, Point } from '../read/diagram.ts';
import { borderPlace, type Laid, laidOut, type Node, type Way } from './scope.ts';
import { artifactSize, CARD, exitAt, isEvent, isGateway, middleOf, type Size, sizeOf } from './sizes.ts';

type Drawable = Pick<Definition, 'elements' | 'flows' | 'artifacts'>;

const INSIDE = { left: 30, top: 56, right: 40, bottom: 40 };
const OUTSIDE = 40;
/** The words of a pool and of a lane stand upright at their left. */
const HEAD = 30;
const LEAST: Size = { width: 260, height: 140 };
const NOTE_GAP = 40;

/** Places for everything: of scopes in which something stands already only for what does not, unless `all`. */
export function layOut<T extends Drawable>(definition: T, all: boolean): T {
  return new LayOut(definition, all).definition() as T;
}

const isPlaced = ({ x, y }: { x?: number | undefined; y?: number | undefined }): boolean =>
  x !== undefined && y !== undefined;

class LayOut {
  readonly #definition: Drawable;
  readonly #all: boolean;
  readonly #elements: Map<string, Element>;
  readonly #children = new Map<string, Element[]>();
  readonly #borders = new Map<string, Element[]>();
  readonly #flows = new Map<string, Flow[]>();
  readonly #bends = new Map<string, Point[]>();
  /** Leaf lanes, in order, with their role in the drawing. */
  #bands: Laid['bands'] = [];
  #isWhole = false;

  constructor(definition: Drawable, all: boolean) {
    this.#definition = definition;
    this.#all = all;
    this.#elements = new Map(definition.elements.map((one) => [one.id, one]));
    for (const one of definition.elements) {
      const host = hostOf(one);
      if (host !== undefined && this.#elements.has(host)) push(this.#borders, host, one);
      else push(this.#children, one.parent ?? '', one);
    }
    for (const flow of definition.flows) push(this.#flows, this.#elements.get(flow.from)?.parent ?? '', flow);
  }

  definition(): Drawable {
    for (const scope of this.#scopes()) this.#scope(scope);
    const elements = this.#definition.elements.map((one) => this.#elements.get(one.id) as Element);
    const flows = this.#definition.flows.map((flow): Flow => {
      const points = this.#bends.get(flow.id);
      return points ? { ...flow, points } : flow;
    });
    const artifacts = this.#definition.artifacts;
    return {
      ...this.#definition,
      elements,
      flows,
      ...(artifacts ? { artifacts: this.#artifacts(artifacts) } : {}),
    };
  }

  /** '' and every sub-process, the innermost first. */
  #scopes(): string[] {
    const depths = new Map<string, number>([['', 0]]);
    const depth = (id: string): number => {
      const known = depths.get(id);
      if (known !== undefined) return known;
      depths.set(id, 0); // What lies in itself goes no deeper.
      const found = depth(this.#elements.get(id)?.parent ?? '') + 1;
      depths.set(id, found);
      return found;
    };
    const parts = this.#definition.elements.flatMap(({ id, type }) => (type === 'subProcess' ? [id] : []));
    for (const id of parts) depth(id);
    return ['', ...parts].toSorted((a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0));
  }

  #scope(scope: string): void {
    const inside = this.#children.get(scope) ?? [];
    if (inside.length === 0) return;
    const now = inside.map(({ id }) => this.#elements.get(id) as Element);
    const isDrawn = !this.#all && now.some(isPlaced);
    if (isDrawn) {
      this.#beneath(now);
      return;
    }
    const lanes = scope === '' ? this.#leafLanes() : [];
    const bandOf = new Map(lanes.flatMap((lane, band) => lane.elements.map((id) => [id, band] as const)));
    const nodes = now.map((one) => this.#node(one, bandOf.get(one.id) ?? 0));
    const ids = new Set(now.map(({ id }) => id));
    const laid = laidOut(nodes, this.#ways(scope, ids), lanes.length);
    if (scope === '') this.#bands = laid.bands;
    if (scope === '') this.#isWhole = true;
    const origin = this.#originIn(scope, lanes.length > 0);
    for (const node of nodes) {
      const at = laid.at.get(node.id) as Point;
      this.#stand(node, { x: at.x + origin.x, y: at.y + origin.y });
    }
    for (const [id, points] of laid.bends)
      if (this.#isFlow(id))
        this.#bends.set(
          id,
          points.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y })),
        );
    if (scope === '') return;
    const part = this.#elements.get(scope) as Element;
    if (part.type === 'subProcess' && part.collapsed) return;
    this.#resize(scope, {
      width: Math.max(LEAST.width, laid.width + INSIDE.left + INSIDE.right),
      height: Math.max(LEAST.height, laid.height + INSIDE.top + INSIDE.bottom),
    });
  }

  #isFlow = (id: string): boolean => !id.startsWith('\u0000');

  #originIn(scope: string, hasLanes: boolean): Point {
    if (scope !== '') return { x: INSIDE.left, y: INSIDE.top };
    const heads = this.#heads(hasLanes);
    return {
      x: OUTSIDE + heads + (heads > 0 ? 30 : 0),
      y: OUTSIDE + (this.#ownPool() && !hasLanes ? 30 : 0),
    };
  }

  #heads = (hasLanes: boolean): number =>
    (this.#ownPool() ? HEAD : 0) + (hasLanes ? HEAD * this.#laneDepth() : 0);

  #node(one: Element, band: number): Node {
    const borders = (this.#borders.get(one.id) ?? []).map((border) => ({ id: border.id, ...sizeOf(border) }));
    const size = sizeOf(one);
    const width = Math.max(size.width, borders.length > 0 ? 16 + borders.length * 46 : 0);
    const isNamedBelow = (isEvent(one) || isGateway(one)) && one.name !== undefined;
    return {
      id: one.id,
      width,
      height: size.height,
      middle: middleOf(one, size),
      borders,
      below: isNamedBelow ? 24 : 0,
      band,
    };
  }

  /** Flows, and the lines from events to what undoes. */
  #ways(scope: string, ids: ReadonlySet<string>): Way[] {
    const ways = (this.#flows.get(scope) ?? []).flatMap((flow): Way[] => {
      const from = this.#elements.get(flow.from) as Element;
      const host = hostOf(from);
      const start = host !== undefined && ids.has(host) ? host : flow.from;
      if (!ids.has(start) || !ids.has(flow.to)) return [];
      return [
        {
          id: flow.id,
          from: start,
          to: flow.to,
          exit: exitAt(from, flow.outcome),
          ...(start === flow.from ? {} : { border: flow.from }),
        },
      ];
    });
    const undoing = this.#definition.elements.flatMap((one): Way[] => {
      if (
        one.type !== 'boundaryEvent' ||
        one.handler === undefined ||
        !ids.has(one.attachedTo) ||
        !ids.has(one.handler)
      )
        return [];
      return one.handler === one.attachedTo
        ? []
        : [{ id: `\u0000${one.id}`, from: one.attachedTo, to: one.handler, exit: 0, border: one.id }];
    });
    return [...ways, ...undoing];
  }

  /** A step with what sits on its border. */
  #stand(node: Node, at: Point): void {
    const one = this.#elements.get(node.id) as Element;
    const isWider = node.width > sizeOf(one).width;
    this.#elements.set(node.id, {
      ...one,
      ...at,
      ...(isWider ? { width: node.width, height: node.height } : {}),
    });
    for (const [index, { id, height }] of node.borders.entries()) {
      const border = this.#elements.get(id) as Element;
      this.#elements.set(id, {
        ...border,
        x: at.x + borderPlace(node, index),
        y: at.y + node.height - height / 2,
      });
    }
  }

  #resize(id: string, { width, height }: Size): void {
    const one = this.#elements.get(id) as Element;
    this.#elements.set(id, { ...one, width, height });
  }

  /** In a scope that is drawn, what is not stands in a row beneath it. */
  #beneath(inside: readonly Element[]): void {
    const drawn = inside.filter(isPlaced);
    for (const host of drawn) this.#missingBorders(host);
    const missing = inside.filter((one) => !isPlaced(one));
    if (missing.length === 0) return;
    let x = Math.min(...drawn.map((one) => one.x as number));
    const y = Math.max(...drawn.map((one) => (one.y as number) + sizeOf(one).height)) + 60;
    for (const one of missing) {
      this.#stand(this.#node(one, 0), { x, y });
      x += sizeOf(one).width + 60;
    }
  }

  #missingBorders(host: Element): void {
    const node = this.#node(host, 0);
    for (const [index, { id, height }] of node.borders.entries()) {
      const border = this.#elements.get(id) as Element;
      if (isPlaced(border)) continue;
      const { width } = sizeOf(host);
      this.#elements.set(id, {
        ...border,
        x: (host.x as number) + borderPlace({ ...node, width }, index),
        y: (host.y as number) + node.height - height / 2,
      });
    }
  }

  // What is drawn around and beside the flow.

  #lanes = (): Extract<Artifact, { type: 'lane' }>[] =>
    (this.#definition.artifacts ?? []).filter((one) => one.type === 'lane');
  #ownPool = () => (this.#definition.artifacts ?? []).find((one) => one.type === 'pool' && !one.other);

  #leafLanes() {
    const lanes = this.#lanes();
    const parents = new Set(lanes.map(({ parent }) => parent));
    return lanes.filter(({ id }) => !parents.has(id));
  }

  #laneDepth(): number {
    return Math.max(0, ...this.#lanes().map((lane) => this.#depthOf(lane)));
  }

  #depthOf(lane: Extract<Artifact, { type: 'lane' }>): number {
    const byId = new Map(this.#lanes().map((one) => [one.id, one]));
    let depth = 1;
    for (let at = byId.get(lane.parent ?? ''); at && depth < 50; at = byId.get(at.parent ?? '')) depth += 1;
    return depth;
  }

  #artifacts(artifacts: readonly Artifact[]): Artifact[] {
    const boxes = new Map<string, Box>();
    const content = this.#content();
    if (this.#isWhole) this.#around(content, boxes);
    const free = artifacts.filter(
      (one) =>
        one.type !== 'line' && one.type !== 'lane' && one.type !== 'pool' && (this.#all || !isPlaced(one)),
    );
    const outer = [...boxes.values()].reduce(union, content);
    this.#notes(free as Exclude<Artifact, { type: 'line' }>[], outer, boxes);
    const below = [...boxes.values()].reduce(union, outer);
    let y = below.y + below.height + NOTE_GAP;
    for (const one of artifacts) {
      if (one.type !== 'pool' || !one.other || (!this.#all && isPlaced(one))) continue;
      boxes.set(one.id, { x: outer.x, y, width: Math.max(300, outer.width), height: 60 });
      y += 60 + NOTE_GAP;
    }
    return artifacts.map((one) => {
      const box = boxes.get(one.id);
      if (one.type === 'line') return this.#all && one.points ? (({ points: _, ...rest }) => rest)(one) : one;
      return box && (this.#all || !isPlaced(one)) ? { ...one, ...box } : one;
    });
  }

  #content(): Box {
    const top = [...(this.#children.get('') ?? []).map(({ id }) => this.#elements.get(id) as Element)].filter(
      isPlaced,
    );
    if (top.length === 0) return { x: OUTSIDE, y: OUTSIDE, ...CARD };
    return top.map((one): Box => ({ x: one.x as number, y: one.y as number, ...sizeOf(one) })).reduce(union);
  }

  /** The pool, and the lanes in it as bands. */
  #around(content: Box, boxes: Map<string, Box>): void {
    const lanes = this.#leafLanes();
    const pool = this.#ownPool();
    const right = content.x + content.width + 40;
    const poolHead = pool ? HEAD : 0;
    if (lanes.length > 0) {
      const byId = new Map(this.#lanes().map((one) => [one.id, one]));
      for (const [band, lane] of lanes.entries()) {
        const { y, height } = this.#bands[band] as { y: number; height: number };
        const x = OUTSIDE + poolHead + HEAD * (this.#depthOf(lane) - 1);
        boxes.set(lane.id, { x, y: y + OUTSIDE, width: right - x, height });
        for (
          let up = byId.get(lane.parent ?? ''), n = 0;
          up && n < 50;
          up = byId.get(up.parent ?? ''), n += 1
        ) {
          const outer = OUTSIDE + poolHead + HEAD * (this.#depthOf(up) - 1);
          const own: Box = { x: outer, y: y + OUTSIDE, width: right - outer, height };
          const before = boxes.get(up.id);
          boxes.set(up.id, before ? union(before, own) : own);
        }
      }
    }
    if (!pool) return;
    const inner = [...boxes.values()].reduce(union, content);
    const top = lanes.length > 0 ? inner.y : inner.y - 30;
    const bottom = lanes.length > 0 ? inner.y + inner.height : inner.y + inner.height + 40;
    boxes.set(pool.id, { x: OUTSIDE, y: top, width: right - OUTSIDE, height: bottom - top });
  }

  /** Notes and data in a strip beneath, as near to what they are about as the others leave room. */
  #notes(
    free: readonly Exclude<Artifact, { type: 'line' }>[],
    { y, height }: Box,
    boxes: Map<string, Box>,
  ): void {
    const about = new Map<string, string>();
    for (const line of this.#definition.artifacts ?? []) {
      if (line.type !== 'line') continue;
      about.set(line.from, line.to);
      about.set(line.to, line.from);
    }
    const wanted = free.map((one) => ({ one, x: this.#xOf(about.get(one.id)) }));
    let next = OUTSIDE;
    for (const { one, x } of wanted.toSorted((a, b) => a.x - b.x)) {
      const size = artifactSize(one);
      const left = Math.max(next, x);
      boxes.set(one.id, { x: left, y: y + height + NOTE_GAP, ...size });
      next = left + Math.max(size.width, 100) + 20;
    }
  }

  #xOf(id: string | undefined): number {
    let x = 0;
    let n = 0;
    for (
      let at = this.#elements.get(id ?? '');
      at && n < 300;
      at = this.#elements.get(at.parent ?? ''), n += 1
    )
      x += at.x ?? 0;
    return x;
  }
}

const hostOf = (one: Element): string | undefined =>
  one.type === 'boundaryEvent' ? one.attachedTo : one.type === 'unsupported' ? one.attachedTo : undefined;

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
