/** Small processes for tests of the Temporal shell, each as short as what it shows allows. */
import { Definition, parseDefinition } from '../../../contract/index.ts';

const roles = [
  { id: 'initiator', name: 'initiator', side: 'initiator' },
  { id: 'supporter', name: 'supporter', side: 'us' },
];

function definition(id: string, parts: Record<string, unknown>): Definition {
  return Definition.parse({ v: 1, id, name: id, roles, ...parts });
}

/** P2 of the benchmarks: task, choice, task, two parallel tasks, join, end. */
export const fourTasks = definition('fourTasks', {
  variables: { yes: true },
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'ask', type: 'userTask', roles: ['supporter'] },
    { id: 'yes', type: 'exclusiveGateway' },
    { id: 'do', type: 'userTask', roles: ['supporter'] },
    { id: 'split', type: 'parallelGateway' },
    { id: 'left', type: 'userTask', roles: ['supporter'] },
    { id: 'right', type: 'userTask', roles: ['supporter'] },
    { id: 'join', type: 'parallelGateway' },
    { id: 'end', type: 'endEvent', outcome: 'done' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'ask' },
    { id: 'f2', from: 'ask', to: 'yes' },
    { id: 'f3', from: 'yes', to: 'do', condition: 'yes' },
    { id: 'f4', from: 'yes', to: 'end', default: true },
    { id: 'f5', from: 'do', to: 'split' },
    { id: 'f6', from: 'split', to: 'left' },
    { id: 'f7', from: 'split', to: 'right' },
    { id: 'f8', from: 'left', to: 'join' },
    { id: 'f9', from: 'right', to: 'join' },
    { id: 'f10', from: 'join', to: 'end' },
  ],
});

/** One task, to be done by somebody. */
export const oneTask = definition('oneTask', {
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'do', type: 'userTask', roles: ['supporter'], term: { amount: 5, unit: 'workingDays' } },
    { id: 'end', type: 'endEvent', outcome: 'done' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'do' },
    { id: 'f2', from: 'do', to: 'end' },
  ],
});

/** P1 of the benchmarks: automatic work, `steps` times, end. */
export function automatic(steps: number): Definition {
  const ids = Array.from({ length: steps }, (_, i) => `job${i + 1}`);
  const all = ['start', ...ids, 'end'];
  return definition('automatic', {
    elements: [
      { id: 'start', type: 'startEvent' },
      ...ids.map((id) => ({ id, type: 'serviceTask', job: 'record', input: { kind: `"${id}"` } })),
      { id: 'end', type: 'endEvent', outcome: 'done' },
    ],
    flows: all.slice(1).map((to, i) => ({ id: `f${i}`, from: all[i] as string, to })),
  });
}

/** A task of an initiator that is chased within seconds: a reminder, then a matter for the supporter. */
export const chasedInSeconds = definition('chasedInSeconds', {
  ladders: [
    {
      id: 'SECONDS',
      name: 'seconds',
      rungs: [
        {
          id: '+1',
          amount: 1,
          unit: 'seconds',
          acts: [{ act: 'notify', to: 'owner', text: 'reminder', kind: 'chase' }],
        },
        { id: '+3', amount: 3, unit: 'seconds', acts: [{ act: 'raise', to: 'supporter' }] },
      ],
    },
  ],
  texts: { reminder: { subject: 'Still there?', body: 'We wait for you.' } },
  elements: [
    { id: 'start', type: 'startEvent' },
    {
      id: 'tell',
      type: 'userTask',
      roles: ['initiator'],
      term: { amount: 1, unit: 'seconds' },
      ladder: 'SECONDS',
    },
    { id: 'after', type: 'userTask', roles: ['supporter'] },
    { id: 'end', type: 'endEvent', outcome: 'told' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'tell' },
    { id: 'f2', from: 'tell', to: 'after' },
    { id: 'f3', from: 'after', to: 'end' },
  ],
});

/** Calls `chasedInSeconds`, in the same workflow. */
export const caller = definition('caller', {
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'call', type: 'callActivity', process: 'chasedInSeconds' },
    { id: 'end', type: 'endEvent', outcome: 'called' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'call' },
    { id: 'f2', from: 'call', to: 'end' },
  ],
});

const by = { roles: ['supporter'] };

/** Votes for which two of three are enough, a payment by message, two things in any order of which one can be undone, and its undoing. */
export const manyThings: Definition = parsed({
  id: 'manyThings',
  elements: [
    { id: 'start', type: 'startEvent' },
    {
      id: 'vote',
      type: 'userTask',
      ...by,
      outcomes: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
      many: {
        count: 3,
        output: { variable: 'votes', value: 'vote_outcome' },
        completion: 'count(votes[item = "yes"]) >= 2',
      },
    },
    { id: 'paid', type: 'receiveTask', message: { name: 'paid' } },
    { id: 'days', type: 'subProcess', adHoc: {} },
    { id: 'a', type: 'userTask', ...by, parent: 'days' },
    {
      id: 'aUndo',
      type: 'boundaryEvent',
      attachedTo: 'a',
      parent: 'days',
      triggers: { compensation: true },
      handler: 'undoA',
    },
    { id: 'undoA', type: 'userTask', ...by, parent: 'days', forCompensation: true },
    { id: 'b', type: 'userTask', ...by, parent: 'days' },
    { id: 'extra', type: 'userTask', ...by },
    { id: 'off', type: 'endEvent', end: 'compensation' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'vote' },
    { id: 'f2', from: 'vote', to: 'paid' },
    { id: 'f3', from: 'paid', to: 'days' },
    { id: 'f4', from: 'days', to: 'off' },
  ],
});

export const manyThingsLater: Definition = {
  ...manyThings,
  elements: manyThings.elements.map((e) =>
    e.id === 'b' && e.type === 'userTask' ? { ...e, term: { amount: 9, unit: 'workingDays' } } : e,
  ),
};

function parsed(given: Record<string, unknown>): Definition {
  const result = parseDefinition({
    v: 1,
    name: given.id,
    roles: [{ id: 'supporter', name: 'Supporter', side: 'us' }],
    ...given,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.definition;
}
