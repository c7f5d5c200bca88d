// Pools and what goes between them.
import type { ArtifactOf } from '../../contract/index.ts';
import { BPMN } from '../namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';
import { bpmnChildren, nameOf, type Reading } from './reading.ts';

export interface Participant {
  node: XmlElement;
  pool: ArtifactOf<'pool'>;
  /** Id of its process, where its work is shown. */
  process?: string;
}

export interface MessageLine {
  node: XmlElement;
  line: ArtifactOf<'line'>;
}

export interface Collaboration {
  /** Undefined where the file has none. */
  node: XmlElement | undefined;
  participants: Participant[];
  messages: MessageLine[];
  /** Name of the message at each end of a flow of messages. */
  messageFlows: Map<string, string>;
}

export function readCollaboration(
  reading: Reading,
  root: XmlElement,
  ids: (node: XmlElement) => string,
): Collaboration {
  const nodes = elementsIn(root).filter(
    ({ local, uri }) =>
      uri === BPMN &&
      (local === 'collaboration' || local === 'choreography' || local === 'globalConversation'),
  );
  const participants = nodes
    .flatMap((node) => bpmnChildren(node, 'participant'))
    .map((node) => readParticipant(reading, node, ids));
  const flows = nodes.flatMap((node) => bpmnChildren(node, 'messageFlow'));
  const messages = flows.map((node): MessageLine => {
    const name = nameOf(node);
    return {
      node,
      line: {
        type: 'line',
        id: ids(node),
        kind: 'message',
        from: attribute(node, 'sourceRef') ?? '',
        to: attribute(node, 'targetRef') ?? '',
        ...(name === undefined ? {} : { name }),
      },
    };
  });
  for (const node of nodes)
    for (const one of elementsIn(node)) {
      const known = [
        'participant',
        'messageFlow',
        'documentation',
        'extensionElements',
        'textAnnotation',
        'group',
        'association',
        'messageFlowAssociation',
        'participantAssociation',
      ];
      if (one.uri !== BPMN || known.includes(one.local) || node.local !== 'collaboration') continue;
      const id = attribute(one, 'id') ?? 'definition';
      reading.find(
        'bpmn-unsupported',
        'warning',
        id,
        one,
        `<${one.local}> blijft bewaard, maar wordt niet uitgevoerd.`,
        `<${one.local}> is kept, but not carried out.`,
      );
    }
  return {
    node: nodes.find(({ local }) => local === 'collaboration'),
    participants,
    messages,
    messageFlows: messageNames(reading, flows),
  };
}

function readParticipant(reading: Reading, node: XmlElement, ids: (node: XmlElement) => string): Participant {
  const name = nameOf(node);
  const process = reading.target(attribute(node, 'processRef'));
  const isShown = process?.local === 'process';
  return {
    node,
    pool: { type: 'pool', id: ids(node), ...(name === undefined ? {} : { name }) },
    ...(isShown ? { process: attribute(process, 'id') as string } : {}),
  };
}

/**
 * Both ends of a flow of messages speak of the same message: the one it names, else the one either end names, else the
 * name of the flow, else the name of what receives it.
 */
function messageNames(reading: Reading, flows: XmlElement[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const flow of flows) {
    const [from, to] = [
      reading.target(attribute(flow, 'sourceRef')),
      reading.target(attribute(flow, 'targetRef')),
    ];
    const ends = [to, from].filter(
      (end): end is XmlElement => end !== undefined && end.local !== 'participant',
    );
    const name =
      messageName(reading, flow) ??
      ends.map((end) => messageOf(reading, end)).find((one) => one !== undefined) ??
      nameOf(flow) ??
      (ends.length === 2
        ? (nameOf(ends[0] as XmlElement) ?? attribute(ends[0] as XmlElement, 'id'))
        : undefined);
    if (name === undefined) continue;
    for (const end of ends) {
      const id = attribute(end, 'id');
      if (id !== undefined && !names.has(id)) names.set(id, name);
    }
  }
  return names;
}

function messageName(reading: Reading, node: XmlElement): string | undefined {
  const message = reading.target(attribute(node, 'messageRef'));
  return message && (attribute(message, 'name')?.trim() || attribute(message, 'id'));
}

function messageOf(reading: Reading, node: XmlElement): string | undefined {
  return (
    messageName(reading, node) ??
    bpmnChildren(node, 'messageEventDefinition')
      .map((one) => messageName(reading, one))
      .find((one) => one !== undefined)
  );
}
