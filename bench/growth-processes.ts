/** Processes by size: one task, so that its start can be seen, and then so many automatic steps. */
import type { Definition } from '../contract/index.ts';
import { automatic } from '../tests/temporal/support/processes.ts';
import { repeated } from './processes.ts';

export const SIZES = [10, 100, 1_000] as const;

const task = repeated.elements.find(({ id }) => id === 'do') as Definition['elements'][number];

function stepsAfterTask(steps: number): Definition {
  const { elements, flows, ...rest } = automatic(steps);
  return {
    ...rest,
    id: `steps${steps}`,
    roles: repeated.roles,
    elements: [...elements, task],
    flows: [
      { id: 'toTask', from: 'start', to: task.id },
      { id: 'fromTask', from: task.id, to: 'job1' },
      ...flows.filter(({ from }) => from !== 'start'),
    ],
  };
}

const bySize = new Map(SIZES.map((size) => [size as number, stepsAfterTask(size)]));

export const ofSize = (steps: number): Definition => bySize.get(steps) as Definition;
export const growing: Definition[] = [...bySize.values()];
