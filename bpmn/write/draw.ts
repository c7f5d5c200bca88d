// Writes the drawing: a shape or an edge for everything that is drawn, as it was kept where nothing moved since.
import type { Artifact, Definition, Element, Flow } from '../../contract/index.ts';
import { absoluteBends, absoluteBox, lineOf, type Origin, originsOf, wayOf } from '../drawing/geometry.ts';
import {
  boundsOf,
  boxNumbers,
  freshEdge,
  freshShape,
  labelBy,
  labelShape,
  wayNumbers,
  waypoint,
} from '../drawing/shapes.ts';
import { boxOf as artifactBox } from '../kept/keep.ts';
import { layOut } from '../layout/lay-out.ts';
import { artifactSize } from '../layout/sizes.ts';
import { BPMNDI, DC, DI, OWN } from '../namespaces.ts';
import { type Box, boxOf, DRAWN, HAD, type Point } from '../read/diagram.ts';
import { attribute, copyOf, elementsIn, isElement, setAttribute, type XmlElement } from '../xml/node.ts';
import type { Assembled, KeptParts, Source } from './assemble.ts';
import { freshDiagram } from './process.ts';

/** Adds the drawing to a file that is put together. */
export function draw({ root, collaboration, roots }: Assembled, sources: readonly Source[]): void {
  const planes = new Map<string, { diagram: XmlElement; plane: XmlElement; drawn: Set<string> }>();
  const planeFor = (id: string, kept: XmlElement | undefined) => {
    const known = planes.get(id);
    if (known) return known;
    const diagram = copyOf(kept ?? freshDiagram(id));
    const plane = elementsIn(diagram).find((one) => one.local === 'BPMNPlane') as XmlElement;
    setAttribute(plane, 'bpmnElement', id);
    const made = { diagram, plane, drawn: new Set<string>() };
    planes.set(id, made);
    return made;
  };
  const known = new Set(sources.map(({ definition }) => definition.id));
  for (const source of sources) {
    const { definition, kept } = source;
    const main = mainPlane(source, collaboration, known);
    // Room for the closed parts' own drawings comes after that of the process.
    planeFor(main.id, main.kept);
    for (const { id, node, at } of new Drawing(definition, kept, (wanted) => roots.freeId(wanted)).nodes()) {
      const target = at === undefined ? planeFor(main.id, main.kept) : planeFor(at, kept.get('diagram', at));
      if (target.drawn.has(id)) continue;
      target.drawn.add(id);
      target.plane.children.push(node);
    }
  }
  root.children.push(...[...planes.values()].map(({ diagram }) => diagram));
}

/** The plane a process is drawn on: the one it came from, else that of the pools, else its own. */
function mainPlane(
  { definition, kept }: Source,
  collaboration: string | undefined,
  known: ReadonlySet<string>,
): { id: string; kept: XmlElement | undefined } {
  const diagrams = kept.file.filter(({ uri, local }) => uri === BPMNDI && local === 'BPMNDiagram');
  const planes = diagrams.flatMap((node) => {
    const plane = elementsIn(node).find((one) => one.local === 'BPMNPlane');
    const ref = plane && attribute(plane, 'bpmnElement');
    return ref === undefined ? [] : [{ id: ref.slice(ref.indexOf(':') + 1), kept: node }];
  });
  const hasPool = definition.artifacts?.some(({ type }) => type === 'pool') ?? false;
  const found = planes.find(
    ({ id }) => (id === collaboration || known.has(id)) && (hasPool ? id === collaboration : true),
  );
  if (found) return found;
  return { id: hasPool && collaboration !== undefined ? collaboration : definition.id, kept: undefined };
}

interface Drawn {
  id: string;
  node: XmlElement;
  /** The closed sub-process on whose own plane it is. */
  at: string | undefined;
}

