// Acts that do not fit are refused with a code and the place; nothing is half done. Acts that fit may come at any moment.
import { describe, expect, it } from 'vitest';
import type { Act, Definition, Rejection } from '../../contract/index.ts';
import { toInstant } from '../../core/calendar/index.ts';
import { World } from '../../core/simulator/world.ts';

const zone = 'Europe/Amsterdam';
const at = (text: string) => toInstant(zone, text.slice(0, 10), text.slice(11));

const people = {
  ada: { id: 'ada', name: 'Ada', mail: 'ada@example.org' },
  bo: { id: 'bo', name: 'Bo', mail: 'bo@example.org' },
  cor: { id: 'cor', name: 'Cor', mail: 'cor@example.org' },
  max: { id: 'max', name: 'Max', mail: 'max@example.org' },
  pam: { id: 'pam', name: 'Pam', mail: 'pam@example.org' },
};
const roles = {
  initiator: ['ada'],
  supporter: ['bo'],
  coordinator: ['cor'],
  manager: ['max'],
  partner: ['pam'],
};

const definition: Definition = {
  v: 1,
  id: 'Small',
  name: 'Small',
  roles: [
    { id: 'initiator', name: 'Initiator', side: 'initiator' },
    { id: 'supporter', name: 'Supporter', side: 'us' },
    { id: 'coordinator', name: 'Coordinator', side: 'us' },
    { id: 'manager', name: 'Manager', side: 'us' },
    { id: 'partner', name: 'Partner', side: 'partner' },
  ],
  elements: [
    { id: 's', type: 'startEvent' },
    {
      id: 'ask',
      type: 'userTask',
      roles: ['supporter'],
      form: 'note',
      term: { amount: 5, unit: 'workingDays' },
      outcomes: [
        { id: 'yes', label: { nl: 'Ja', en: 'Yes' } },
        { id: 'not-yet', label: { nl: 'Nog niet', en: 'Not yet' }, aliases: ['later'] },
      ],
    },
    {
      id: 'agree',
      type: 'agreement',
      roles: ['supporter'],
      confirmRoles: ['initiator'],
      ownCommitment: true,
    },
    { id: 'form', type: 'userTask', roles: ['initiator'] },
    { id: 'e', type: 'endEvent', end: 'none', outcome: 'done' },
  ],
  flows: [
    { id: 'f1', from: 's', to: 'ask' },
    { id: 'f2', from: 'ask', to: 'agree', outcome: 'yes' },
    { id: 'f3', from: 'ask', to: 'ask', outcome: 'not-yet' },
    { id: 'f4', from: 'agree', to: 'form' },
    { id: 'f5', from: 'form', to: 'e' },
  ],
  forms: [
    {
      id: 'note',
      name: 'Note',
      fields: [
        { key: 'on', type: 'date', label: 'On' },
        { key: 'count', type: 'number', label: 'Count' },
      ],
    },
  ],
  ladders: [],
  texts: {},
  variables: {},
};

function started() {
  const world = new World({ at: at('2026-06-01T10:00'), people, roles, definitions: [definition] });
  const r = world.start({ definition, by: 'cor' });
  if ('rejection' in r) throw new Error(r.rejection.message);
  const { instance } = r;
  const act = (a: Act) => world.act(instance, a);
  const must = (a: Act) => {
    const done = act(a);
    if ('rejection' in done) throw new Error(done.rejection.message);
  };
  return {
    world,
    instance,
    act,
    must,
    /** Refused, with everything as it was. */
    refused(a: Act): Rejection {
      const before = { state: world.snapshot(), facts: world.facts.length, messages: world.messages.length };
      const r = act(a);
      expect({ state: world.snapshot(), facts: world.facts.length, messages: world.messages.length }).toEqual(
        before,
      );
      if (!('rejection' in r)) throw new Error(`Expected ${JSON.stringify(a)} to be refused`);
      return r.rejection;
    },
    open: () => Object.values(world.state(instance).elements).flatMap((e) => (e.task ? [e.task.name] : [])),
    mails: (to: string) => world.messages.filter((m) => m.to === to),
    commitment: (id: string) => world.state(instance).commitments[id],
    agreed() {
      must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });
      must({
        type: 'complete',
        task: 'agree',
        by: 'bo',
        data: {
          commitments: [
            { text: 'ask the neighbours', owner: 'initiator', due: '2026-06-12' },
            { text: 'plot map', owner: 'supporter', due: '2026-06-15' },
            { text: 'lend a tent', owner: 'partner', due: '2026-06-15' },
          ],
        },
      });
      must({ type: 'complete', task: 'agree.confirm', by: 'ada', outcome: 'confirm' });
    },
  };
}

