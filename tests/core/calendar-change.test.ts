// A changed calendar counts again what is still to come; what has come, and what somebody chose, stays.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../contract/index.ts';
import { dutchCalendar, toInstant, toLocal } from '../../core/calendar/index.ts';
import { World } from '../../core/simulator/world.ts';

const zone = 'Europe/Amsterdam';
const at = (text: string) => toInstant(zone, text.slice(0, 10), text.slice(11));
const local = (instant: string | undefined) =>
  instant === undefined ? undefined : `${toLocal(zone, instant).date} ${toLocal(zone, instant).time}`;

/** Friday 15 May 2026, the day after Ascension Day, is a bridge day. */
const withBridgeDay = {
  ...dutchCalendar,
  version: 2,
  closed: [{ date: '2026-05-15', name: { nl: 'Brugdag', en: 'Bridge day' } }],
};

const definition: Definition = {
  v: 1,
  id: 'Two',
  name: 'Two',
  roles: [
    { id: 'supporter', name: 'Supporter', side: 'us' },
    { id: 'initiator', name: 'Initiator', side: 'initiator' },
  ],
  elements: [
    { id: 's', type: 'startEvent' },
    { id: 'g', type: 'parallelGateway' },
    { id: 't', type: 'userTask', roles: ['supporter'], term: { amount: 5, unit: 'workingDays' } },
    {
      id: 'w',
      type: 'intermediateCatchEvent',
      triggers: { timer: { term: { amount: 5, unit: 'workingDays' } } },
    },
    { id: 'e', type: 'endEvent', end: 'none' },
  ],
  flows: [
    { id: 'f1', from: 's', to: 'g' },
    { id: 'f2', from: 'g', to: 't' },
    { id: 'f3', from: 'g', to: 'w' },
    { id: 'f4', from: 't', to: 'e' },
    { id: 'f5', from: 'w', to: 'e' },
  ],
  forms: [],
  ladders: [],
  texts: {},
  variables: {},
};

function started() {
  const world = new World({
    at: at('2026-05-11T10:00'),
    definitions: [definition],
    roles: { supporter: ['bo'], initiator: ['ada'] },
    people: { bo: { id: 'bo', name: 'Bo' }, ada: { id: 'ada', name: 'Ada', mail: 'ada@example.org' } },
  });
  const r = world.start({ definition });
  if ('rejection' in r) throw new Error(r.rejection.message);
  const state = () => world.state(r.instance);
  const task = () => Object.values(state().elements).find((e) => e.task)?.task;
  const wait = () => Object.values(state().timers).find((t) => t.kind === 'wait')?.at;
  return { world, instance: r.instance, state, task, wait };
}

describe('a changed calendar', () => {
  it('moves waits, due moments and the rungs that are left, with a new ledger', () => {
    const { world, task, wait, state } = started();
    expect([local(task()?.due), local(wait())]).toEqual(['2026-05-19 17:00', '2026-05-19 09:00']);

    world.changeCalendar(withBridgeDay);

    expect([local(task()?.due), local(wait())]).toEqual(['2026-05-20 17:00', '2026-05-20 09:00']);
    expect(Object.values(state().chases).map((c) => c.rungs.map((r) => local(r.at)))).toEqual([
      ['2026-05-19 09:00', '2026-05-21 09:00', '2026-05-22 09:00', '2026-05-26 09:00', '2026-05-28 09:00'],
    ]);
    const ledger = world.facts.findLast((f) => f.type === 'due.set');
    expect(ledger?.type === 'due.set' && ledger.ledger.find((l) => l.date === '2026-05-15')).toMatchObject({
      counted: false,
      why: 'closed',
    });
  });

  it('leaves what has come', () => {
    const { world, task } = started();
    world.advanceTo(at('2026-05-19T18:00'));

    world.changeCalendar(withBridgeDay);

    expect(local(task()?.due)).toBe('2026-05-19 17:00');
    expect(task()?.late).toBe(true);
  });

  it('leaves a date that somebody chose', () => {
    const { world, instance, task } = started();
    world.act(instance, { type: 'postpone', element: 't', until: '2026-05-18', why: 'holiday' });

    world.changeCalendar(withBridgeDay);

    expect(local(task()?.due)).toBe('2026-05-18 17:00');
  });

  it('changes nothing when nothing to come is touched by it', () => {
    const { world } = started();
    const facts = world.facts.length;

    world.changeCalendar({
      ...dutchCalendar,
      version: 2,
      closed: [{ date: '2027-05-14', name: { nl: 'x', en: 'x' } }],
    });

    expect(world.facts.length).toBe(facts);
  });
});
