/** What makes a scenario invalid: never silently true, always with the line and what was expected. */
import { describe, expect, it } from 'vitest';
import { problemsOf, tellFile } from './support.ts';

const start = `- at: "2026-09-01T10:00"
  start: { by: supporter }
`;

const cases: [what: string, step: string, message: string][] = [
  ['an unknown step', '- complte: { task: ask }', "3: Unknown key 'complte'. Did you mean complete?"],
  [
    'an unknown key of a step',
    '- complete: { task: ask, outcom: stop }',
    "3: Unknown key 'outcom'. Did you mean outcome?",
  ],
  ['a missing key', '- complete: { by: Bo }', "3: Expected 'task' here."],
  ['an unknown expectation', '- expect: [ { opn: [] } ]', "3: Unknown key 'opn'. Did you mean open?"],
  ['an unknown task', '- complete: { task: asks }', "3: There is no task 'asks'. Did you mean ask?"],
  [
    'something that is no task',
    '- expect: [ { noTask: start } ]',
    "3: Expected a task, but 'start' is of type startEvent.",
  ],
  [
    'a task that is only like a word of the process',
    '- claim: { task: nope }',
    "3: There is no task 'nope'.",
  ],
  [
    'an unknown element',
    '- skip: { element: lok, why: later }',
    "3: There is no element 'lok'. Did you mean look?",
  ],
  [
    'an end that is none',
    '- expect: [ { ended: { at: ask } } ]',
    "3: Expected an end event, but 'ask' is of type userTask.",
  ],
  [
    'an unknown outcome of a task',
    '- complete: { task: ask, outcome: stp }',
    "3: Task ask has no outcome 'stp'. Did you mean stop?",
  ],
  [
    'an unknown outcome of the process',
    '- expect: [ { ended: al-done } ]',
    "3: No process ends with the outcome 'al-done'. Did you mean all-done?",
  ],
  [
    'an unknown person',
    '- complete: { task: ask, by: Bob }',
    "3: There is no role or person 'Bob'. Did you mean Bo?",
  ],
  [
    'an unknown role',
    '- expect: [ { task: { name: ask, role: suporter } } ]',
    "3: There is no role 'suporter'. Did you mean supporter?",
  ],
  [
    'an unknown commitment',
    '- done: { commitment: open the hall }',
    "3: There is no commitment 'open the hall'.",
  ],
  ['an unknown instance', '- in: pilot\n  complete: { task: ask }', "3: No instance is called 'pilot'."],
  [
    'an unknown type of fact',
    '- expect: [ { fact: { type: chase.fird } } ]',
    "3: There is no type of fact 'chase.fird'. Did you mean chase.fired?",
  ],
  [
    'a field a fact has not',
    '- expect: [ { fact: { type: chase.fired, rong: +1, count: 0 } } ]',
    "3: chase.fired: Unknown key 'rong'. Did you mean rung?",
  ],
  [
    'an unknown figure',
    '- expect: [ { figure: { name: promise-kept, period: 2026-08, value: 1 } } ]',
    "3: There is no figure 'promise-kept'. Did you mean promises-kept?",
  ],
  [
    'an unknown capacity',
    '- expect: [ { capacity: { name: places, used: 0 } } ]',
    "3: There is no capacity 'places'. Name it under given: capacities.",
  ],
  ['a rung its ladder has not', '- expect: [ { noTask: ask.ORG.+7 } ]', "3: There is no task 'ask.ORG.+7'."],
  [
    'a date that does not exist',
    '- at: "2026-09-31T10:00"',
    "3: Expected a moment like 2026-04-01T20:15, but got '2026-09-31T10:00'.",
  ],
  [
    'a moment before the clock',
    '- at: "2026-08-31T10:00"',
    '3: Expected a moment not before the clock, which is at 2026-09-01T10:00, but got 2026-08-31T10:00.',
  ],
  [
    'a code no incident has',
    '- expect: [ { incident: { element: ask, code: CONDITION_EROR, count: 0 } } ]',
    "3: There is no code of an incident 'CONDITION_EROR'. Did you mean CONDITION_ERROR?",
  ],
  [
    'a channel nothing goes by',
    '- expect: [ { nothing: { to: supporter, channel: mial } } ]',
    "3: There is no channel 'mial'. Expected one of mail, sms, post, call.",
  ],
  [
    'a kind of message that is not sent',
    '- expect: [ { mail: { kind: reminder, count: 0 } } ]',
    "3: There is no kind of message 'reminder'. Expected one of confirmation, request, news, headsUp, chase, checkIn, honest, dated, result, inbox, raise, invite.",
  ],
  [
    'a button no mail has',
    '- expect: [ { mail: { buttons: [ stp ], count: 0 } } ]',
    "3: There is no button 'stp'. Did you mean stop?",
  ],
  [
    'a status no commitment has',
    '- expect: [ { commitment: { text: c1, status: finished } } ]',
    "3: There is no status 'finished'. Expected one of open, late, re-promised, done, dropped, handed over.",
  ],
  [
    'a ladder in a fact',
    '- expect: [ { fact: { type: chase.fired, ladder: ORGG, count: 0 } } ]',
    "3: There is no ladder 'ORGG'. Did you mean ORG?",
  ],
  [
    'a rung in a fact',
    '- expect: [ { fact: { type: chase.fired, rung: +99, count: 0 } } ]',
    "3: There is no rung '+99'. Expected one of -1, +1, +2, +3, +5, +10, +15, +25.",
  ],
  [
    'an outcome in a fact',
    '- expect: [ { fact: { type: task.completed, outcome: stp, count: 0 } } ]',
    "3: There is no outcome 'stp'. Did you mean stop?",
  ],
  [
    'a flow in a fact',
    '- expect: [ { fact: { type: flow.taken, flow: f11, count: 0 } } ]',
    "3: There is no flow 'f11'. Did you mean f1?",
  ],
  [
    'work that is none',
    '- job: { element: ask, complete: {} }',
    "3: Expected automatic work, but 'ask' is of type userTask.",
  ],
  [
    'two answers to one question',
    '- job: { element: look, complete: {}, fail: no answer }',
    "3: Expected one of complete, fail, error, but 'fail' is a second one.",
  ],
  [
    'a message nobody can know',
    '- message: { data: { paid: true } }',
    "3: Expected 'name' or 'element' here.",
  ],
  [
    'the none-th of several',
    '- complete: { task: ask, nth: 0 }',
    "3: Expected a whole number from 1, but got '0'.",
  ],
  [
    'a mapping from an element that is not there',
    '- migrate: { to: 1, mapping: { asks: ask } }',
    "3: There is no element 'asks' in the version it runs on. Did you mean ask?",
  ],
  [
    'a mapping to an element that is not there',
    '- migrate: { to: 1, mapping: { ask: lok } }',
    "3: There is no element 'lok' in the new version. Did you mean look?",
  ],
  [
    'a version that was not published',
    '- migrate: { to: 3 }',
    "3: Expected a version of 'visit' that is there (1), but got 3. Publish it first.",
  ],
  [
    'two moments for one step',
    '- at: "2026-09-02T10:00"\n  refused: { step: { at: "2026-09-03T10:00", claim: { task: ask } } }',
    "4: Expected one 'at' here, but there are two.",
  ],
  [
    'two steps in one',
    '- claim: { task: ask }\n  complete: { task: ask }',
    "4: Expected one step here, but 'complete' is a second one.",
  ],
];