describe('completing a task is refused', () => {
  const cases: [string, Act, Partial<Rejection>][] = [
    [
      'by somebody without the role',
      { type: 'complete', task: 'ask', by: 'ada', outcome: 'yes' },
      { code: 'PERMISSION_DENIED', path: 'by' },
    ],
    [
      'with an unknown outcome',
      { type: 'complete', task: 'ask', by: 'bo', outcome: 'maybe' },
      { code: 'INVALID_ARGUMENT', path: 'outcome' },
    ],
    [
      'without an outcome where one is needed',
      { type: 'complete', task: 'ask', by: 'bo' },
      { code: 'INVALID_ARGUMENT', path: 'outcome' },
    ],
    [
      'with a date that does not exist',
      { type: 'complete', task: 'ask', by: 'bo', outcome: 'yes', data: { on: '2026-02-30' } },
      { code: 'INVALID_ARGUMENT' },
    ],
    [
      'with the wrong type in a field',
      { type: 'complete', task: 'ask', by: 'bo', outcome: 'yes', data: { count: 'many' } },
      { code: 'INVALID_ARGUMENT' },
    ],
    [
      'from a stale form',
      { type: 'complete', task: 'ask', by: 'bo', outcome: 'yes', version: 999 },
      { code: 'INVALID_STATE', path: 'version' },
    ],
    [
      'when there is no such task',
      { type: 'complete', task: 'nothing', by: 'bo' },
      { code: 'NOT_FOUND', path: 'task' },
    ],
    [
      'with a value too big for the state',
      { type: 'complete', task: 'ask', by: 'bo', outcome: 'yes', data: { on: 'x'.repeat(20_000) } },
      { code: 'INVALID_ARGUMENT', path: 'data.on' },
    ],
    [
      'on behalf of somebody without saying by which channel',
      { type: 'complete', task: 'ask', by: 'cor', onBehalfOf: 'supporter', outcome: 'yes' },
      { code: 'INVALID_ARGUMENT', path: 'channel' },
    ],
  ];
  it.each(cases)('%s', (_, act, expected) => {
    const refusal = started().refused(act);

    expect(refusal).toMatchObject(expected);
    expect(refusal.message).toMatch(/^[A-Z'‘“]/);
  });

  it('when it was completed before, and says what is open', () => {
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });

    const refusal = s.refused({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });

    expect(refusal).toMatchObject({ code: 'INVALID_STATE', path: 'task' });
    expect(refusal.message).toContain('agree');
  });

  it('when the process has ended', () => {
    const s = started();
    s.must({ type: 'stop', why: 'moved away', by: 'cor' });

    expect(s.refused({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' })).toMatchObject({
      code: 'INVALID_STATE',
    });
  });
});

describe('an outcome', () => {
  it.each(['not-yet', 'Not yet', 'nog niet', 'LATER'])('is known as %s', (outcome) => {
    const s = started();

    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome });

    expect(s.open()).toEqual(['ask']);
  });
});

