/** Staff without a mail address: whoever has to call somebody and is not reached either gets one task, not a task to call themselves for ever. */
import { expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { toInstant } from '../../core/calendar/index.ts';
import { World } from '../../core/simulator/world.ts';

const definition: Definition = {
  v: 1,
  id: 'Ask',
  name: 'Ask',
  roles: [
    { id: 'initiator', name: 'Initiator', side: 'initiator' },
    { id: 'supporter', name: 'Supporter', side: 'us' },
  ],
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'ask', type: 'userTask', roles: ['initiator'], term: { amount: 5, unit: 'workingDays' } },
    { id: 'e', type: 'endEvent', end: 'none' },
  ],
  flows: [
    { id: 'f1', from: 's', to: 'ask' },
    { id: 'f2', from: 'ask', to: 'e' },
  ],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
};

test('one task to call stands open while nobody acts', () => {
  const world = new World({
    at: toInstant('Europe/Amsterdam', '2026-06-01', '10:00'),
    people: {
      ada: { id: 'ada', name: 'Ada', channel: 'phone' },
      bo: { id: 'bo', name: 'Bo', channel: 'phone' },
    },
    roles: { initiator: ['ada'], supporter: ['bo'] },
    definitions: [definition],
  });
  const started = world.start({ definition, by: 'bo' });
  if ('rejection' in started) throw new Error(started.rejection.message);

  world.advanceTo(toInstant('Europe/Amsterdam', '2026-06-12', '10:00'));

  const tasks = Object.values(world.state(started.instance).elements).flatMap(({ task }) => task?.name ?? []);
  expect(tasks.filter((name) => name.includes('.call'))).toEqual(['ask.call']);
});
