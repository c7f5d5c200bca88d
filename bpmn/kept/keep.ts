// What of a file is kept as it was written: everything that writing a definition anew would say otherwise.
import type { Artifact, Definition } from '../../contract/index.ts';
import { absoluteBox, lineOf, originsOf, wayOf } from '../drawing/geometry.ts';
import { boxNumbers, freshEdge, freshShape, labelShape, wayNumbers } from '../drawing/shapes.ts';
import { BPMN, OWN } from '../namespaces.ts';
import { type Box, DRAWN, type Edge, type Point } from '../read/diagram.ts';
import type { ReadDocument } from '../read/document.ts';
import type { ReadProcess } from '../read/process.ts';
import { dataObjectId, freshArtifact, freshDataObject } from '../write/artifacts.ts';
import { freshElement, freshFlow, type Surroundings } from '../write/fresh.ts';
import { sortChildren } from '../write/order.ts';
import {
  COLLABORATION,
  freshCollaboration,
  freshDiagram,
  freshProcess,
  freshRoot,
} from '../write/process.ts';
import { Roots } from '../write/roots.ts';
import { surroundingsOf } from '../write/surroundings.ts';
import { canonical, saysTheSame } from '../xml/canonical.ts';
import { attribute, elementsIn, setAttribute, type XmlElement } from '../xml/node.ts';
import {
  fragmentText,
  isPartOfCollaboration,
  isPartOfFile,
  isPartOfProcess,
  isUsualPart,
  prefixesOf,
  withOurTypes,
  withoutParts,
  withoutShapes,
} from './fragments.ts';

export type Kept = NonNullable<Definition['kept']>;

/** Where what belongs to the file as a whole is kept. */
export const FILE = '*';

export class Keeper {
  readonly #document: ReadDocument;
  readonly #root: XmlElement;
  readonly #prefixes: Map<string, string>;
  readonly #roots: Roots;
  /** What would be made for events to refer to, if the file had nothing. */
  readonly #anew: Roots;

