// What is drawn beside the flow: notes, groups, data, and the lines between them.
import type { Artifact } from '../../contract/index.ts';
import { BPMN } from '../namespaces.ts';
import { attribute, elementsIn, textOf, type XmlElement } from '../xml/node.ts';
import { bpmnChild, bpmnChildren, isTrue, nameOf, type Reading } from './reading.ts';

type Ids = (node: XmlElement) => string;

const named = (name: string | undefined) => (name === undefined ? {} : { name });

/** Undefined for what is no artifact. */
export function readArtifact(reading: Reading, node: XmlElement, ids: Ids): Artifact | undefined {
  switch (node.local) {
    case 'textAnnotation': {
      const text = bpmnChild(node, 'text');
      return { type: 'annotation', id: ids(node), text: text ? textOf(text) : '' };
    }
    case 'group': {
      const value = reading.target(attribute(node, 'categoryValueRef'));
      return { type: 'group', id: ids(node), ...named(value && attribute(value, 'value')?.trim()) };
    }
    case 'dataObjectReference': {
      const object = reading.target(attribute(node, 'dataObjectRef'));
      return data(
        node,
        ids,
        'object',
        object !== undefined && isTrue(attribute(object, 'isCollection')),
        nameOf(node) ?? (object && nameOf(object)),
      );
    }
    case 'dataStoreReference':
      return data(node, ids, 'store', false, nameOf(node));
    case 'association':
      return association(node, ids);
    default:
      return undefined;
  }
}

function data(
  node: XmlElement,
  ids: Ids,
  kind: 'object' | 'input' | 'output' | 'store',
  list: boolean,
  name: string | undefined,
): Artifact {
  return { type: 'data', id: ids(node), kind, ...named(name), ...(list ? { list } : {}) };
}

function association(node: XmlElement, ids: Ids): Artifact {
  const direction = attribute(node, 'associationDirection');
  return {
    type: 'line',
    id: ids(node),
    kind: 'association',
    from: attribute(node, 'sourceRef') ?? '',
    to: attribute(node, 'targetRef') ?? '',
    ...(direction === 'One'
      ? { direction: 'one' as const }
      : direction === 'Both'
        ? { direction: 'both' as const }
        : {}),
  };
}

/** Inputs and outputs of the process itself, where they are drawn. */
export function readProcessData(process: XmlElement, ids: Ids): { artifact: Artifact; node: XmlElement }[] {
  return bpmnChildren(process, 'ioSpecification').flatMap((specification) =>
    elementsIn(specification).flatMap((node) => {
      const kind = node.local === 'dataInput' ? 'input' : node.local === 'dataOutput' ? 'output' : undefined;
      if (!kind || node.uri !== BPMN) return [];
      return [
        { artifact: data(node, ids, kind, isTrue(attribute(node, 'isCollection')), nameOf(node)), node },
      ];
    }),
  );
}

/** Lines between an element and the data it uses. */
export function readDataLines(
  reading: Reading,
  owner: string,
  node: XmlElement,
  ids: Ids,
  isData: (id: string) => boolean,
): { artifact: Artifact; node: XmlElement }[] {
  return elementsIn(node).flatMap((one) => {
    const isInput = one.local === 'dataInputAssociation';
    if ((!isInput && one.local !== 'dataOutputAssociation') || one.uri !== BPMN) return [];
    const refs = bpmnChildren(one, isInput ? 'sourceRef' : 'targetRef').map((ref) =>
      reading.target(textOf(ref)),
    );
    const other = refs
      .map((ref) => ref && (attribute(ref, 'id') as string))
      .find((id) => id !== undefined && isData(id));
    if (other === undefined) return [];
    const [from, to] = isInput ? [other, owner] : [owner, other];
    return [
      { artifact: { type: 'line' as const, id: ids(one), kind: 'data' as const, from, to }, node: one },
    ];
  });
}
