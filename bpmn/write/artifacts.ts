// What is drawn beside the flow, as BPMN.
import type { Artifact } from '../../contract/index.ts';
import { BPMN } from '../namespaces.ts';
import { element as made, type XmlElement } from '../xml/node.ts';
import { words } from './fresh.ts';
import type { Roots } from './roots.ts';

const bpmn = (
  local: string,
  attributes: Record<string, string | undefined> = {},
  children: (XmlElement | undefined)[] = [],
): XmlElement => made(BPMN, local, attributes, children);
const nameOf = (one: { name?: Parameters<typeof words>[0] | undefined }) =>
  one.name === undefined ? undefined : words(one.name);

/** @param process the id of the process whose pool it may be */
export function freshArtifact(one: Artifact, roots: Roots, process: string): XmlElement {
  switch (one.type) {
    case 'annotation':
      return bpmn('textAnnotation', { id: one.id }, [made(BPMN, 'text', {}, [words(one.text)])]);
    case 'group':
      return bpmn('group', {
        id: one.id,
        categoryValueRef: one.name === undefined ? undefined : roots.category(words(one.name)),
      });
    case 'lane':
      return bpmn('lane', { id: one.id, name: nameOf(one) });
    case 'pool':
      return bpmn('participant', {
        id: one.id,
        name: nameOf(one),
        processRef: one.other ? undefined : process,
      });
    case 'data':
      return one.kind === 'store'
        ? bpmn('dataStoreReference', { id: one.id, name: nameOf(one) })
        : bpmn('dataObjectReference', { id: one.id, name: nameOf(one), dataObjectRef: dataObjectId(one.id) });
    case 'line':
      return freshLine(one);
  }
}

export const dataObjectId = (reference: string): string => `${reference}_object`;

/** What a data object's reference refers to. */
export const freshDataObject = (reference: string, isList: boolean): XmlElement =>
  bpmn('dataObject', { id: dataObjectId(reference), isCollection: isList ? 'true' : undefined });

type Line = Extract<Artifact, { type: 'line' }>;

function freshLine(one: Line): XmlElement {
  if (one.kind === 'message')
    return bpmn('messageFlow', { id: one.id, name: nameOf(one), sourceRef: one.from, targetRef: one.to });
  const direction = one.direction === 'one' ? 'One' : one.direction === 'both' ? 'Both' : undefined;
  return bpmn('association', {
    id: one.id,
    associationDirection: direction,
    sourceRef: one.from,
    targetRef: one.to,
  });
}

/** Between data and the element that uses them: it stands in that element, and wants something there to end at. */
export function freshDataLine(
  one: Line,
  isInput: boolean,
): { property: XmlElement | undefined; line: XmlElement } {
  const ref = (local: string, id: string) => made(BPMN, local, {}, [id]);
  if (!isInput)
    return {
      property: undefined,
      line: bpmn('dataOutputAssociation', { id: one.id }, [ref('targetRef', one.to)]),
    };
  const placeholder = `${one.id}_target`;
  return {
    property: bpmn('property', { id: placeholder, name: '__targetRef_placeholder' }),
    line: bpmn('dataInputAssociation', { id: one.id }, [
      ref('sourceRef', one.from),
      ref('targetRef', placeholder),
    ]),
  };
}