  constructor(document: ReadDocument, root: XmlElement) {
    this.#document = document;
    this.#root = root;
    this.#prefixes = prefixesOf(root);
    const ids = new Set(document.reading.byId.keys());
    this.#roots = new Roots(
      elementsIn(root).filter((one) => !isPartOfFile(one)),
      ids,
    );
    this.#anew = new Roots([], new Set());
  }

  /** @param placed each process as it came over, in the order of the document */
  all(placed: readonly Definition[]): Kept[] {
    const each = this.#document.processes.map((process, i) => this.#of(process, placed[i] as Definition));
    const file = this.#ofFile();
    return this.#document.processes.map((process, i) => [
      ...file,
      ...this.#diagrams(process, placed[i] as Definition),
      ...(each[i] as Kept),
    ]);
  }

  #of(process: ReadProcess, placed: Definition): Kept {
    const around = surroundingsOf(placed, this.#roots);
    const anew = surroundingsOf(placed, this.#anew);
    return [
      ...this.#process(process, placed),
      ...this.#elements(process, placed, around, anew),
      ...this.#artifacts(process, placed),
      ...this.#drawing(placed),
    ];
  }

  #keep(at: string, node: XmlElement, all = false): Kept[number] {
    return { at, xml: fragmentText(this.#spelt(node), this.#prefixes, all) };
  }

  /** In our spelling: types by our prefixes, and in the order the schema wants. */
  #spelt(node: XmlElement): XmlElement {
    const own = withOurTypes(node, this.#root);
    if (own.uri === BPMN) sortChildren(own);
    return own;
  }

  /** Kept where a fresh one would say something else. */
  #unlessFresh(at: string, node: XmlElement, fresh: XmlElement): Kept {
    const named = withId(node, fresh);
    if (saysTheSame(named, fresh, OWN)) return [];
    const own = this.#spelt(named);
    return canonical(own) === canonical(fresh) ? [] : [this.#keep(at, own)];
  }

  /** The root with its namespaces and what processes share; the collaboration. */
  #ofFile(): Kept {
    const read = new Set(this.#document.processes.map(({ node }) => node));
    const root = withoutParts(
      this.#root,
      (child) => isPartOfFile(child) && !(child.local === 'process' && !read.has(child)),
    );
    const made = new Map(this.#anew.elements.map((one) => [attribute(one, 'id'), canonical(one)]));
    const isMade = (one: XmlElement) =>
      made.get(attribute(one, 'id')) === canonical(withOurTypes(one, this.#root));
    const isFresh =
      canonical({ ...root, children: [] }) === canonical(freshRoot()) && elementsIn(root).every(isMade);
    const { node } = this.#document.collaboration;
    return [
      ...(isFresh ? [] : [this.#keep(FILE, root, true)]),
      ...(node
        ? this.#unlessFresh(
            FILE,
            withoutParts(node, isPartOfCollaboration),
            freshCollaboration(COLLABORATION),
          )
        : []),
    ];
  }

  /** The drawings its elements are on; that of a closed sub-process is kept with it. */
  #diagrams({ definition }: ReadProcess, placed: Definition): Kept {
    const { diagrams, shapes } = this.#document.diagram;
    const ids = [...placed.elements, ...(placed.artifacts ?? [])].map(({ id }) => id);
    const planes = new Set([definition.id, ...ids.flatMap((id) => shapes.get(id)?.plane ?? [])]);
    const closed = new Set(
      placed.elements.flatMap((one) => (one.type === 'subProcess' && one.collapsed ? one.id : [])),
    );
    return diagrams.flatMap(({ node, plane }) =>
      planes.has(plane)
        ? this.#unlessFresh(closed.has(plane) ? plane : FILE, withoutShapes(node), freshDiagram(plane))
        : [],
    );
  }

  /** An element by itself: what is in it and was read as something of its own is kept there. */
  #alone(
    node: XmlElement,
    sources: ReadProcess['sources'],
    isPart: (child: XmlElement) => boolean,
  ): XmlElement {
    const read = this.#readNodes(sources);
    return withoutParts(node, (child) => isPart(child) || read.has(child));
  }

  readonly #known = new Map<ReadProcess['sources'], Set<XmlElement>>();
  #readNodes(sources: ReadProcess['sources']): Set<XmlElement> {
    const known =
      this.#known.get(sources) ??
      new Set([...sources.values()].filter(({ local }) => !local.startsWith('data')));
    this.#known.set(sources, known);
    return known;
  }

  #process({ node, sources }: ReadProcess, placed: Definition): Kept {
    return this.#unlessFresh(
      '',
      this.#withoutMadeData(this.#alone(node, sources, isPartOfProcess), placed),
      freshProcess(placed),
    );
  }

  /** Data objects that are made for their references. */
  #withoutMadeData(node: XmlElement, { artifacts = [] }: Definition): XmlElement {
    const made = new Map(
      artifacts.flatMap((one) =>
        one.type === 'data' && one.kind !== 'store'
          ? [[dataObjectId(one.id), canonical(freshDataObject(one.id, one.list ?? false))]]
          : [],
      ),
    );
    const children = node.children.filter(
      (child) =>
        !(
          typeof child === 'object' &&
          'local' in child &&
          child.local === 'dataObject' &&
          made.get(attribute(child, 'id') ?? '') === canonical(child)
        ),
    );
    return { ...node, children };
  }

  #elements({ sources }: ReadProcess, placed: Definition, around: Surroundings, anew: Surroundings): Kept {
    const kept: Kept = [];
    for (const one of placed.elements) {
      const node = sources.get(one.id) as XmlElement;
      freshElement(one, anew);
      kept.push(
        ...this.#unlessFresh(
          one.id,
          this.#withoutMadeData(this.#alone(node, sources, isUsualPart), placed),
          freshElement(one, around),
        ),
      );
    }
    for (const flow of placed.flows)
      kept.push(
        ...this.#unlessFresh(flow.id, withoutParts(sources.get(flow.id) as XmlElement), freshFlow(flow)),
      );
    return kept;
  }

  #artifacts({ sources, within, laneSets }: ReadProcess, placed: Definition): Kept {
    return (placed.artifacts ?? []).flatMap((one) => {
      // Lines to data stand in the element that uses them.
      if (one.type === 'line' && one.kind === 'data') return [];
      const node = withoutParts(sources.get(one.id) as XmlElement, isPartOfLane);
      freshArtifact(one, this.#anew, placed.id);
      const fresh = freshArtifact(one, this.#roots, placed.id);
      const inside = within.get(one.id);
      const set = one.type === 'lane' ? laneSets.get(one.id) : undefined;
      if (inside === undefined && set === undefined) return this.#unlessFresh(one.id, node, fresh);
      const own = { ...node, attributes: [...node.attributes] };
      setAttribute(own, 'in', inside, OWN);
      setAttribute(own, 'set', set?.id, OWN);
      setAttribute(own, 'setName', set?.name, OWN);
      return [this.#keep(one.id, own)];
    });
  }

  #drawing(placed: Definition): Kept {
    const { shapes, edges } = this.#document.diagram;
    const origins = originsOf(placed.elements);
    const elements = new Map(placed.elements.map((one) => [one.id, one]));
    const boxes = new Map<string, Box>();
    const kept: Kept = [];
    for (const one of placed.elements)
      boxes.set(one.id, shapes.get(one.id)?.box ?? absoluteBox(one, origins));
    for (const one of placed.artifacts ?? [])
      if (one.type !== 'line') boxes.set(one.id, shapes.get(one.id)?.box ?? boxOf(one));
    for (const one of [...placed.elements, ...(placed.artifacts ?? [])]) {
      const shape = shapes.get(one.id);
      if (!shape || one.type === 'line') continue;
      if (!saysTheSame(shape.node, freshShape(one, shape.box), OWN, true))
        kept.push(this.#keep(one.id, withoutParts(shape.node, noParts)));
    }
    const keepEdge = (id: string, from: string, to: string, fresh: XmlElement) => {
      const edge = edges.get(id);
      // What our own writer drew because nobody had is not kept.
      if (!edge || attribute(edge.node, DRAWN.local, DRAWN.uri) === wayNumbers(edge.points)) return;
      if (saysTheSame(edge.node, fresh, OWN, true)) return;
      const node = withoutParts(edge.node, noParts);
      const own = { ...node, attributes: [...node.attributes] };
      // It holds for as long as both ends stand where they stood.
      const [a, b] = [boxes.get(from), boxes.get(to)];
      setAttribute(own, 'from', a && boxNumbers(a), OWN);
      setAttribute(own, 'to', b && boxNumbers(b), OWN);
      kept.push(this.#keep(id, own));
    };
    for (const flow of placed.flows) {
      const [from, to] = [elements.get(flow.from), elements.get(flow.to)];
      if (!from || !to) continue;
      const ends = [from, to].map((one) => ({ element: one, box: boxes.get(one.id) as Box })) as [
        Parameters<typeof wayOf>[1],
        Parameters<typeof wayOf>[2],
      ];
      const way = wayOf(flow, ...ends, inner(edges.get(flow.id)));
      const fresh = freshEdge(flow.id, way);
      if (flow.labelBy && way[0]) fresh.children.push(labelShape(flow, way[0], flow.labelBy));
      keepEdge(flow.id, flow.from, flow.to, fresh);
    }
    for (const line of placed.artifacts ?? []) {
      if (line.type !== 'line') continue;
      const [a, b] = [boxes.get(line.from), boxes.get(line.to)];
      keepEdge(
        line.id,
        line.from,
        line.to,
        freshEdge(line.id, a && b ? lineOf(a, b, inner(edges.get(line.id))) : []),
      );
    }
    return kept;
  }
}

/** What had no id gets the one it was given. */
function withId(node: XmlElement, fresh: XmlElement): XmlElement {
  const id = attribute(fresh, 'id');
  if (id === undefined || attribute(node, 'id') !== undefined || node.uri !== BPMN) return node;
  return { ...node, attributes: [{ uri: '', prefix: '', local: 'id', value: id }, ...node.attributes] };
}

/** The bends of an edge: its ends follow from what it is between. */
const inner = (edge: Edge | undefined): Point[] => edge?.points.slice(1, -1) ?? [];

const noParts = () => false;
const isPartOfLane = ({ uri, local }: XmlElement): boolean =>
  uri === BPMN && (local === 'flowNodeRef' || local === 'childLaneSet');

export const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Extract<Artifact, { x?: unknown }>): Box => ({
  x,
  y,
  width,
  height,
});