describe('an agreement', () => {
  it('needs a commitment of the initiators themselves', () => {
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });

    expect(
      s.refused({
        type: 'complete',
        task: 'agree',
        by: 'bo',
        data: { commitments: [{ text: 'map', owner: 'supporter', due: '2026-06-12' }] },
      }),
    ).toMatchObject({ code: 'INVALID_ARGUMENT', path: 'data.commitments' });
  });

  it.each([
    ['no owner', { text: 'map', due: '2026-06-12' }, 'data.commitments[0].owner'],
    ['an owner nobody knows', { text: 'map', owner: 'zed', due: '2026-06-12' }, 'data.commitments[0].owner'],
    ['a date that passed', { text: 'map', owner: 'initiator', due: '2026-05-12' }, 'data.commitments[0].due'],
    ['no words', { owner: 'initiator', due: '2026-06-12' }, 'data.commitments[0].text'],
  ])('is not sent with %s', (_, commitment, path) => {
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });

    expect(
      s.refused({ type: 'complete', task: 'agree', by: 'bo', data: { commitments: [commitment] } as never }),
    ).toMatchObject({ code: 'INVALID_ARGUMENT', path });
  });

  it('blocks a ninth open commitment of ours, unless the manager sends it (P11)', () => {
    const nine = Array.from({ length: 9 }, (_, i) => ({
      text: `ours ${i}`,
      owner: 'supporter',
      due: '2026-06-12',
    }));
    const data = { commitments: [{ text: 'theirs', owner: 'initiator', due: '2026-06-12' }, ...nine] };
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });

    expect(s.refused({ type: 'complete', task: 'agree', by: 'bo', data })).toMatchObject({
      path: 'data.commitments',
    });
    s.must({
      type: 'complete',
      task: 'agree',
      by: 'max',
      onBehalfOf: 'supporter',
      channel: 'conversation',
      data,
    });
  });

  it('blocks a ninth that is added by itself alike; an instance of before engine version 5 goes on as it did', () => {
    const eight = Array.from({ length: 8 }, (_, i) => ({
      text: `ours ${i}`,
      owner: 'supporter',
      due: '2026-06-12',
    }));
    const theirs = { text: 'theirs', owner: 'initiator', due: '2026-06-12' };
    const ninth = {
      type: 'commit',
      commitment: { text: 'ninth', owner: 'supporter', due: '2026-06-12' },
    } as const;
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });
    s.must({ type: 'complete', task: 'agree', by: 'bo', data: { commitments: [theirs, ...eight] } });
    const before = s.world.snapshot();

    expect(s.refused({ ...ninth, by: 'bo' })).toMatchObject({ code: 'INVALID_ARGUMENT', path: 'commitment' });
    s.must({ type: 'commit', commitment: { ...theirs, text: 'more of theirs' }, by: 'bo' });
    s.must({ ...ninth, by: 'max' });

    s.world.restore(before.replace('"engine":5', '"engine":4'));
    s.must({ ...ninth, by: 'bo' });
  });

  it('chases ours when sent, theirs when confirmed, a partner once they say yes', () => {
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });
    const chased = () => Object.keys(s.world.state(s.instance).chases).filter((c) => c.startsWith('c'));
    s.must({
      type: 'complete',
      task: 'agree',
      by: 'bo',
      data: {
        commitments: [
          { text: 'theirs', owner: 'initiator', due: '2026-06-12' },
          { text: 'ours', owner: 'supporter', due: '2026-06-12' },
          { text: 'tent', owner: 'partner', due: '2026-06-12' },
        ],
      },
    });
    expect(chased()).toEqual(['c2']);

    s.must({ type: 'complete', task: 'agree.confirm', by: 'ada', outcome: 'confirm' });
    expect(chased().sort()).toEqual(['c1', 'c2']);

    s.must({ type: 'press', about: 'c3', button: 'agreed', by: 'pam' });
    expect(chased().sort()).toEqual(['c1', 'c2', 'c3']);
  });

  it('goes back to its draft when they ask for a change, and keeps what stays the same', () => {
    const s = started();
    s.must({ type: 'complete', task: 'ask', by: 'bo', outcome: 'yes' });
    const first = [
      { text: 'theirs', owner: 'initiator', due: '2026-06-12' },
      { text: 'ours', owner: 'supporter', due: '2026-06-12' },
    ];
    s.must({ type: 'complete', task: 'agree', by: 'bo', data: { commitments: first } });
    s.must({ type: 'complete', task: 'agree.confirm', by: 'ada', outcome: 'change' });
    expect(s.open()).toEqual(['agree']);

    s.must({
      type: 'complete',
      task: 'agree',
      by: 'bo',
      data: {
        commitments: [first[1], { text: 'theirs, smaller', owner: 'initiator', due: '2026-06-19' }] as never,
      },
    });

    expect(Object.values(s.world.state(s.instance).commitments).map((c) => `${c.id} ${c.text}`)).toEqual([
      'c2 ours',
      'c3 theirs, smaller',
    ]);
  });
});

