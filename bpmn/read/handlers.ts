// Which activity undoes which: found by the line from the compensation event on a border (BPMN 2.0 §10.6.1).
import { BPMN } from '../namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/node.ts';
import { bpmnChild, bpmnChildren, type Reading } from './reading.ts';

const ACTIVITY = /Task$|^(task|subProcess|transaction|adHocSubProcess|callActivity)$/;

/** Event → the activity that undoes what it sits on. */
export function readHandlers(reading: Reading, process: XmlElement): Map<string, string> {
  const handlers = new Map<string, string>();
  const stack = [process];
  for (let container = stack.pop(); container; container = stack.pop())
    for (const node of elementsIn(container)) {
      if (node.uri !== BPMN) continue;
      if (node.local === 'association') look(reading, node, handlers);
      else if (
        bpmnChild(node, 'startEvent') ||
        bpmnChild(node, 'association') ||
        /ubProcess$|^transaction$/.test(node.local)
      )
        stack.push(node);
    }
  return handlers;
}

function look(reading: Reading, line: XmlElement, handlers: Map<string, string>): void {
  const ends = [reading.target(attribute(line, 'sourceRef')), reading.target(attribute(line, 'targetRef'))];
  for (const [event, handler] of [ends, [...ends].reverse()]) {
    if (!event || !handler || !undoes(reading, event) || !ACTIVITY.test(handler.local)) continue;
    const [id, undoing] = [attribute(event, 'id'), attribute(handler, 'id')];
    if (id === undefined || undoing === undefined || undoing === attribute(event, 'attachedToRef')) continue;
    if (!handlers.has(id)) handlers.set(id, undoing);
  }
}

const undoes = (reading: Reading, event: XmlElement): boolean =>
  event.local === 'boundaryEvent' &&
  (bpmnChild(event, 'compensateEventDefinition') !== undefined ||
    bpmnChildren(event, 'eventDefinitionRef').some(
      (ref) => reading.target(ref.children.join(''))?.local === 'compensateEventDefinition',
    ));
