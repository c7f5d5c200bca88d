// Pieces of a file as text that stands by itself, and back: an element as it was written, without what is read from elsewhere.
import { BPMN, BPMNDI, OWN, standardPrefixes, XSI } from '../namespaces.ts';
import { readers } from '../read/elements.ts';
import { withoutIndents } from '../xml/canonical.ts';
import { isElement, type XmlElement, type XmlNode } from '../xml/node.ts';
import { readXml } from '../xml/read.ts';
import { type Prefixes, writeFragment } from '../xml/write.ts';

/** Drawn or flowing parts of a container, which are elements, flows and artifacts of ours. */
const PARTS = new Set([
  'sequenceFlow',
  'textAnnotation',
  'group',
  'association',
  'dataObjectReference',
  'dataStoreReference',
  'incoming',
  'outgoing',
]);

/** A process, collaboration, lane or element by itself. What our own writer adds does not belong to it. */
export function withoutParts(
  node: XmlElement,
  isPart: (child: XmlElement) => boolean = isUsualPart,
): XmlElement {
  const children = node.children.flatMap((child): XmlNode[] => {
    // Text of their own such elements do not have.
    if (!isElement(child) || isPart(child)) return [];
    if (child.local !== 'extensionElements' || child.uri !== BPMN) return [child];
    const inner = child.children.filter((one) => !(isElement(one) && one.uri === OWN));
    return inner.some(isElement) ? [{ ...child, children: inner }] : [];
  });
  const attributes = node.attributes.filter(({ uri }) => uri !== OWN);
  return { ...node, attributes, children };
}

export const isUsualPart = ({ uri, local }: XmlElement): boolean =>
  uri === BPMN && (PARTS.has(local) || Object.hasOwn(readers, local));

/** Of a process its lanes too; those in a sub-process are no artifacts of ours. */
export const isPartOfProcess = (child: XmlElement): boolean =>
  isUsualPart(child) || (child.uri === BPMN && child.local === 'laneSet');

/** Types in attributes are names with a prefix too; they are written with ours. */
export function withOurTypes(node: XmlElement, root: XmlElement): XmlElement {
  const attributes = node.attributes.map((one) => {
    if (one.uri !== XSI || one.local !== 'type') return one;
    const colon = one.value.indexOf(':');
    const uri = root.declares?.get(colon < 0 ? '' : one.value.slice(0, colon));
    const prefix = standardPrefixes.find(([known]) => known === uri)?.[1];
    return prefix === undefined ? one : { ...one, value: `${prefix}:${one.value.slice(colon + 1)}` };
  });
  return {
    ...node,
    attributes,
    children: node.children.map((child) => (isElement(child) ? withOurTypes(child, root) : child)),
  };
}

/** @param all whether every prefix of the file is declared, used or not: values may speak of them */
export function fragmentText(node: XmlElement, prefixes: Prefixes, all = false): string {
  return writeFragment(inOneOrder(withoutIndents(node)), prefixes, all);
}

/** Attributes in one order, so that the same thing is kept as the same text. */
function inOneOrder(node: XmlElement): XmlElement {
  const rank = (local: string, uri: string) =>
    uri !== '' ? 3 : local === 'id' ? 0 : local === 'name' ? 1 : 2;
  const attributes = node.attributes.toSorted(
    (a, b) =>
      rank(a.local, a.uri) - rank(b.local, b.uri) ||
      (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.local < b.local ? -1 : 1),
  );
  return {
    ...node,
    attributes,
    children: node.children.map((child) => (isElement(child) ? inOneOrder(child) : child)),
  };
}

export const isPartOfFile = ({ uri, local }: XmlElement): boolean =>
  uri === BPMNDI || (uri === BPMN && (local === 'process' || local === 'collaboration'));

export const isPartOfCollaboration = ({ uri, local }: XmlElement): boolean =>
  uri === BPMN && (local === 'participant' || local === 'messageFlow' || PARTS.has(local));

/** A diagram with its empty plane and its styles. */
export function withoutShapes(diagram: XmlElement): XmlElement {
  const isShape = ({ uri, local }: XmlElement) =>
    uri === BPMNDI && (local === 'BPMNShape' || local === 'BPMNEdge');
  const plane = (child: XmlNode): XmlNode =>
    isElement(child) && child.local === 'BPMNPlane' ? withoutParts(child, isShape) : child;
  const own = withoutParts(diagram, () => false);
  return { ...own, children: own.children.map(plane) };
}

/** Undefined for text that is none: it came from somewhere else than our own import. */
export function fragmentOf(text: string): XmlElement | undefined {
  const read = readXml(text);
  return read.ok ? read.root : undefined;
}

/** Prefixes for every namespace a file names, with ours for what we know. */
export function prefixesOf(root: XmlElement): Map<string, string> {
  const prefixes = new Map<string, string>(standardPrefixes);
  const taken = new Set(prefixes.values());
  const put = (uri: string, wanted: string) => {
    if (uri === '' || prefixes.has(uri)) return;
    let prefix = wanted || 'ns';
    for (let n = 1; taken.has(prefix) || prefix === 'xml' || prefix === 'xmlns'; n += 1)
      prefix = `${wanted || 'ns'}${n}`;
    prefixes.set(uri, prefix);
    taken.add(prefix);
  };
  const look = (node: XmlElement) => {
    for (const [prefix, uri] of node.declares ?? []) put(uri, prefix);
    put(node.uri, node.prefix);
    for (const { uri, prefix } of node.attributes) put(uri, prefix);
    for (const child of node.children) if (isElement(child)) look(child);
  };
  look(root);
  return prefixes;
}