describe('an invalid scenario', () => {
  it.each(cases)('names %s with its line', (_what, step, message) => {
    expect(problemsOf(`${start}${step}\n`)).toEqual([message]);
  });

  const looks: [string, string][] = [
    ['mail on a day', 'mail: { to: initiator, on: "2026-09-02", count: 0 }'],
    ['mail later today', 'mail: { to: initiator, on: "2026-09-01", at: "17:00", count: 0 }'],
    ['mail in a range', 'mail: { to: initiator, between: ["2026-08-01", "2026-09-02"] }'],
    ['no mail in a range', 'nothing: { between: ["2026-08-01", "2026-09-01T10:01"] }'],
    ['facts in a range', 'fact: { type: chase.fired, between: ["2026-09-01", "2026-09-15"], count: 0 }'],
    ['what was raised', 'raised: { element: ask, between: ["2026-09-01", "2026-09-15"], count: 0 }'],
    ['a figure of next month', 'figure: { name: promises-kept, period: 2026-10, value: 0 }'],
  ];

  it.each(looks)('looks past the clock: %s', (_what, expectation) => {
    expect(problemsOf(`${start}- expect:\n    - ${expectation}\n`)).toEqual([
      expect.stringMatching(/^4: An expectation never looks past the clock: .* is after 2026-09-01T10:00/),
    ]);
  });

  it('may look at today, and at a month that has begun', () => {
    const steps = `${start}- expect:
    - nothing: { to: initiator, between: ["2026-09-01", "2026-09-01"] }
    - figure: { name: Promises kept, period: 2026-09, value: 0, of: 0 }
`;

    expect(problemsOf(steps)).toEqual([]);
  });

  it('names every problem at once, in the order of the file', () => {
    expect(
      problemsOf('- complete: { task: x }\n- claim: { task: y }\n').map((one) => one.slice(0, 2)),
    ).toEqual(['1:', '2:']);
  });

  it('has a role under people that looks like a slip of the pen', () => {
    expect(() => tellFile('process: visit\npeople: { initator: Ada }\nsteps: []\n')).toThrow(
      "line 2: No process has the role 'initator'. Did you mean initiator?",
    );
  });

  it.each([
    [
      '{ rePromise: 3 }',
      "There is no setting 'rePromise'. Expected one of version, ours, rePromises, bundle, handoff, raisedAnswer.",
    ],
    ['{ rePromises: many }', "Expected a number from 0 for setting 'rePromises', but got '\"many\"'."],
    ['{ ours: { warned: 3 } }', "There is no setting 'ours.warned'. Expected one of warn, block."],
    ['{ ours: 3 }', "Expected warn, block in setting 'ours'."],
  ])('has a setting that is none: %s', (settings, message) => {
    expect(() => tellFile(`process: visit\ngiven: { settings: ${settings} }\nsteps: []\n`)).toThrow(message);
  });

  it('asks for something before anything is started', () => {
    expect(problemsOf('- complete: { task: ask }\n')).toEqual(['1: Nothing is started yet.']);
  });
});
