// One process with everything in it, as a definition.
import type { Artifact, Definition, Element, Flow } from '../../contract/index.ts';
import { expressionOf } from '../expressions/translate.ts';
import { inTable } from '../in-table.ts';
import { BPMN, OWN } from '../namespaces.ts';
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/node.ts';
import { readArtifact, readDataLines, readProcessData } from './artifacts.ts';
import type { Collaboration } from './collaboration.ts';
import { mentionListeners, readers } from './elements.ts';
import { readHandlers } from './handlers.ts';
import { type LaneSet, readLanes } from './lanes.ts';
import { merged, type OwnData, ownOf, withOwn } from './own.ts';
import { type Place, warn } from './place.ts';
import {
  bpmnChild,
  bpmnChildren,
  extensionsOf,
  nameOf,
  type Reading,
  Roles,
  vendor,
  zeebe,
} from './reading.ts';

/** A definition of which only what BPMN says is known; the door (`parseDefinition`) fills in the rest. */
export type Drawn = Omit<Definition, 'ladders' | 'texts' | 'variables'> & Partial<Definition>;

export interface ReadProcess {
  node: XmlElement;
  definition: Drawn;
  isExecutable: boolean;
  /** What each element, flow and artifact was read from. */
  sources: Map<string, XmlElement>;
  /** The sub-process in which an artifact stands in the file; '*' for the collaboration. */
  within: Map<string, string>;
  laneSets: Map<string, LaneSet>;
}

/** What is in a container and is neither an element nor drawn. */
const PART_OF_CONTAINER = new Set(
  `documentation extensionElements auditing monitoring property laneSet dataObject ioSpecification ioBinding resourceRole
  performer humanPerformer potentialOwner correlationSubscription supports incoming outgoing categoryValueRef
  dataInputAssociation dataOutputAssociation standardLoopCharacteristics multiInstanceLoopCharacteristics completionCondition
  supportedInterfaceRef partitionElement`.split(/\s+/),
);

type Found = { node: XmlElement; parent: string | undefined };

/** @param isMain also what is drawn beside all processes belongs to it */
export function readProcess(
  reading: Reading,
  process: XmlElement,
  collaboration: Collaboration,
  ids: (node: XmlElement) => string,
  isMain: boolean,
): ReadProcess {
  return new ProcessReader(reading, process, collaboration, ids).read(isMain);
}

class ProcessReader {
  readonly #reading: Reading;
  readonly #process: XmlElement;
  readonly #collaboration: Collaboration;
  readonly #ids: (node: XmlElement) => string;
  readonly #roles = new Roles();
  readonly #forms: Definition['forms'] = [];
  readonly #sources = new Map<string, XmlElement>();
  readonly #within = new Map<string, string>();
  readonly #elements: Element[] = [];
  readonly #parents = new Map<string, string | undefined>();
  readonly #flows: Found[] = [];
  readonly #artifacts: Artifact[] = [];
  #handlers: ReadonlyMap<string, string> = new Map();
  #undoing: ReadonlySet<string> = new Set();
  /** Elements whose data lines are read once all data are known. */
  readonly #users: { id: string; node: XmlElement }[] = [];
  /** Flows that are the default of where they begin. */
  readonly #defaults = new Map<string, { id: string; node: XmlElement }>();

  constructor(
    reading: Reading,
    process: XmlElement,
    collaboration: Collaboration,
    ids: (node: XmlElement) => string,
  ) {
    this.#reading = reading;
    this.#process = process;
    this.#collaboration = collaboration;
    this.#ids = ids;
  }

