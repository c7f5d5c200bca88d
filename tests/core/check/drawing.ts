// Draws small definitions in few words, for examples of what is right and wrong.
import { Definition, type Element } from '../../../contract/index.ts';
import { pathsOf } from '../../support/flow-paths.ts';

type Given = Record<string, unknown> & { id: string };

const of =
  (type: string, usual: Record<string, unknown> = {}) =>
  (id: string, more: Record<string, unknown> = {}): Given => ({ type, ...usual, ...more, id });

export const start = (id = 'start', more: Record<string, unknown> = {}): Given => ({
  type: 'startEvent',
  ...more,
  id,
});
export const end = (id = 'end', more: Record<string, unknown> = {}): Given => ({
  type: 'endEvent',
  ...more,
  id,
});
export const task = of('userTask', { roles: ['supporter'] });
export const ask = of('userTask', { roles: ['initiator'] });
export const agree = of('agreement', { roles: ['supporter'] });
export const send = of('sendTask', {
  to: ['initiator'],
  text: { subject: { nl: 'Hoi', en: 'Hi' }, body: { nl: 'Dag.', en: 'Hello.' } },
});
export const job = of('serviceTask', { job: 'record' });
export const script = of('scriptTask');
export const decide = of('exclusiveGateway');
export const split = of('parallelGateway');
export const some = of('inclusiveGateway');
export const race = of('eventBasedGateway');
export const wait = of('intermediateCatchEvent', {
  triggers: { timer: { term: { amount: 5, unit: 'workingDays' } } },
});
export const raise = of('intermediateThrowEvent', { throws: { raise: { to: 'manager' } } });
export const boundary = of('boundaryEvent', {
  triggers: { timer: { term: { amount: 5, unit: 'workingDays' } } },
});
export const receive = of('receiveTask', { message: { name: 'reply' } });
export const manual = of('manualTask');
export const table = of('businessRuleTask', { decision: 'offer' });
export const throws = (
  id: string,
  what: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Given => ({
  type: 'intermediateThrowEvent',
  throws: what,
  ...more,
  id,
});
export const catches = (
  id: string,
  triggers: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Given => ({
  type: 'intermediateCatchEvent',
  triggers,
  ...more,
  id,
});
/** What undoes an activity, and the event on its border that names it. */
export const undoing = (activity: string, more: Record<string, unknown> = {}): Given[] => [
  {
    type: 'boundaryEvent',
    id: `${activity}Undo`,
    attachedTo: activity,
    triggers: { compensation: true },
    handler: `undo-${activity}`,
    ...more,
  },
  { type: 'userTask', id: `undo-${activity}`, roles: ['supporter'], forCompensation: true, ...more },
];
export const sub = of('subProcess');
export const call = of('callActivity', { process: 'T9' });

export const field = (key: string, more: Record<string, unknown> = {}) => ({
  key,
  type: 'text',
  label: { nl: `Vraag ${key}`, en: `Question ${key}` },
  ...more,
});
export const form = (id: string, ...fields: Record<string, unknown>[]) => ({
  id,
  name: { nl: `Formulier ${id}`, en: `Form ${id}` },
  fields,
});
export const outcomes = (...ids: string[]) =>
  ids.map((id) => ({ id, label: { nl: `Keuze ${id}`, en: `Choice ${id}` } }));

/** A definition from elements and its flows in words (tests/support/flow-paths.ts). */
export function draw(elements: Given[], flows: string, more: Record<string, unknown> = {}): Definition {
  return Definition.parse({
    v: 1,
    id: 'p',
    name: { nl: 'Proces', en: 'Process' },
    roles: ['initiator', 'supporter', 'coordinator', 'manager'].map((id) => ({
      id,
      name: { nl: `Rol ${id}`, en: `Role ${id}` },
      side: id === 'initiator' ? 'initiator' : 'us',
    })),
    ...more,
    elements: elements as Element[],
    flows: pathsOf(flows),
  });
}
