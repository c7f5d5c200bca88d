/** Steps and expectations, told to the engine in memory. */
import { describe, expect, it } from 'vitest';
import { playInCore } from '../../../cli/hosts/core.ts';
import { yamlSource } from '../../../cli/yaml-source.ts';
import { readScenario, setupOf, stageOf } from '../../../core/scenario/index.ts';
import { definition, missed, stageFor, tell, tellFile, visit } from './support.ts';

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

  it.each(['supporter', 'Supporter', 'Ondersteuner'])('of a role under people: %s', (role) => {
    const played = tellFile(
      `process: visit\npeople: { ${role}: Bo }\nsteps:\n  - start: { by: Bo }\n  - complete: { task: ask, by: Bo, outcome: stop }\n`,
    );

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

  it('is the second of equals where there is one', () => {
    const played = tell(
      `${start}- complete: { task: ask, by: Bo, nth: 2 }\n- expect: [ { open: [ ask ] } ]\n`,
    );

    expect(missed(played)).toEqual(['3: complete ask']);
    expect(played.failures[0]?.got).toBe("NOT_FOUND: Expected at least 2 open tasks 'ask', but there is 1");
  });

  it('tells what is stuck, which is often why', () => {
    const confirmed = `${agreed}- complete: { task: agree.confirm, by: Ada, outcome: agreed }\n`;
    const played = tell(
      `${confirmed}- job: { element: look, fail: no answer }\n- expect: [ { ended: all-done } ]\n`,
    );

    expect(played.failures[0]?.got).toContain('; stuck: look JOB_NO_RETRIES: ');
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

  it('says when and in which instance beside the step or with it', () => {
    const played = tell(`- at: "2026-09-01T10:00"
  start: { by: supporter, as: first }
- start: { by: supporter, as: second }
- in: first
  complete: { task: ask, by: Bo, outcome: stop }
- refused: { step: { in: first, at: "2026-09-02T10:00", complete: { task: ask, by: Bo } }, code: INVALID_STATE }
- refused: { in: first, step: { complete: { task: ask, by: Bo } } }
- expect: [ { fact: { type: instance.started, "on": "2026-09-01" } }, { open: [ ask ] }, { mail: { to: Bo, "on": "2026-09-02", at: "09:00" } } ]
- complete: { task: ask, by: Bo, outcome: stop }
`);

    expect(played.failures).toEqual([]);
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

describe('another way to be reached', () => {
  const people = 'people: { initiator: { name: Ada, mail: ada@example.org, sms: "0612" }, supporter: Bo }';
  const told = (between: string) =>
    tellFile(`process: visit
${people}
steps:
  ${agreed.trimEnd().replaceAll('\n', '\n  ')}
  - complete: { task: agree.confirm, by: Ada, outcome: agreed }
  ${between}
  - at: "2026-09-16T10:00"
    expect: [ { mail: { to: Ada, about: open the hall, channel: sms, at: "09:00", count: 1 } } ]
`);

  it('holds for whatever is sent from then on, also when all that is not durable is forgotten', () => {
    const change = '- changeChannel: { person: initiator, to: sms, by: initiator }';

    expect(told(change).failures).toEqual([]);
    expect(told(`${change}\n  - restart: worker`).failures).toEqual([]);
    expect(told('- restart: worker').ok).toBe(false);
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

  const machines = definition({
    ...visit,
    id: 'machines',
    elements: [
      { id: 'start', type: 'startEvent' },
      { id: 'reckon', type: 'scriptTask', set: [{ variable: 'total', value: 'price * 2' }] },
      {
        id: 'size',
        type: 'businessRuleTask',
        decision: 'sizes',
      },
      { id: 'tell', type: 'sendTask', to: ['initiator'], text: { subject: 'How much', body: 'This much' } },
      { id: 'read', type: 'userTask', roles: ['supporter'] },
      { id: 'end', type: 'endEvent' },
    ],
    flows: [
      { id: 'm1', from: 'start', to: 'reckon' },
      { id: 'm2', from: 'reckon', to: 'size' },
      { id: 'm3', from: 'size', to: 'tell' },
      { id: 'm4', from: 'tell', to: 'read' },
      { id: 'm5', from: 'read', to: 'end' },
    ],
    forms: [],
    decisions: [
      {
        id: 'sizes',
        inputs: [{ value: 'total' }],
        outputs: [{ name: 'size' }],
        rules: [{ when: ['-'], gives: ['"big"'] }],
      },
    ],
  });
  const machine = (steps: string) =>
    tellFile(
      `process: machines
people: { initiator: Ada, supporter: Bo }
steps:
  - at: "2026-09-01T10:00"
    start: { by: supporter, data: { price: 4 } }
${steps}`,
      { machines },
    );

  it('of scripts, rules and messages are worked out where no story answers them', () => {
    const played = machine(
      '  - expect: [ { variable: { total: 8, size: big } }, { mail: { about: tell, subject: How much, count: 1 } }, { open: [ read ] } ]\n',
    );

    expect(played.failures).toEqual([]);
  });

  it('of scripts, rules and messages are answered alike by a story that names them', () => {
    const played = machine(`  - expect: [ { where: [ reckon ] }, { variable: { total: null } } ]
  - job: { element: reckon, complete: { total: 1 } }
  - expect: [ { where: [ size ] }, { variable: { total: 1 } } ]
  - job: { element: size, complete: { size: odd } }
  - expect: [ { where: [ tell ] }, { variable: { size: odd } }, { nothing: { to: initiator } } ]
  - job: { element: tell, fail: no server }
  - expect: [ { incident: { element: tell, code: JOB_NO_RETRIES } } ]
  - retry: { element: tell }
  - job: { element: tell, complete: {} }
  - expect: [ { open: [ read ] } ]
  - at: "2026-09-02T10:00"
    expect: [ { mail: { to: initiator, about: tell, count: 1 } } ]
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

describe('where tokens are', () => {
  const race = definition({
    ...visit,
    id: 'race',
    elements: [
      { id: 'start', type: 'startEvent' },
      { id: 'first', type: 'eventBasedGateway' },
      { id: 'answer', type: 'intermediateCatchEvent', triggers: { message: { name: 'answer' } } },
      { id: 'late', type: 'intermediateCatchEvent', triggers: { timer: { term: { duration: 'P2D' } } } },
      { id: 'end', type: 'endEvent' },
    ],
    flows: [
      { id: 'r1', from: 'start', to: 'first' },
      { id: 'r2', from: 'first', to: 'answer' },
      { id: 'r3', from: 'first', to: 'late' },
      { id: 'r4', from: 'answer', to: 'end' },
      { id: 'r5', from: 'late', to: 'end' },
    ],
    forms: [],
  });
  const at = (where: string) =>
    tellFile(`process: race\nsteps:\n  - start: {}\n  - expect: [ { where: ${where} } ]\n`, { race }).ok;

  it('an event-based gateway is the events that wait behind it, named by itself or one by one', () => {
    expect(['[ first ]', '[ answer, late ]', '[ late, answer ]'].map(at)).toEqual([true, true, true]);
    expect(['[]', '[ answer ]', '[ first, answer ]', '[ first, first ]'].map(at)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('versions', () => {
  const next = definition({ ...visit, name: 'Another visit' });

  it('have the number the story says, or the next', () => {
    const played = tell(
      `${start}- publish: { process: next, version: 5 }
- migrate: { to: 5 }
- expect: [ { fact: { type: instance.migrated, count: 1 } } ]
- migrate: { to: 1 }
- migrate: { to: latest }
- expect: [ { fact: { type: instance.migrated, count: 3 } }, { open: [ ask ] } ]
`,
      { next },
    );

    expect(played.failures).toEqual([]);
  });

  it('that are published from one file call one another', () => {
    const kid = (outcome: string) =>
      definition({
        ...visit,
        id: 'kid',
        elements: [
          { id: 'start', type: 'startEvent' },
          { id: 'end', type: 'endEvent', outcome },
        ],
        flows: [{ id: 'k1', from: 'start', to: 'end' }],
        forms: [],
      });
    const parent = (name: string) =>
      definition({
        ...visit,
        id: 'parent',
        name,
        elements: [
          { id: 'start', type: 'startEvent' },
          { id: 'call', type: 'callActivity', process: 'kid', binding: 'pinned', result: 'came' },
          { id: 'end', type: 'endEvent' },
        ],
        flows: [
          { id: 'p1', from: 'start', to: 'call' },
          { id: 'p2', from: 'call', to: 'end' },
        ],
        forms: [],
      });
    const [first, second, newest] = [parent('One'), parent('Two'), kid('third')];
    const stage = stageOf(
      readScenario(
        yamlSource(
          'story',
          `process: first
steps:
  - start: {}
  - expect: [ { variable: { came: first } } ]
  - publish: { process: second }
  - publish: { process: newest }
  - start: {}
  - expect: [ { variable: { came: second } } ]
`,
        ),
      ),
      new Map(Object.entries({ first, second, newest })),
      new Map([
        [first, [kid('first')]],
        [second, [kid('second')]],
      ]),
    );

    expect(playInCore(stage).failures).toEqual([]);
  });

  it('never take a number that is there', () => {
    expect(() => tell(`${start}- publish: { process: next, version: 1 }\n`, { next })).toThrow(
      "There is a version 1 of 'visit' already. Expected 2 or more, but got 1.",
    );
  });
});

describe('facts', () => {
  it('are asked by rungs as they are written in a hurry, and by words however spelt', () => {
    const played = tell(`${start}- at: "2026-09-08T10:00"
  expect:
    - fact: { type: chase.fired, element: ask, ladder: ORG, rung: +1, count: 1 }
    - fact: { type: chase.fired, element: ask, rung: "-1", count: 1 }
    - fact: { type: chase.fired, element: ask, rung: -1, count: 1 }
    - mail: { to: supporter, about: ask, kind: heads-up, count: 1 }
`);

    expect(played.failures).toEqual([]);
  });
});

describe('settings', () => {
  it('given in part keep the rest of their group', () => {
    const settings = setupOf(
      stageFor('process: visit\ngiven: { settings: { ours: { warn: 3 } } }\nsteps: []\n'),
    ).settings;

    expect(settings.ours).toEqual({ warn: 3, block: 8 });
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
