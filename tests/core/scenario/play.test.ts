/** Steps and expectations, told to the engine in memory. */
import { describe, expect, it } from 'vitest';
import { definition, missed, tell, tellFile, visit } from './support.ts';

const start = `- at: "2026-09-01T10:00"
  start: { by: supporter }
`;
const agreed = `${start}- complete: { task: ask, by: Bo }
- complete: { task: agree, by: Bo, outcome: sent, data: { commitments: [ { text: Open the hall, owner: initiator, due: "2026-09-11" }, { text: bring tables, owner: supporter, due: "2026-09-04" } ] } }
`;

describe('names', () => {
  it.each(['ask', 'question', 'First question', 'Vraag stellen', 'first QUESTION'])(
    'of a task: %s',
    (name) => {
      const played = tell(
        `${start}- expect: [ { open: [ ${name} ] } ]\n- complete: { task: ${name}, by: supporter, outcome: STOP }\n- expect: [ { ended: Stopped Early } ]\n`,
      );

      expect(played.failures).toEqual([]);
    },
  );

  it.each(['supporter', 'Supporter', 'Ondersteuner', 'Bo', 'bo'])('of who owns a task: %s', (name) => {
    expect(
      tell(`${start}- expect: [ { task: { name: ask, owner: ${name}, due: "2026-09-04T17:00" } } ]\n`).ok,
    ).toBe(true);
  });

  it('of commitments: their text, ignoring case, or their id', () => {
    const played = tell(`${agreed}- done: { commitment: bring TABLES, by: supporter }
- expect:
    - commitment: { text: c2, status: done }
    - commitment: { text: open the hall, owner: Ada, due: "2026-09-11", status: Open }
    - commitments: [ Open the hall ]
    - ownerShare: { ours: 0, theirs: 1 }
`);

    expect(played.failures).toEqual([]);
  });

  it('of people and options in data become ids, and numbers in a text field text', () => {
    const played = tell(
      `${start}- complete: { task: ask, by: Bo, data: { note: 5, who: [ initiator, Cor ], size: very large } }\n`,
    );

    expect(played.facts.find((fact) => fact.type === 'task.completed')).toMatchObject({
      data: { note: '5', who: ['p-ada', 'p-cor'], size: 'veryLarge' },
    });
  });

  it('of one person under two roles mean one person', () => {
    const played = tellFile(`process: visit
people: { supporter: Bo, coordinator: [ Bo, Cor ] }
steps:
  - start: { by: Bo }
  - expect: [ { task: { name: ask, owner: coordinator } } ]
`);

    expect(played.failures).toEqual([]);
  });

  it('may be left out: somebody unnamed holds each role', () => {
    const played = tellFile(
      'process: visit\nsteps:\n  - start: {}\n  - complete: { task: ask, by: anyone, outcome: stop }\n  - expect: [ { ended: { at: early } } ]\n',
    );

    expect(played.failures).toEqual([]);
  });
});

describe('what does not hold', () => {
  const wrong: [string, string][] = [
    ['open', 'open: [ ask, ask ]'],
    ['task', 'task: { name: ask, due: "2026-09-05" }'],
    ['noTask', 'noTask: ask'],
    ['mail', 'mail: { to: initiator, count: 7 }'],
    ['raised', 'raised: { element: ask }'],
    ['variable', 'variable: { note: x }'],
    ['ended', 'ended: all-done'],
    ['running', 'running: false'],
    ['incident', 'incident: { element: ask }'],
    ['fact', 'fact: { type: task.created, element: ask, count: 0 }'],
    ['figure', 'figure: { name: promises-kept, period: 2026-09, value: 1 }'],
    ['where', 'where: [ look ]'],
    ['commitment', 'commitment: { text: c1, status: open }'],
    ['commitments', 'commitments: [ c1 ]'],
    ['ownerShare', 'ownerShare: { ours: 1, theirs: 0 }'],
    ['due', 'due: { element: ask, on: "2026-09-05" }'],
  ];

  it.each(wrong)('%s is told with its line, what was expected and what was there', (kind, expectation) => {
    const played = tell(`${start}- expect:\n    - running: true\n    - ${expectation}\n`);

    expect(missed(played)).toEqual([`5: expect ${kind}`]);
    expect(played.failures[0]).toMatchObject({
      expected: expect.stringMatching(/./),
      got: expect.stringMatching(/./),
    });
  });

  it('is a step that is refused', () => {
    const played = tell(`${start}- complete: { task: agree, by: Bo }\n`);

    expect(missed(played)).toEqual(['3: complete agree']);
    expect(played.failures[0]?.got).toMatch(/^NOT_FOUND: Expected an open task/);
  });

  it('does not stop the story', () => {
    const played = tell(
      `${start}- complete: { task: agree, by: Bo }\n- complete: { task: ask, by: Bo, outcome: stop }\n- expect: [ { ended: stopped-early } ]\n`,
    );

    expect(missed(played)).toEqual(['3: complete agree']);
  });
});