  read(isMain: boolean): ReadProcess {
    const id = this.#ids(this.#process);
    const executable = attribute(this.#process, 'isExecutable');
    this.#reading.strict = executable !== 'false' && executable !== '0';
    const lanes = readLanes(this.#reading, this.#process, this.#ids);
    this.#pools(id);
    for (const lane of lanes.lanes) {
      if (lane.role !== undefined)
        this.#roles.add(lane.role, nameOf(lanes.sources.get(lane.id) as XmlElement));
      this.#artifact(lane, lanes.sources.get(lane.id) as XmlElement, undefined);
    }
    for (const { artifact, node } of readProcessData(this.#process, this.#ids))
      this.#artifact(artifact, node, undefined);
    this.#handlers = readHandlers(this.#reading, this.#process);
    this.#undoing = new Set(this.#handlers.values());
    this.#container(this.#process, undefined, false, lanes.roles);
    if (isMain && this.#collaboration.node) this.#besideAll(this.#collaboration.node);
    const flows = this.#flows.flatMap((found) => this.#flow(found) ?? []);
    this.#borders();
    for (const one of this.#defaults.values())
      this.#reading.find(
        'bpmn-reference',
        'error',
        one.id,
        one.node,
        `‘${one.id}’ noemt als standaardweg ‘${attribute(one.node, 'default')}’, maar die begint daar niet.`,
        `'${one.id}' names as its default flow '${attribute(one.node, 'default')}', which does not begin there.`,
      );
    this.#dataLines();
    this.#messageLines();
    const definition = this.#definition(id, flows);
    return {
      node: this.#process,
      definition,
      isExecutable: executable === 'true' || executable === '1',
      sources: this.#sources,
      within: this.#within,
      laneSets: lanes.sets,
    };
  }

  #definition(id: string, flows: Flow[]): Drawn {
    const process = this.#process;
    const own = ownOf(this.#reading, id, extensionsOf(process));
    const summary = documentation(process);
    const version = zeebe(process, 'versionTag');
    const tag = vendor(process, 'versionTag') ?? (version && attribute(version, 'value'));
    const participant = this.#collaboration.participants.find((one) => one.process === id);
    const base = {
      v: 1 as const,
      id,
      name: nameOf(process) ?? (participant && nameOf(participant.node)) ?? id,
      ...(summary === undefined ? {} : { summary }),
      ...(tag === undefined ? {} : { tag }),
      roles: this.#roles.all,
      elements: ordered(this.#elements, own, 'elements'),
      flows: ordered(byScope(flows, this.#elements), own, 'flows'),
      forms: this.#forms,
      ...(this.#artifacts.length > 0
        ? { artifacts: ordered(byKind(this.#artifacts, this.#within, this.#elements), own, 'artifacts') }
        : {}),
    };
    for (const what of ['candidateStarterUsers', 'candidateStarterGroups'])
      if (vendor(process, what) !== undefined)
        this.#reading.find(
          'bpmn-kept',
          'hint',
          'definition',
          process,
          `${what} blijft bewaard; hier mag iedereen het proces beginnen.`,
          `${what} is kept; here everybody may begin the process.`,
        );
    mentionListeners(this.#reading, 'definition', process);
    const lists = { roles: merged(base.roles, own, 'roles'), forms: merged(base.forms, own, 'forms') };
    return withOwn(
      this.#reading,
      'definition',
      { ...base, ...lists },
      without(own, ['order', 'roles', 'forms']),
    );
  }

  #artifact(artifact: Artifact, node: XmlElement, parent: string | undefined): void {
    this.#sources.set(artifact.id, node);
    if (parent !== undefined) this.#within.set(artifact.id, parent);
    this.#artifacts.push(
      withOwn(this.#reading, artifact.id, artifact, ownOf(this.#reading, artifact.id, extensionsOf(node))),
    );
  }

  #besideAll(collaboration: XmlElement): void {
    for (const node of elementsIn(collaboration)) {
      const artifact = node.uri === BPMN ? readArtifact(this.#reading, node, this.#ids) : undefined;
      if (artifact) this.#artifact(artifact, node, '*');
    }
  }

  /** Its own pool, and those of others. */
  #pools(id: string): void {
    for (const { node, pool, process } of this.#collaboration.participants)
      this.#artifact(process === id ? pool : { ...pool, other: true }, node, undefined);
  }

  #container(
    container: XmlElement,
    parent: string | undefined,
    inTransaction: boolean,
    laneRoles: Map<string, string>,
  ): void {
    if (parent !== undefined && bpmnChild(container, 'laneSet'))
      this.#reading.find(
        'bpmn-kept',
        'hint',
        parent,
        container,
        `De banen in ‘${parent}’ blijven bewaard, maar wijzen niemand aan.`,
        `The lanes in '${parent}' are kept, but point to nobody.`,
      );
    for (const node of elementsIn(container)) {
      if (node.uri !== BPMN) {
        this.#reading.find(
          'bpmn-kept',
          'hint',
          parent ?? 'definition',
          node,
          `<${node.local}> van een ander programma blijft bewaard.`,
          `<${node.local}> of another program is kept.`,
        );
        continue;
      }
      if (PART_OF_CONTAINER.has(node.local)) continue;
      if (node.local === 'sequenceFlow') {
        this.#flows.push({ node, parent });
        continue;
      }
      const artifact = readArtifact(this.#reading, node, this.#ids);
      if (artifact) {
        // A line our own writer made says only which activity undoes which.
        if (attribute(node, 'made', OWN) === undefined) this.#artifact(artifact, node, parent);
      } else this.#element(node, parent, inTransaction, laneRoles);
    }
  }

  #element(
    node: XmlElement,
    parent: string | undefined,
    inTransaction: boolean,
    laneRoles: Map<string, string>,
  ): void {
    const id = this.#ids(node);
    const own = ownOf(this.#reading, id, extensionsOf(node));
    const laneRole = laneRoles.get(id) ?? (parent === undefined ? undefined : laneRoles.get(parent));
    if (laneRole !== undefined && !laneRoles.has(id)) laneRoles.set(id, laneRole);
    const place: Place = {
      reading: this.#reading,
      roles: this.#roles,
      forms: this.#forms,
      id,
      node,
      parent,
      laneRole,
      own: new Set(own?.own.keys()),
      messageFlows: this.#collaboration.messageFlows,
      handlers: this.#handlers,
      undoing: this.#undoing,
      inTransaction,
    };
    const read = inTable(readers, node.local);
    const body = read ? read(place) : this.#unknown(place);
    const name = nameOf(node);
    const text = documentation(node);
    const base = {
      ...body,
      id,
      ...(name === undefined ? {} : { name }),
      ...(text === undefined ? {} : { documentation: text }),
      ...(parent === undefined ? {} : { parent }),
    };
    this.#sources.set(id, node);
    this.#parents.set(id, parent);
    mentionListeners(this.#reading, id, node);
    const element = withOwn(this.#reading, id, base as Element, own);
    this.#elements.push(element);
    const fallback = attribute(node, 'default');
    if (fallback) this.#defaults.set(fallback, { id, node });
    this.#users.push({ id, node });
    if (isContainer(node)) this.#container(node, id, inTransaction || isTransaction(node), laneRoles);
  }

  #unknown(place: Place) {
    const { node } = place;
    warn(
      place,
      'bpmn-unsupported',
      `<${node.local}> is geen element van BPMN dat bekend is; het blijft getekend en bewaard, maar kan niet worden uitgevoerd`,
      `<${node.local}> is no known element of BPMN; it stays drawn and kept, but cannot be carried out`,
    );
    return { type: 'unsupported' as const, bpmn: node.local };
  }

  #flow({ node, parent }: Found): Flow | undefined {
    const id = this.#ids(node);
    const [from, to] = [attribute(node, 'sourceRef') ?? '', attribute(node, 'targetRef') ?? ''];
    for (const [what, end] of [
      ['sourceRef', from],
      ['targetRef', to],
    ] as const) {
      if (this.#parents.has(end)) continue;
      const elsewhere = this.#reading.target(end) !== undefined;
      this.#reading.find(
        'bpmn-reference',
        'error',
        id,
        node,
        elsewhere
          ? `Stroom ‘${id}’ leidt met ${what} naar ‘${end}’, maar dat staat niet in dit proces of is geen stap.`
          : `Stroom ‘${id}’ verwijst met ${what} naar ‘${end}’, maar dat is er niet.`,
        elsewhere
          ? `Flow '${id}' leads by ${what} to '${end}', which is not in this process or is no step.`
          : `Flow '${id}' refers by ${what} to '${end}', which does not exist.`,
      );
      return undefined;
    }
    if (this.#parents.get(from) !== this.#parents.get(to)) {
      this.#reading.find(
        'bpmn-flow',
        'error',
        id,
        node,
        `Stroom ‘${id}’ gaat over de rand van een deelproces: ‘${from}’ en ‘${to}’ moeten in hetzelfde liggen.`,
        `Flow '${id}' crosses the border of a sub-process: '${from}' and '${to}' must lie in the same one.`,
      );
      return undefined;
    }
    this.#sources.set(id, node);
    if (parent !== undefined) this.#within.set(id, parent);
    return withOwn(
      this.#reading,
      id,
      this.#plainFlow(node, id, from, to),
      ownOf(this.#reading, id, extensionsOf(node)),
    );
  }

  #plainFlow(node: XmlElement, id: string, from: string, to: string): Flow {
    const source = this.#sources.get(from);
    const isDefault = this.#defaults.get(id)?.id === from;
    if (isDefault) this.#defaults.delete(id);
    const label = nameOf(node);
    const text = documentation(node);
    const condition = isDefault ? undefined : this.#condition(node, id, source);
    return {
      id,
      from,
      to,
      ...(label === undefined ? {} : { label }),
      ...(condition === undefined ? {} : { condition }),
      ...(isDefault ? { default: true } : {}),
      ...(text === undefined ? {} : { documentation: text }),
    };
  }

  #condition(node: XmlElement, id: string, source: XmlElement | undefined): string | undefined {
    const holder = bpmnChild(node, 'conditionExpression');
    const text = holder ? textOf(holder).trim() : '';
    const resource = holder && vendor(holder, 'resource');
    if (!holder || (text === '' && resource === undefined)) return undefined;
    const label = nameOf(node);
    const flow = label === undefined ? `‘${id}’` : `‘${label}’ (${id})`;
    if (source?.local === 'parallelGateway' || source?.local === 'eventBasedGateway') {
      this.#reading.find(
        'bpmn-expression',
        'hint',
        id,
        node,
        `De voorwaarde op stroom ${flow} doet niets: die gateway kijkt er niet naar.`,
        `The condition on flow ${flow} does nothing: that gateway does not look at it.`,
      );
      return undefined;
    }
    const language = attribute(holder, 'language') ?? this.#reading.language;
    const translated =
      resource === undefined
        ? expressionOf(text, language)
        : { ok: false as const, nl: 'het staat in een ander bestand', en: 'it is in another file' };
    if (translated.ok) return translated.feel;
    const shown = (text || resource || '').replace(/\s+/g, ' ');
    this.#reading.cannot(
      'bpmn-expression',
      id,
      holder,
      `De voorwaarde ‘${shown}’ op stroom ${flow} kan niet worden overgenomen: ${translated.nl}.`,
      `The condition '${shown}' on flow ${flow} cannot be taken over: ${translated.en}.`,
    );
    return text === '' ? undefined : text;
  }

  /** What sits on a border sits on something beside it. */
  #borders(): void {
    const byId = new Map(this.#elements.map((one) => [one.id, one]));
    for (const { id, attachedTo } of this.#elements.filter((one) => one.type === 'boundaryEvent')) {
      const host = byId.get(attachedTo);
      const node = this.#sources.get(id) as XmlElement;
      if (!host)
        this.#reading.find(
          'bpmn-reference',
          'error',
          id,
          node,
          `‘${id}’ zit vast aan ‘${attachedTo}’, maar dat is er niet.`,
          `'${id}' is attached to '${attachedTo}', which does not exist.`,
        );
      else if (host.parent !== byId.get(id)?.parent)
        this.#reading.find(
          'bpmn-flow',
          'error',
          id,
          node,
          `‘${id}’ zit vast aan ‘${attachedTo}’, maar dat ligt in een ander deelproces.`,
          `'${id}' is attached to '${attachedTo}', which lies in another sub-process.`,
        );
    }
  }

  #dataLines(): void {
    const known = new Set(this.#artifacts.filter(({ type }) => type === 'data').map(({ id }) => id));
    if (known.size === 0) return;
    for (const { id, node } of this.#users)
      for (const { artifact, node: line } of readDataLines(this.#reading, id, node, this.#ids, (one) =>
        known.has(one),
      ))
        this.#artifact(artifact, line, undefined);
  }

  /** Flows of messages with an end in this process, and between pools only. */
  #messageLines(): void {
    const id = this.#ids(this.#process);
    const pools = new Map(this.#collaboration.participants.map(({ pool, process }) => [pool.id, process]));
    const isOurs = (end: string) => this.#parents.has(end) || pools.get(end) === id;
    const isOutside = (end: string) => pools.has(end) && pools.get(end) === undefined;
    for (const { line, node } of this.#collaboration.messages)
      if (isOurs(line.from) || isOurs(line.to) || (isOutside(line.from) && isOutside(line.to)))
        this.#artifact(line, node, undefined);
  }
}

const isTransaction = ({ local }: XmlElement): boolean => local === 'transaction';
export const isContainer = ({ local }: XmlElement): boolean =>
  local === 'subProcess' || local === 'transaction' || local === 'adHocSubProcess';

/** All that is written about it; several notes are paragraphs. */
export function documentation(node: XmlElement): string | undefined {
  const texts = bpmnChildren(node, 'documentation')
    .map((one) => textOf(one).trim())
    .filter((text) => text !== '');
  return texts.length > 0 ? texts.join('\n\n') : undefined;
}

/** The process first, then each part: in the file their order says nothing, and other programs write it otherwise. */
function scopes(elements: readonly Element[]): (id: string | undefined) => number {
  const places = new Map(elements.map(({ id }, place) => [id, place]));
  return (id) => (id === undefined ? -1 : (places.get(id) ?? -1));
}

function byScope(flows: readonly Flow[], elements: readonly Element[]): Flow[] {
  const place = scopes(elements);
  const parents = new Map(elements.map(({ id, parent }) => [id, parent]));
  return flows.toSorted((a, b) => place(parents.get(a.from)) - place(parents.get(b.from)));
}

const KINDS: Artifact['type'][] = ['pool', 'lane', 'data', 'annotation', 'group', 'line'];

function byKind(
  artifacts: readonly Artifact[],
  within: ReadonlyMap<string, string>,
  elements: readonly Element[],
): Artifact[] {
  const place = scopes(elements);
  return artifacts.toSorted(
    (a, b) =>
      KINDS.indexOf(a.type) - KINDS.indexOf(b.type) || place(within.get(a.id)) - place(within.get(b.id)),
  );
}

/** In the order our own data remember, where it is another than that of the file. */
function ordered<T extends { id: string }>(items: T[], data: OwnData | undefined, list: string): T[] {
  const order = data?.own.get('order');
  const ids = typeof order === 'object' && order !== null ? (Reflect.get(order, list) as unknown) : undefined;
  if (!Array.isArray(ids)) return items;
  const places = new Map(ids.map((id, index) => [id, index]));
  const placeOf = ({ id }: T) => places.get(id) ?? ids.length;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function without(data: OwnData | undefined, keys: string[]): OwnData | undefined {
  return data && { ...data, own: new Map([...data.own].filter(([key]) => !keys.includes(key))) };
}
