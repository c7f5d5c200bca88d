// The order in which the schema of BPMN wants what is in an element (BPMN20.xsd); within one place the order stays.
import { BPMN } from '../namespaces.ts';
import type { XmlElement, XmlNode } from '../xml/node.ts';
import { isElement } from '../xml/node.ts';

const FRONT = 'documentation extensionElements'.split(' ');
const ROLES = 'resourceRole performer humanPerformer potentialOwner'.split(' ');
const ARTIFACTS = 'association group textAnnotation'.split(' ');

const ranks = (...groups: (string | string[])[]): ReadonlyMap<string, number> =>
  new Map(
    groups.flatMap((group, rank) =>
      [group]
        .flat()
        .flatMap((names) => names.split(' '))
        .map((name) => [name, rank] as const),
    ),
  );

/** Everything that is not named comes at `*`: what flows in a container, what a file refers to. */
const ofFile = ranks('import', 'extension', '*', 'collaboration', 'process', 'BPMNDiagram', 'relationship');
const ofProcess = ranks(
  ...FRONT,
  'supportedInterfaceRef',
  'ioSpecification',
  'ioBinding',
  'auditing',
  'monitoring',
  'property',
  'laneSet',
  '*',
  ARTIFACTS,
  ROLES,
  'correlationSubscription',
  'supports',
);
const ofCollaboration = ranks(
  ...FRONT,
  'participant',
  'messageFlow',
  ARTIFACTS,
  '*',
  'conversationAssociation',
  'participantAssociation',
  'messageFlowAssociation',
  'correlationKey',
  'choreographyRef',
  'conversationLink',
);
const ofLane = ranks(...FRONT, 'partitionElement', 'flowNodeRef', 'childLaneSet');
const ofFlow = ranks(...FRONT, 'auditing', 'monitoring', 'categoryValueRef', 'conditionExpression');
const ofStep = ranks(
  ...FRONT,
  'auditing',
  'monitoring',
  'categoryValueRef',
  'incoming',
  'outgoing',
  'ioSpecification',
  'property',
  'dataInput dataOutput',
  'dataInputAssociation',
  'dataOutputAssociation',
  'inputSet outputSet',
  ROLES,
  'standardLoopCharacteristics multiInstanceLoopCharacteristics',
  'script rendering laneSet',
  '*',
  'eventDefinitionRef',
  ARTIFACTS,
  'completionCondition',
);
const byName: Record<string, ReadonlyMap<string, number>> = {
  definitions: ofFile,
  process: ofProcess,
  collaboration: ofCollaboration,
  lane: ofLane,
  sequenceFlow: ofFlow,
};

/** Sorts what is in an element the writer put together. */
export function sortChildren(node: XmlElement): void {
  const order = (Object.hasOwn(byName, node.local) ? byName[node.local] : undefined) ?? ofStep;
  const other = order.get('*') ?? order.size;
  const rank = (child: XmlNode): number =>
    isElement(child)
      ? child.uri === BPMN || child.local === 'BPMNDiagram'
        ? (order.get(child.local) ?? other)
        : other
      : 0;
  node.children.sort((a, b) => rank(a) - rank(b));
}