describe('refused', () => {
  it('holds when the step is refused with that code and those words', () => {
    const played =
      tell(`${start}- refused: { step: { complete: { task: ask, by: initiator } }, code: permission_denied, saying: not by }
- refused: { step: { complete: { task: ask, by: Bo, outcome: fly } }, code: INVALID_ARGUMENT }
- refused: { step: { skip: { element: ask } }, saying: why }
- expect: [ { open: [ ask ] } ]
`);

    expect(played.failures).toEqual([]);
  });

  it('fails when the step is accepted, or refused otherwise', () => {
    const played =
      tell(`${start}- refused: { step: { complete: { task: agree, by: Bo } }, code: PERMISSION_DENIED }
- refused: { step: { complete: { task: ask, by: Bo } } }
`);

    expect(missed(played)).toEqual(['3: refused: complete agree', '4: refused: complete ask']);
    expect(played.failures[1]).toMatchObject({ expected: 'refused', got: 'accepted' });
  });
});

describe('messages', () => {
  it('are found by person, item, day, time, words in either language and buttons', () => {
    const played = tell(`${agreed}- expect:
    - mail: { to: initiator, about: agree.confirm, on: "2026-09-01", at: "10:00", mentions: [ open the hall ], buttons: [ help me ], count: 1 }
    - mail: { to: Ada, subject: afspraken }
    - mail: { to: Ada, subject: what we agreed, count: 0 }
`);

    expect(missed(played)).toEqual([]);
  });

  it('nothing looks since the previous step: what a step caused, or what time brought', () => {
    const played = tell(`${agreed}- expect: [ { nothing: initiator } ]
- at: "2026-09-02T08:00"
  expect: [ { nothing: initiator } ]
- expect: [ { nothing: { to: initiator, on: "2026-09-01" } } ]
`);

    expect(missed(played)).toEqual(['5: expect nothing', '8: expect nothing']);
  });

  it('bear links: only who got one about it, or owns it, can press', () => {
    const played =
      tell(`${agreed}- refused: { step: { link: { to: coordinator, about: agree.confirm, press: help me } }, code: NOT_FOUND }
- link: { to: initiator, about: agree.confirm, press: help me }
- expect:
    - fact: { type: help.asked, item: agree.confirm, by: Ada, channel: link, count: 1 }
    - task: { name: agree.confirm.help, owner: supporter }
`);

    expect(played.failures).toEqual([]);
  });
});

describe('time', () => {
  it('carries out all that is due before a step', () => {
    const played = tell(`${start}- at: "2026-09-07T10:00"
  expect:
    - task: { name: ask, late: true }
    - fact: { type: chase.fired, item: ask, rung: "+1", at: "2026-09-07", count: 1 }
    - fact: { type: task.late, task: First question, due: "2026-09-04", count: 1 }
`);

    expect(played.failures).toEqual([]);
  });

  it('jumps to a moment or to the next thing that is due', () => {
    const played = tell(`${start}- jump: { to: "2026-09-04T17:00" }
- expect: [ { task: { name: ask, late: true } } ]
- jump: next
- expect: [ { fact: { type: chase.fired, rung: "+1", count: 1 } } ]
`);

    expect(played.failures).toEqual([]);
  });

  it('stands on a Monday morning where a story names no moment', () => {
    const played = tell(
      '- start: { by: supporter }\n- expect: [ { task: { name: ask, due: "2026-01-15" } } ]\n',
    );

    expect(played.failures).toEqual([]);
  });

  it('is not lost when the worker forgets everything', () => {
    const restarted = tell(`${agreed}- restart: worker\n- at: "2026-09-30T10:00"\n`);
    const through = tell(`${agreed}- at: "2026-09-30T10:00"\n`);

    expect(restarted.facts).toEqual(through.facts);
    expect(restarted.facts.length).toBeGreaterThan(20);
  });

  it('foresees when something opens or is due if nobody acts, and changes nothing by looking', () => {
    const played = tell(`${start}- expect:
    - due: { element: ask, on: "2026-09-04T17:00" }
    - due: { element: ask, on: "2026-09-04" }
    - due: { element: agree, on: "2026-09-04" }
    - task: { name: ask, late: false }
`);

    expect(missed(played)).toEqual(['6: expect due']);
  });
});