class Drawing {
  readonly #definition: Definition;
  /** With a place for everything. */
  readonly #whole: Definition;
  readonly #kept: KeptParts;
  readonly #freeId: (wanted: string) => string;
  readonly #origins: Map<string, Origin>;
  readonly #boxes = new Map<string, Box>();
  readonly #elements: Map<string, Element>;

  constructor(definition: Definition, kept: KeptParts, freeId: (wanted: string) => string) {
    this.#definition = definition;
    this.#whole = withPlaces(definition);
    this.#kept = kept;
    this.#freeId = freeId;
    this.#origins = originsOf(this.#whole.elements);
    this.#elements = new Map(this.#whole.elements.map((one) => [one.id, one]));
  }

  *nodes(): Generator<Drawn> {
    const own = new Map<string, Element | Artifact>(
      [...this.#definition.elements, ...(this.#definition.artifacts ?? [])].map((one) => [one.id, one]),
    );
    const artifacts = (this.#whole.artifacts ?? []).filter((one) => one.type !== 'line');
    for (const one of this.#whole.elements) this.#boxes.set(one.id, absoluteBox(one, this.#origins));
    for (const one of artifacts) this.#boxes.set(one.id, { ...artifactSize(one), ...withSize(one) });
    // Pools and lanes first: what comes later is drawn over what came before.
    const behind = artifacts.filter(({ type }) => type === 'pool' || type === 'lane');
    const beside = artifacts.filter(({ type }) => type !== 'pool' && type !== 'lane');
    for (const one of behind) yield this.#shape(one, own.get(one.id) ?? one, undefined);
    for (const one of this.#inLayers())
      yield this.#shape(one, own.get(one.id) ?? one, this.#origins.get(one.parent ?? '')?.plane);
    for (const one of beside) yield this.#shape(one, own.get(one.id) ?? one, this.#planeOf(one.id));
    yield* this.#edges();
  }

  /** What is in a sub-process after it, what sits on a border last. */
  #inLayers(): Element[] {
    const depth = (one: Element): number => {
      let n = one.type === 'boundaryEvent' ? 0.5 : 0;
      for (
        let at = this.#elements.get(one.parent ?? '');
        at && n < 300;
        at = this.#elements.get(at.parent ?? '')
      )
        n += 1;
      return n;
    };
    return this.#whole.elements
      .map((one) => ({ one, depth: depth(one) }))
      .toSorted((a, b) => a.depth - b.depth)
      .map(({ one }) => one);
  }

  /** A note of a closed sub-process is drawn with it. */
  #planeOf(id: string): string | undefined {
    const inside = attribute(this.#kept.get('model', id) ?? this.#nothing, 'in', OWN);
    return inside === undefined ? undefined : this.#origins.get(inside)?.plane;
  }
  readonly #nothing: XmlElement = { uri: '', prefix: '', local: '', attributes: [], children: [], at: -1 };

  #shape(one: Element | Artifact, own: Element | Artifact, at: string | undefined): Drawn {
    const box = this.#boxes.get(one.id) as Box;
    const fresh = freshShape(one, box);
    const node = this.#keptShape(one.id, box, fresh) ?? this.#withFreeId(fresh);
    const had = hadOf(own);
    if (had !== 'xywh') {
      setAttribute(node, HAD.local, had, HAD.uri);
      setAttribute(node, DRAWN.local, boxNumbers(box), DRAWN.uri);
    }
    return { id: one.id, node, at };
  }

  #withFreeId(node: XmlElement): XmlElement {
    setAttribute(node, 'id', this.#freeId(attribute(node, 'id') as string));
    return node;
  }

  /** As it was kept: where it stood, or moved with its words. */
  #keptShape(id: string, box: Box, fresh: XmlElement): XmlElement | undefined {
    const old = this.#kept.get('shape', id);
    const bounds = old && elementsIn(old).find((child) => child.local === 'Bounds' && child.uri === DC);
    const was = bounds && boxOf(bounds);
    if (!old || !was) return undefined;
    const node = copyOf(old);
    setAttribute(node, 'bpmnElement', id);
    for (const local of ['isExpanded', 'isHorizontal', 'isMarkerVisible']) {
      const wanted = attribute(fresh, local);
      if (local === 'isExpanded' && wanted !== undefined && attribute(node, local) !== undefined)
        setAttribute(node, local, wanted);
    }
    if (isSame(was, box)) return node;
    const [dx, dy] = [box.x - was.x, box.y - was.y];
    node.children = node.children.map((child) => {
      if (!isElement(child)) return child;
      if (child.local === 'Bounds') return boundsOf(box);
      return child.local === 'BPMNLabel' ? moved(child, dx, dy) : child;
    });
    return node;
  }

  *#edges(): Generator<Drawn> {
    const points = new Map(this.#definition.flows.map((flow) => [flow.id, flow.points]));
    for (const flow of this.#whole.flows) {
      const [from, to] = [this.#elements.get(flow.from), this.#elements.get(flow.to)];
      if (!from || !to) continue;
      const [a, b] = [this.#boxes.get(from.id) as Box, this.#boxes.get(to.id) as Box];
      const way = wayOf(
        flow,
        { element: from, box: a },
        { element: to, box: b },
        absoluteBends(flow, this.#elements, this.#origins),
      );
      yield this.#edge(
        flow.id,
        [flow.from, flow.to],
        way,
        points.get(flow.id) !== undefined,
        this.#origins.get(from.parent ?? '')?.plane,
        flow,
      );
    }
    for (const line of this.#whole.artifacts ?? []) {
      if (line.type !== 'line') continue;
      const [a, b] = [this.#boxes.get(line.from), this.#boxes.get(line.to)];
      const old = this.#kept.get('edge', line.id);
      if (!a || !b) {
        // One end is not drawn here, but with another process of the file.
        if (old) yield { id: line.id, node: clean(old), at: undefined };
        continue;
      }
      const plane = this.#elements.has(line.from)
        ? this.#origins.get(this.#elements.get(line.from)?.parent ?? '')?.plane
        : this.#planeOf(line.from);
      yield this.#edge(
        line.id,
        [line.from, line.to],
        lineOf(a, b, line.points),
        line.points !== undefined,
        plane,
      );
    }
    for (const one of this.#definition.elements) {
      if (one.type !== 'boundaryEvent' || one.handler === undefined) continue;
      const line = (this.#definition.artifacts ?? []).some(
        (each) =>
          each.type === 'line' &&
          [each.from, each.to].includes(one.id) &&
          [each.from, each.to].includes(one.handler as string),
      );
      const [a, b] = [this.#boxes.get(one.id), this.#boxes.get(one.handler)];
      if (!line && a && b)
        yield this.#edge(
          `${one.id}_handler`,
          [one.id, one.handler],
          lineOf(a, b),
          true,
          this.#origins.get(one.parent ?? '')?.plane,
        );
    }
  }

  #edge(
    id: string,
    [from, to]: [string, string],
    way: readonly Point[],
    hadPoints: boolean,
    at: string | undefined,
    flow?: Flow,
  ): Drawn {
    const node = this.#keptEdge(id, from, to, way) ?? this.#withFreeId(freshEdge(id, way));
    if (flow) putLabel(node, flow);
    if (!hadPoints) setAttribute(node, DRAWN.local, wayNumbers(way), DRAWN.uri);
    return { id, node, at };
  }

  /** As it was kept while its ends stand and its bends are the same; otherwise only its looks go on. */
  #keptEdge(id: string, from: string, to: string, way: readonly Point[]): XmlElement | undefined {
    const old = this.#kept.get('edge', id);
    if (!old) return undefined;
    const node = clean(old);
    setAttribute(node, 'bpmnElement', id);
    const stands = [
      ['from', from],
      ['to', to],
    ].every(([name, end]) => {
      const box = this.#boxes.get(end as string);
      return attribute(old, name as string, OWN) === (box && boxNumbers(box));
    });
    const bends = elementsIn(old)
      .filter(({ local, uri }) => local === 'waypoint' && uri === DI)
      .slice(1, -1);
    const isSameWay =
      bends.length === way.length - 2 &&
      bends.every(
        (bend, i) =>
          isNear(Number(attribute(bend, 'x')), way[i + 1]?.x) &&
          isNear(Number(attribute(bend, 'y')), way[i + 1]?.y),
      );
    if (stands && isSameWay) return node;
    node.children = [
      ...way.map(waypoint),
      ...node.children.filter(
        (child) => isElement(child) && child.local !== 'waypoint' && child.local !== 'BPMNLabel',
      ),
    ];
    return node;
  }
}

/** The words of a flow where its definition has them; as they were kept while they have not been put elsewhere. */
function putLabel(edge: XmlElement, flow: Flow): void {
  const by = flow.labelBy;
  const first = elementsIn(edge).find(({ local, uri }) => local === 'waypoint' && uri === DI);
  const start = { x: Number(first && attribute(first, 'x')), y: Number(first && attribute(first, 'y')) };
  const now = labelBy(edge, start);
  if (now?.x === by?.x && now?.y === by?.y) return;
  edge.children = [
    ...edge.children.filter((child) => !isElement(child) || child.local !== 'BPMNLabel'),
    ...(by ? [labelShape(flow, start, by)] : []),
  ];
}

/** With a place for everything; what a definition says itself stays, also where it says half of it. */
function withPlaces(definition: Definition): Definition {
  const whole = layOut(definition, false);
  const said = new Map(
    [...definition.elements, ...(definition.artifacts ?? [])].map((one) => [one.id, placeIn(one)]),
  );
  const restored = <T extends Element | Artifact>(one: T): T => ({ ...one, ...said.get(one.id) });
  return {
    ...whole,
    elements: whole.elements.map(restored),
    flows: whole.flows.map((flow, i) => (definition.flows[i]?.points ? (definition.flows[i] as Flow) : flow)),
    ...(whole.artifacts ? { artifacts: whole.artifacts.map(restored) } : {}),
  };
}

function placeIn(one: Element | Artifact): Partial<Box> {
  if (one.type === 'line') return {};
  return Object.fromEntries(
    (['x', 'y', 'width', 'height'] as const).flatMap((key) =>
      one[key] === undefined ? [] : [[key, one[key]]],
    ),
  );
}

function clean(edge: XmlElement): XmlElement {
  const node = copyOf(edge);
  for (const local of ['from', 'to']) setAttribute(node, local, undefined, OWN);
  return node;
}

/** Which of its numbers a definition says itself. */
function hadOf(one: Element | Artifact): string {
  if (one.type === 'line') return 'xywh';
  return (['x', 'y', 'width', 'height'] as const)
    .flatMap((key) => (one[key] === undefined ? [] : [key[0] as string]))
    .join('');
}

function withSize(one: Exclude<Artifact, { type: 'line' }>): Box {
  const { width, height } = artifactSize(one);
  const box = artifactBox(one);
  return { x: box.x, y: box.y, width: one.width ?? width, height: one.height ?? height };
}

const isNear = (a: number, b: number | undefined): boolean => b !== undefined && Math.abs(a - b) < 0.002;
const isSame = (a: Box, b: Box): boolean =>
  isNear(a.x, b.x) && isNear(a.y, b.y) && isNear(a.width, b.width) && isNear(a.height, b.height);

/** The words of a shape go where it goes. */
function moved(label: XmlElement, dx: number, dy: number): XmlElement {
  const children = label.children.map((child) => {
    const box = isElement(child) && child.local === 'Bounds' ? boxOf(child) : undefined;
    return box ? boundsOf({ ...box, x: box.x + dx, y: box.y + dy }) : child;
  });
  return { ...label, children };
}
