/** Who is not reached by mail is called: one task per matter, and whoever has to call and is not reached either is not called for ever. */
import { expect, test } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { dutchCalendar, toInstant } from '../../core/calendar/index.ts';
import { type CoreEvent, compile, contentHash, defaultSettings, start, step } from '../../core/index.ts';
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

test('a mail that never arrived becomes a task to call and to ask for the right address, once', () => {
  const hash = contentHash(definition);
  const compiled = compile(definition, hash);
  const ctx = { process: () => compiled, calendar: dutchCalendar, settings: defaultSettings };
  const at = toInstant('Europe/Amsterdam', '2026-06-01', '10:00');
  const begun = start(ctx, { instance: 'pi-1', hash, at, people: { initiator: ['ada'], supporter: ['bo'] } });
  if (!begun.ok) throw new Error(begun.rejection.message);
  const event: CoreEvent = {
    type: 'callNeeded',
    at,
    about: ['ask'],
    person: 'ada',
    note: 'pi-1/ask/1/open/ada',
    wrongAddress: true,
  };

  const told = step(ctx, begun.state, event);
  if (!told.ok) throw new Error(told.rejection.message);
  const again = step(ctx, told.state, event);
  if (!again.ok) throw new Error(again.rejection.message);

  const calls = Object.values(again.state.elements).filter(({ task }) => task?.name === 'ask.call');
  expect(calls).toHaveLength(1);
  expect(calls[0]?.task).toMatchObject({
    owner: 'bo',
    dueDate: '2026-06-03',
    label: { en: 'Call or write: our mail does not arrive. Ask for the right address' },
  });
});

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
