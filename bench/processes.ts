/** The processes that are compared: P1 without people, P2 with them, and P2 as people really use it. */
import type { Definition } from '../contract/index.ts';
import { automatic, fourTasks } from '../tests/temporal/support/processes.ts';

export const STEPS = 10;
/** The tasks of P2 in an order in which they can be completed. */
export const TASKS = ['ask', 'do', 'left', 'right'];

/** Start, ten automatic steps, end. */
export const p1: Definition = automatic(STEPS);

/** Start, task, exclusive gateway, task, two parallel tasks, join, end. Each task has a due date, nobody is chased or told. */
export const p2: Definition = {
  ...fourTasks,
  elements: fourTasks.elements.map((element) =>
    element.type === 'userTask' ? { ...element, ladder: 'none', opening: 'silent' } : element,
  ),
};

/** The same with what an engine for people's promises adds by itself: the ladder of our own promises, and word of new work. */
export const chasedP2: Definition = { ...fourTasks, id: 'chasedTasks' };

/** One task again and again, to make long histories. */
export const repeated: Definition = {
  ...fourTasks,
  id: 'repeated',
  variables: {},
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'enter', type: 'exclusiveGateway' },
    { id: 'do', type: 'userTask', roles: ['supporter'], ladder: 'none', opening: 'silent' },
    { id: 'again', type: 'exclusiveGateway', loop: { counter: 'times', max: 100_000 } },
    { id: 'end', type: 'endEvent', end: 'none' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'enter' },
    { id: 'f2', from: 'enter', to: 'do' },
    { id: 'f3', from: 'do', to: 'again' },
    { id: 'f4', from: 'again', to: 'enter', condition: 'true' },
    { id: 'f5', from: 'again', to: 'end', default: true },
  ],
};
