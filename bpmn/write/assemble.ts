// Puts a whole file together: from what was kept where that is chosen, anew otherwise, with our own data beside it.
import type { Artifact, Definition, Element, Flow } from '../../contract/index.ts';
import { fragmentOf } from '../kept/fragments.ts';
import { FILE } from '../kept/keep.ts';
import { BPMN, BPMNDI, OWN } from '../namespaces.ts';
import { laneSetId } from '../read/lanes.ts';
import { documentation } from '../read/process.ts';
import { nameOf } from '../read/reading.ts';
import { jsonForXml } from '../xml/characters.ts';
import {
  attribute,
  copyOf,
  elementsIn,
  isElement,
  element as made,
  setAttribute,
  textOf,
  type XmlElement,
} from '../xml/node.ts';
import { dataObjectId, freshArtifact, freshDataLine, freshDataObject } from './artifacts.ts';
import {
  documentation as freshDocumentation,
  freshElement,
  freshFlow,
  type Surroundings,
  words,
} from './fresh.ts';
import { sortChildren } from './order.ts';
import { COLLABORATION, freshCollaboration, freshProcess, freshRoot } from './process.ts';
import { Roots } from './roots.ts';
import { surroundingsOf } from './surroundings.ts';

/** Our own data on one thing: what BPMN does not say, and what it says instead. */
export interface Own {
  own: Record<string, unknown>;
  was: Record<string, unknown>;
}

/** How one definition is written, thing by thing. */
export interface Choices {
  /** What is not written as it was kept, because it says something else by now. */
  anew: ReadonlySet<string>;
  /** Our own data, by id; '' is the process. */
  own: ReadonlyMap<string, Own>;
}

/** What was kept with a definition, by id and by the name of what it is. */
export class KeptParts {
  readonly #parts = new Map<string, XmlElement>();
  readonly file: XmlElement[] = [];

