// A whole BPMN file as definitions: the root, everything with an id, each process in turn, then the drawing.
import { ProcessId } from '../../contract/index.ts';
import { BPMN } from '../namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';
import { type Collaboration, readCollaboration } from './collaboration.ts';
import { type Diagram, readDiagram } from './diagram.ts';
import { readers } from './elements.ts';
import { type ReadProcess, readProcess } from './process.ts';
import { isTrue, Reading } from './reading.ts';

export interface ReadDocument {
  reading: Reading;
  processes: ReadProcess[];
  collaboration: Collaboration;
  diagram: Diagram;
}

export function readDocument(root: XmlElement, lineAt: (position: number) => number): ReadDocument {
  const reading = new Reading(root, lineAt);
  index(reading, root);
  const ids = givenIds(reading);
  const collaboration = readCollaboration(reading, root, ids);
  const nodes = elementsIn(root).filter(({ local, uri }) => uri === BPMN && local === 'process');
  mentionStrangeRoots(reading, root);
  const filled = nodes.filter((node) =>
    elementsIn(node).some(({ uri, local }) => uri === BPMN && Object.hasOwn(readers, local)),
  );
  const first = filled.find((node) => isTrue(attribute(node, 'isExecutable'))) ?? filled[0];
  const processes = nodes
    .map((node) => readProcess(reading, node, collaboration, ids, node === first))
    .filter(({ definition }) => definition.elements.length > 0);
  const diagram = readDiagram(reading, root);
  const main = processes.findIndex(({ node }) => node === first);
  const inOrder =
    main > 0 ? [processes[main] as ReadProcess, ...processes.filter((_, i) => i !== main)] : processes;
  return { reading, processes: inOrder, collaboration, diagram };
}

/** Everything of the model by id. The same id twice would drop one of them in silence. */
function index(reading: Reading, root: XmlElement): void {
  const stack: XmlElement[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.uri === BPMN) {
      const id = attribute(node, 'id');
      if (id !== undefined) put(reading, id, node);
      const children = node.local === 'extensionElements' ? [] : elementsIn(node);
      for (let i = children.length - 1; i >= 0; i -= 1) stack.push(children[i] as XmlElement);
    }
  }
}

function put(reading: Reading, id: string, node: XmlElement): void {
  const first = reading.byId.get(id);
  if (first)
    reading.find(
      'bpmn-id',
      'error',
      id,
      node,
      `De id ‘${id}’ is er twee keer: ook op regel ${reading.line(first)}.`,
      `The id '${id}' is there twice: also on line ${reading.line(first)}.`,
    );
  else if (!ProcessId.safeParse(id).success)
    reading.find(
      'bpmn-id',
      'error',
      id,
      node,
      `‘${id}’ is geen id: verwacht een letter, en daarna letters, cijfers, punten en streepjes.`,
      `'${id}' is no id: expected a letter, then letters, digits, dots and dashes.`,
    );
  else {
    reading.byId.set(id, node);
    reading.places.set(id, node.at);
  }
}

/** Ids of what has none: after its kind, counting on, the same each time. */
function givenIds(reading: Reading): (node: XmlElement) => string {
  const given = new WeakMap<XmlElement, string>();
  const counts = new Map<string, number>();
  return (node) => {
    const own = attribute(node, 'id') ?? given.get(node);
    if (own !== undefined) return own;
    let id: string;
    do {
      const n = (counts.get(node.local) ?? 0) + 1;
      counts.set(node.local, n);
      id = `${node.local}_${n}`;
    } while (reading.byId.has(id));
    given.set(node, id);
    reading.places.set(id, node.at);
    return id;
  };
}

const STRANGE = new Set([
  'choreography',
  'globalChoreographyTask',
  'conversation',
  'globalConversation',
  'globalTask',
  'globalUserTask',
  'globalManualTask',
  'globalScriptTask',
  'globalBusinessRuleTask',
  'import',
  'extension',
  'relationship',
]);

function mentionStrangeRoots(reading: Reading, root: XmlElement): void {
  for (const node of elementsIn(root)) {
    if (node.uri !== BPMN || !STRANGE.has(node.local)) continue;
    const id = attribute(node, 'id') ?? 'definition';
    reading.find(
      'bpmn-unsupported',
      'warning',
      id,
      node,
      `<${node.local}> ‘${id}’ blijft bewaard, maar wordt niet uitgevoerd.`,
      `<${node.local}> '${id}' is kept, but not carried out.`,
    );
  }
}