describe('a promise', () => {
  it('moved in time is told at once and counts as re-promised; a third time needs a call', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'rePromise', commitment: 'c2', due: '2026-06-17', why: 'printer broke', by: 'bo' });
    expect(s.mails('ada').at(-1)?.about).toContain('c2');
    expect(s.commitment('c2')).toMatchObject({
      status: 're-promised',
      due: '2026-06-17',
      originalDue: '2026-06-15',
    });

    s.must({ type: 'rePromise', commitment: 'c2', due: '2026-06-19', why: 'still', by: 'bo' });
    expect(
      s.refused({ type: 'rePromise', commitment: 'c2', due: '2026-06-22', why: 'again', by: 'bo' }),
    ).toMatchObject({ code: 'INVALID_STATE', path: 'calledInitiator' });
    s.must({
      type: 'rePromise',
      commitment: 'c2',
      due: '2026-06-22',
      why: 'again',
      by: 'bo',
      calledInitiator: true,
    });
  });

  it('moved after its moment stays late', () => {
    const s = started();
    s.agreed();
    s.world.advanceTo(at('2026-06-16T12:00'));
    s.must({ type: 'rePromise', commitment: 'c2', due: '2026-06-22', why: 'forgot', by: 'bo' });

    expect(s.commitment('c2')?.status).toBe('late');
  });

  it('done twice is refused with what it is', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'done', commitment: 'plot map', by: 'bo' });

    expect(s.refused({ type: 'done', commitment: 'c2', by: 'bo' })).toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining('already done'),
    });
  });

  it('of the initiators is not reported by a partner', () => {
    const s = started();
    s.agreed();

    expect(s.refused({ type: 'done', commitment: 'c1', by: 'pam' })).toMatchObject({
      code: 'PERMISSION_DENIED',
    });
  });

  it('that repeats begins its next round when done (P51)', () => {
    const s = started();
    s.must({
      type: 'commit',
      commitment: {
        text: 'open the hall',
        owner: 'supporter',
        due: '2026-06-05',
        repeat: { amount: 1, unit: 'weeks' },
      },
      by: 'bo',
    });
    s.must({ type: 'done', commitment: 'c1', by: 'bo' });

    expect(s.commitment('c2')).toMatchObject({ text: 'open the hall', due: '2026-06-12' });
  });
});

describe('work moves between people', () => {
  it('only when it is accepted; until then whoever had it answers for it', () => {
    const s = started();
    s.must({ type: 'handOver', item: 'ask', from: 'bo', to: 'cor', by: 'bo' });
    const owner = () => Object.values(s.world.state(s.instance).elements)[0]?.task?.owner;
    expect(owner()).toBe('bo');

    s.must({ type: 'accept', by: 'cor' });
    expect(owner()).toBe('cor');
  });

  it('away from somebody who is ill: no mail to them, a deputy is asked, the coordinator takes over when silent', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'absent', person: 'bo', deputy: 'max', by: 'cor' });
    const before = s.mails('bo').length;
    s.world.advanceTo(at('2026-06-02T16:59'));
    expect(s.commitment('c2')?.owner).toBe('bo');

    s.world.advanceTo(at('2026-06-02T17:00'));
    expect(s.commitment('c2')?.owner).toBe('cor');
    expect(s.mails('bo').length).toBe(before);
    expect(s.mails('ada').some((m) => m.kind === 'news' && m.about.includes('c2'))).toBe(true);
  });

  it('who is away until a day is there again the day after, and gets mail again', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'absent', person: 'bo', until: '2026-06-05', deputy: 'max', by: 'cor' });
    s.world.advanceTo(at('2026-06-05T23:59'));
    expect(s.world.state(s.instance).absent).toHaveProperty('bo');

    s.world.advanceTo(at('2026-06-06T00:00'));
    expect(s.world.state(s.instance).absent).toEqual({});
    expect(s.world.facts.findLast(({ type }) => type === 'person.back')).toMatchObject({ person: 'bo' });
  });

  it('a longer absence takes the place of a shorter one, and a return takes its day away', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'absent', person: 'bo', until: '2026-06-05', by: 'cor' });
    s.must({ type: 'absent', person: 'bo', by: 'cor' });
    s.world.advanceTo(at('2026-06-08T12:00'));
    expect(s.world.state(s.instance).absent).toHaveProperty('bo');

    s.must({ type: 'absent', person: 'bo', until: '2026-06-10', by: 'cor' });
    s.must({ type: 'back', person: 'bo', by: 'bo' });
    s.world.advanceTo(at('2026-06-12T12:00'));
    expect(s.world.facts.filter(({ type }) => type === 'person.back')).toHaveLength(1);
  });

  it('not back by itself when they return', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'absent', person: 'bo', by: 'cor' });
    s.must({ type: 'accept', by: 'cor' });
    s.must({ type: 'back', person: 'bo', by: 'bo' });

    expect(s.commitment('c2')?.owner).toBe('cor');
  });
});