describe('jobs', () => {
  const confirmed = `${agreed}- complete: { task: agree.confirm, by: Ada, outcome: agreed }\n`;

  it('succeed without data unless the story answers them', () => {
    expect(
      tell(
        `${confirmed}- expect: [ { ended: all-done }, { commitments: [ open the hall, bring tables ] } ]\n`,
      ).failures,
    ).toEqual([]);
  });

  it('wait for the answer of a story that names their element', () => {
    const played = tell(`${confirmed}- expect: [ { where: [ look ] }, { running: true } ]
- job: { element: Look it up, complete: { rooms: 2 } }
- expect: [ { ended: { at: Done } }, { variable: { found: { rooms: 2 } } } ]
- refused: { step: { job: { element: look, complete: {} } }, code: NOT_FOUND }
`);

    expect(played.failures).toEqual([]);
  });

  it('end in an incident that can be retried when they fail without retries left', () => {
    const played = tell(`${confirmed}- job: { element: look, fail: no answer, retries: 0 }
- expect: [ { incident: { element: look, code: JOB_NO_RETRIES } } ]
- retry: { element: look }
- expect: [ { incident: { element: look, count: 0 } } ]
- job: { element: look, complete: {} }
- expect: [ { ended: all-done } ]
`);

    expect(played.failures).toEqual([]);
  });
});

describe('several processes', () => {
  const call = definition({
    ...visit,
    id: 'call',
    elements: [
      { id: 'start', type: 'startEvent' },
      { id: 'ring', type: 'userTask', roles: ['supporter'] },
      { id: 'over', type: 'endEvent', outcome: 'rung' },
    ],
    flows: [
      { id: 'g1', from: 'start', to: 'ring' },
      { id: 'g2', from: 'ring', to: 'over' },
    ],
    forms: [],
  });

  it('are told apart by name; without one the latest started is meant', () => {
    const played = tell(
      `- at: "2026-09-01T10:00"
  start: { by: supporter, as: first }
- publish: { process: other }
- start: { process: call, as: second }
- expect: [ { open: [ ring ] }, { in: first, open: [ ask ] } ]
- in: first
  complete: { task: ask, by: Bo, outcome: stop }
  expect: [ { ended: stopped-early } ]
- complete: { task: ring, in: second }
- expect: [ { ended: rung }, { fact: { type: end.reached, in: first, element: early } } ]
`,
      { other: call },
    );

    expect(played.failures).toEqual([]);
  });

  it('that exist before the story are given, with their own moment', () => {
    const played = tellFile(`process: visit
people: { supporter: Bo }
given: { instances: { old: { at: "2026-08-03T10:00" } } }
steps:
  - at: "2026-09-01T10:00"
    in: old
    expect: [ { task: { name: ask, late: true } } ]
`);

    expect(played.failures).toEqual([]);
  });

  it('hear of an absence together', () => {
    const played = tell(`- at: "2026-09-01T10:00"
  start: { by: supporter, as: one }
- start: { by: supporter, as: two }
- absent: { person: supporter, until: "2026-09-20" }
- expect: [ { in: one, fact: { type: person.absent, person: Bo } }, { in: two, fact: { type: person.absent, person: Bo } } ]
`);

    expect(played.failures).toEqual([]);
  });
});