  constructor(kept: Definition['kept']) {
    for (const { at, xml } of kept ?? []) {
      const node = fragmentOf(xml);
      if (!node) continue;
      if (at === FILE) this.file.push(node);
      const key = `${kindOf(node)} ${at}`;
      if (!this.#parts.has(key)) this.#parts.set(key, node);
    }
  }

  get(kind: 'model' | 'shape' | 'edge' | 'diagram', at: string): XmlElement | undefined {
    return this.#parts.get(`${kind} ${at}`);
  }
}

function kindOf({ uri, local }: XmlElement): 'model' | 'shape' | 'edge' | 'diagram' {
  if (uri !== BPMNDI) return 'model';
  return local === 'BPMNShape' ? 'shape' : local === 'BPMNEdge' ? 'edge' : 'diagram';
}

export interface Assembled {
  root: XmlElement;
  /** Id of the collaboration, where there is one. */
  collaboration: string | undefined;
  roots: Roots;
}

export interface Source {
  definition: Definition;
  kept: KeptParts;
}

/** Everything but the drawing. */
export function assemble(sources: readonly Source[], choices: readonly Choices[]): Assembled {
  const file = fileOf(sources);
  const roots = new Roots(file.roots, new Set(sources.flatMap(({ definition }) => idsOf(definition))));
  const pools = sources.some(({ definition }) => definition.artifacts?.some(({ type }) => type === 'pool'));
  const collaboration =
    pools || file.collaboration
      ? copyOf(file.collaboration ?? freshCollaboration(roots.freeId(COLLABORATION)))
      : undefined;
  // A process without steps is no definition, but stays what its pool refers to.
  const empty = file.roots
    .filter(({ local }) => local === 'process')
    .flatMap((one) => attribute(one, 'id') ?? []);
  const known = [...sources.map(({ definition }) => definition.id), ...empty];
  const processes = sources.map((source, i) =>
    new ProcessWriter(source, choices[i] as Choices, roots, collaboration, known).write(),
  );
  if (collaboration) sortChildren(collaboration);
  const { root } = file;
  root.children.push(...roots.elements, ...(collaboration ? [collaboration] : []), ...processes);
  sortChildren(root);
  return { root, collaboration: collaboration && attribute(collaboration, 'id'), roots };
}

const idsOf = ({ id, elements, flows, artifacts = [] }: Definition): string[] => [
  id,
  ...[...elements, ...flows, ...artifacts].map((one) => one.id),
];

/** The root, what is shared, and the collaboration: those that came first, each id once. */
function fileOf(sources: readonly Source[]): {
  root: XmlElement;
  roots: XmlElement[];
  collaboration: XmlElement | undefined;
} {
  const parts = sources.flatMap(({ kept }) => kept.file);
  const [first, ...more] = parts.filter(({ local }) => local === 'definitions');
  const seen = new Set<string>();
  const roots = [first, ...more]
    .flatMap((file) => (file ? elementsIn(file).map((one) => ({ one, file })) : []))
    .filter(({ one, file }) => {
      const id = attribute(one, 'id');
      if (id === undefined) return file === first;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  const root = first ? { ...copyOf(first), children: [] } : freshRoot();
  return {
    root,
    roots: roots.map(({ one }) => copyOf(one)),
    collaboration: parts.find(({ local }) => local === 'collaboration'),
  };
}

class ProcessWriter {
  readonly #definition: Definition;
  readonly #kept: KeptParts;
  readonly #choices: Choices;
  readonly #around: Surroundings;
  readonly #roots: Roots;
  readonly #collaboration: XmlElement | undefined;
  readonly #processes: readonly string[];
  /** '' is the process. */
  readonly #containers = new Map<string, XmlElement>();
  readonly #nodes = new Map<string, XmlElement>();

  constructor(
    { definition, kept }: Source,
    choices: Choices,
    roots: Roots,
    collaboration: XmlElement | undefined,
    processes: readonly string[],
  ) {
    this.#definition = definition;
    this.#kept = kept;
    this.#choices = choices;
    this.#roots = roots;
    this.#around = surroundingsOf(definition, roots);
    this.#collaboration = collaboration;
    this.#processes = processes;
  }

  write(): XmlElement {
    const { elements, flows, artifacts = [] } = this.#definition;
    const process = this.#process();
    this.#containers.set('', process);
    for (const one of elements) {
      const node = this.#element(one);
      this.#nodes.set(one.id, node);
      if (one.type === 'subProcess') this.#containers.set(one.id, node);
    }
    for (const { id, parent } of elements)
      this.#within(parent).children.push(this.#nodes.get(id) as XmlElement);
    this.#flows(flows);
    this.#lanes(artifacts.filter((one) => one.type === 'lane'));
    for (const one of artifacts) if (one.type !== 'lane') this.#artifact(one);
    this.#dataObjects(artifacts);
    this.#compensation(artifacts);
    for (const node of this.#nodes.values()) sortChildren(node);
    sortChildren(process);
    return process;
  }

  #within(parent: string | undefined): XmlElement {
    return this.#containers.get(parent ?? '') ?? (this.#containers.get('') as XmlElement);
  }

  /** What was kept, unless it says something else by now. */
  #keptNode(id: string): XmlElement | undefined {
    return this.#choices.anew.has(id) ? undefined : this.#kept.get('model', id);
  }

  /** Anew, with what other programs left there. */
  #anew(id: string, fresh: XmlElement): XmlElement {
    const old = this.#kept.get('model', id);
    if (old) takeOver(fresh, old);
    return fresh;
  }

  #process(): XmlElement {
    const { id, name, summary } = this.#definition;
    const old = this.#keptNode('');
    const node = old ? copyOf(old) : this.#anew('', freshProcess(this.#definition));
    setAttribute(node, 'id', id);
    if (old) {
      if (nameOf(node) !== undefined || attribute(node, 'name') !== undefined) setName(node, words(name));
      setDocumentation(node, summary === undefined ? undefined : words(summary));
    }
    addOwn(node, this.#choices.own.get(''));
    return node;
  }

  #element(one: Element): XmlElement {
    const old = this.#keptNode(one.id);
    const node = old ? copyOf(old) : this.#anew(one.id, freshElement(one, this.#around));
    if (old) {
      setAttribute(node, 'id', one.id);
      setName(node, one.name === undefined ? undefined : words(one.name));
      setDocumentation(node, one.documentation === undefined ? undefined : words(one.documentation));
      setAttribute(node, 'default', this.#around.defaults.get(one.id));
      if (one.type === 'boundaryEvent' || one.type === 'unsupported')
        setAttribute(node, 'attachedToRef', one.attachedTo);
    }
    addOwn(node, this.#choices.own.get(one.id));
    return node;
  }

  #flows(flows: readonly Flow[]): void {
    const parents = new Map(this.#definition.elements.map(({ id, parent }) => [id, parent]));
    for (const flow of flows) {
      const old = this.#keptNode(flow.id);
      const node = old ? copyOf(old) : this.#anew(flow.id, freshFlow(flow));
      if (old) {
        setAttribute(node, 'id', flow.id);
        setName(node, flow.label === undefined ? undefined : words(flow.label));
        setDocumentation(node, flow.documentation === undefined ? undefined : words(flow.documentation));
        setAttribute(node, 'sourceRef', flow.from);
        setAttribute(node, 'targetRef', flow.to);
      }
      addOwn(node, this.#choices.own.get(flow.id));
      this.#nodes.get(flow.from)?.children.push(made(BPMN, 'outgoing', {}, [flow.id]));
      this.#nodes.get(flow.to)?.children.push(made(BPMN, 'incoming', {}, [flow.id]));
      sortChildren(node);
      this.#within(parents.get(flow.from)).children.push(node);
    }
  }

  #lanes(lanes: readonly Extract<Artifact, { type: 'lane' }>[]): void {
    const nodes = new Map<string, XmlElement>();
    const sets = new Map<string, XmlElement>();
    for (const lane of lanes) {
      const old = this.#keptNode(lane.id);
      const node = old
        ? copyOf(old)
        : this.#anew(lane.id, freshArtifact(lane, this.#roots, this.#definition.id));
      const [set, setName_] = ['set', 'setName'].map((local) => attribute(node, local, OWN));
      for (const local of ['set', 'setName', 'in']) setAttribute(node, local, undefined, OWN);
      setAttribute(node, 'id', lane.id);
      if (old) setName(node, lane.name === undefined ? undefined : words(lane.name));
      addOwn(node, this.#choices.own.get(lane.id));
      node.children.push(...lane.elements.map((id) => made(BPMN, 'flowNodeRef', {}, [id])));
      nodes.set(lane.id, node);
      const within = lane.parent === undefined ? undefined : nodes.get(lane.parent);
      const id = set ?? laneSetId(lane.parent ?? this.#definition.id);
      const key = `${lane.parent ?? ''} ${id}`;
      let holder = sets.get(key);
      if (!holder) {
        holder = made(BPMN, within ? 'childLaneSet' : 'laneSet', { id, name: setName_ });
        sets.set(key, holder);
        (within ?? this.#within(undefined)).children.push(holder);
      }
      holder.children.push(node);
    }
    for (const node of nodes.values()) sortChildren(node);
  }

  #artifact(one: Exclude<Artifact, { type: 'lane' }>): void {
    if (one.type === 'line' && one.kind === 'data') return this.#dataLine(one);
    const old = this.#keptNode(one.id);
    const node = old ? copyOf(old) : this.#anew(one.id, freshArtifact(one, this.#roots, this.#definition.id));
    const inside = attribute(node, 'in', OWN);
    setAttribute(node, 'in', undefined, OWN);
    setAttribute(node, 'id', one.id);
    if (old) {
      if ('name' in one && one.type !== 'group')
        setName(node, one.name === undefined ? undefined : words(one.name));
      if (one.type === 'line') {
        setAttribute(node, 'sourceRef', one.from || undefined);
        setAttribute(node, 'targetRef', one.to || undefined);
      }
      if (one.type === 'pool') setAttribute(node, 'processRef', this.#shownProcess(node, one.other));
    }
    addOwn(node, this.#choices.own.get(one.id));
    const isBetweenPools = one.type === 'pool' || (one.type === 'line' && one.kind === 'message');
    if ((isBetweenPools || inside === '*') && this.#collaboration) this.#inCollaboration(one, node);
    else if (!isBetweenPools) this.#within(inside).children.push(node);
  }

  /** A pool of another process stays with that process, where the file holds it. */
  #shownProcess(node: XmlElement, other: boolean | undefined): string | undefined {
    if (!other) return this.#definition.id;
    const ref = attribute(node, 'processRef') ?? '';
    return this.#processes.find((id) => id === ref || id === ref.slice(ref.indexOf(':') + 1));
  }

  /** Several processes of one file know of the same pools; whose own pool it is says so best. */
  #inCollaboration(one: Artifact, node: XmlElement): void {
    const { children } = this.#collaboration as XmlElement;
    const at = children.findIndex((child) => isElement(child) && attribute(child, 'id') === one.id);
    if (at < 0) children.push(node);
    else if (one.type === 'pool' && !one.other) children[at] = node;
  }

  /** It stands in the element that uses the data. */
  #dataLine(one: Extract<Artifact, { type: 'line' }>): void {
    const isInput = this.#nodes.has(one.to);
    const owner = this.#nodes.get(isInput ? one.to : one.from);
    if (!owner || elementsIn(owner).some((child) => attribute(child, 'id') === one.id)) return;
    const { property, line } = freshDataLine(one, isInput);
    addOwn(line, this.#choices.own.get(one.id));
    owner.children.push(...(property ? [property] : []), line);
  }

  /** What references refer to, where it is not there; and lines to data that are gone. */
  #dataObjects(artifacts: readonly Artifact[]): void {
    const lines = new Set(
      artifacts.flatMap((one) => (one.type === 'line' && one.kind === 'data' ? [one.id] : [])),
    );
    const data = new Set(artifacts.flatMap((one) => (one.type === 'data' ? [one.id] : [])));
    for (const node of this.#nodes.values())
      node.children = node.children.filter((child) => !isElement(child) || !isGone(child, lines, data));
    const objects = new Set(
      [...this.#containers.values()].flatMap((node) =>
        elementsIn(node).flatMap((child) =>
          child.local === 'dataObject' ? (attribute(child, 'id') ?? []) : [],
        ),
      ),
    );
    for (const container of this.#containers.values())
      for (const child of elementsIn(container)) {
        if (child.local !== 'dataObjectReference') continue;
        const id = attribute(child, 'id') ?? '';
        const one = artifacts.find((each) => each.id === id);
        if (
          one?.type !== 'data' ||
          attribute(child, 'dataObjectRef') !== dataObjectId(id) ||
          objects.has(dataObjectId(id))
        )
          continue;
        container.children.push(freshDataObject(id, one.list ?? false));
      }
  }

  /** A handler is found by a line; where none is drawn, one is made that says it was. */
  #compensation(artifacts: readonly Artifact[]): void {
    for (const one of this.#definition.elements) {
      if (one.type !== 'boundaryEvent' || one.handler === undefined) continue;
      const isDrawn = artifacts.some(
        (line) =>
          line.type === 'line' &&
          ((line.from === one.id && line.to === one.handler) ||
            (line.from === one.handler && line.to === one.id)),
      );
      if (isDrawn) continue;
      const line = made(BPMN, 'association', {
        id: this.#roots.freeId(`${one.id}_handler`),
        associationDirection: 'One',
        sourceRef: one.id,
        targetRef: one.handler,
      });
      setAttribute(line, 'made', 'true', OWN);
      this.#within(one.parent).children.push(line);
    }
  }
}

/** A line to data that our own artifacts do not have any more. */
function isGone(child: XmlElement, lines: ReadonlySet<string>, data: ReadonlySet<string>): boolean {
  const isInput = child.local === 'dataInputAssociation';
  if (child.uri !== BPMN || (!isInput && child.local !== 'dataOutputAssociation')) return false;
  const ends = elementsIn(child)
    .filter(({ local }) => local === (isInput ? 'sourceRef' : 'targetRef'))
    .map(textOf);
  const id = attribute(child, 'id');
  return id !== undefined && !lines.has(id) && ends.some((end) => data.has(end.trim()));
}

function setName(node: XmlElement, name: string | undefined): void {
  const now = nameOf(node);
  if (now !== name) setAttribute(node, 'name', name);
}

function setDocumentation(node: XmlElement, text: string | undefined): void {
  if (documentation(node) === text) return;
  node.children = [
    ...freshDocumentation(text),
    ...node.children.filter(
      (child) => !(isElement(child) && child.uri === BPMN && child.local === 'documentation'),
    ),
  ];
}

/** Children that say nothing about what the engine does. */
const HARMLESS = new Set(
  'auditing monitoring categoryValueRef ioSpecification property ioBinding dataInputAssociation dataOutputAssociation rendering correlationSubscription supports dataObject dataInput dataOutput inputSet outputSet'.split(
    ' ',
  ),
);

/** What other programs put on an element goes on with it. */
function takeOver(fresh: XmlElement, old: XmlElement): void {
  for (const one of old.attributes) if (one.uri !== '' && one.uri !== OWN) fresh.attributes.push({ ...one });
  for (const child of elementsIn(old)) {
    if (child.uri === BPMN && child.local === 'extensionElements')
      extensionsOf(fresh).children.push(...elementsIn(copyOf(child)));
    else if (child.uri !== BPMN || HARMLESS.has(child.local)) fresh.children.push(copyOf(child));
  }
}

function extensionsOf(node: XmlElement): XmlElement {
  const found = elementsIn(node).find(({ uri, local }) => uri === BPMN && local === 'extensionElements');
  if (found) return found;
  const extensions = made(BPMN, 'extensionElements');
  node.children.push(extensions);
  return extensions;
}

function addOwn(node: XmlElement, data: Own | undefined): void {
  if (!data) return;
  const json = (local: string, value: object) => ({ ...made(OWN, local), children: [jsonForXml(value)] });
  extensionsOf(node).children.push(
    json('own', data.own),
    ...(Object.keys(data.was).length > 0 ? [json('was', data.was)] : []),
  );
}