describe('at any moment', () => {
  it('a pause keeps the working days that people outside had left, and ours run on', () => {
    const s = started();
    s.agreed();
    s.world.advanceTo(at('2026-06-08T12:00'));
    s.must({ type: 'pause', by: 'ada', until: '2026-06-22' });
    s.world.advanceTo(at('2026-06-21T12:00'));
    expect(s.mails('ada').filter((m) => m.kind === 'chase')).toEqual([]);
    expect(s.commitment('c2')?.status).toBe('late');

    s.world.advanceTo(at('2026-06-22T09:00'));
    // Four working days were left on 8 June (due Friday 12 June).
    expect(s.commitment('c1')?.due).toBe('2026-06-26');
  });

  it('a call for help stops the reminders and asks the supporter', () => {
    const s = started();
    s.agreed();
    // The form of Monday 8 June was asked after on the 11th, so this one waited for the fifth working day after that.
    s.world.advanceTo(at('2026-06-18T10:00'));
    expect(s.mails('ada').some((m) => m.kind === 'chase' && m.about.includes('c1'))).toBe(true);
    const sent = s.mails('ada').filter((m) => m.about.includes('c1')).length;

    s.must({ type: 'press', about: 'c1', button: 'helpMe', by: 'ada' });
    s.world.advanceTo(at('2026-07-20T10:00'));

    expect(s.open()).toContain('c1.help');
    expect(
      s.mails('ada').filter((m) => m.about.includes('c1') && m.kind === 'chase').length,
    ).toBeLessThanOrEqual(sent);
  });

  it('a step can be skipped with a reason; a choice needs the outcome to go on with', () => {
    const s = started();
    expect(s.refused({ type: 'skip', element: 'ask', why: 'known already', by: 'cor' })).toMatchObject({
      path: 'outcome',
    });

    s.must({ type: 'skip', element: 'ask', why: 'known already', outcome: 'yes', by: 'cor' });
    expect(s.open()).toEqual(['agree']);
  });

  it('a step can be postponed; its ladder begins anew', () => {
    const s = started();
    s.must({ type: 'postpone', element: 'ask', until: '2026-06-30', why: 'holiday', by: 'cor' });
    s.world.advanceTo(at('2026-06-29T09:00'));

    expect(
      s
        .mails('bo')
        .filter((m) => m.about.includes('ask') && m.at >= at('2026-06-09T00:00'))
        .map((m) => m.at),
    ).toEqual([at('2026-06-29T09:00')]);
  });

  it('stopping drops what was open, says so and leaves nothing', () => {
    const s = started();
    s.agreed();
    s.must({ type: 'stop', why: 'moved away', by: 'cor' });

    const state = s.world.state(s.instance);
    expect(state).toMatchObject({ status: 'stopped', elements: {}, commitments: {}, chases: {}, timers: {} });
    expect(s.world.facts.find((f) => f.type === 'instance.stopped')).toMatchObject({
      dropped: ['c1', 'c2', 'c3'],
      why: 'moved away',
    });
    const sent = s.world.messages.length;
    s.world.advanceTo(at('2026-12-31T12:00'));
    expect(s.world.messages.length).toBe(sent);
  });

  it('after an outage the rungs fire in order, but only the last message goes out, with an apology', () => {
    const s = started();
    const state = s.world.state(s.instance);
    const due = Object.values(state.timers).length;
    expect(due).toBeGreaterThan(3);
    // Nobody was there for three weeks: one tick, late.
    s.world.at = at('2026-06-22T11:00');
    s.world.deliver(s.instance, { type: 'tick' });
    s.world.advanceTo(at('2026-06-23T12:00'));

    const fired = s.world.facts
      .filter((f) => f.type === 'chase.fired')
      .map((f) => (f as { rung: string }).rung);
    expect(fired).toEqual(['-1', '+1', '+2', '+3', '+5']);
    const chases = s.mails('bo').filter((m) => m.kind === 'chase');
    expect(chases).toHaveLength(1);
    expect(chases[0]?.texts.en.text).toMatch(/apologise/i);
  });
});
