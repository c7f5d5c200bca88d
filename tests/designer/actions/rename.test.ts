/** A name changed in one place is changed wherever it is spoken of, and nowhere else. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { difference } from '../../../core/difference/index.ts';
import { nothingSelected, perform } from '../../../designer/actions/index.ts';
import { renamedIn } from '../../../designer/actions/references.ts';
import { readTemplate } from '../../templates/read-template.ts';

const drawing = (definition: Definition) => ({ definition, selection: nothingSelected });
const T2 = readTemplate('T2');

describe('a variable in FEEL', () => {
  it.each([
    ['start + 1', 'begin + 1'],
    ['start.day = start', 'begin.day = begin'],
    ['restart = a.start', 'restart = a.start'],
    ['note = "start" and start', 'note = "start" and begin'],
    ['"say \\"start\\"" = start', '"say \\"start\\"" = begin'],
  ])('%s becomes %s', (before, after) => {
    expect(renamedIn(before, 'start', 'begin')).toBe(after);
  });
});

describe('an element under another id', () => {
  it('is led to, counted from and asked about under the new one; renamed back nothing is other', () => {
    const { definition } = perform(drawing(T2), 'rename', { element: 'n8', to: 'decision.step' });

    expect(JSON.stringify(definition)).not.toMatch(/"n8"|n8_outcome/);
    expect(definition.elements.find(({ id }) => id === 'n13')?.set?.[0]).toMatchObject({
      value: 'if decision_step_outcome = "adjust" then n9m_outcome else decision_step_outcome',
    });
    const back = perform(drawing(definition), 'rename', { element: 'decision.step', to: 'n8' });
    expect(difference(T2, back.definition)).toEqual([]);
  });

  it('keeps what is in a part, on its border and around it', () => {
    const { definition } = perform(drawing(T2), 'rename', { element: 'n4.round', to: 'round.of.trying' });

    const speaks = (one: object) => JSON.stringify(one).includes('"n4.round"');
    expect(definition.elements.filter(speaks)).toEqual([]);
    expect(definition.flows.filter(({ from, to }) => from === 'n4.round' || to === 'n4.round')).toEqual([]);
  });

  it('stays in its lane, and beside its note', () => {
    const noted: Definition = {
      ...T2,
      artifacts: [
        { id: 'lane', type: 'lane', elements: ['n7', 'n8'] },
        { id: 'note', type: 'annotation', text: 'Denk aan de buren.' },
        { id: 'line', type: 'line', kind: 'association', from: 'note', to: 'n8' },
      ],
    };
    const { artifacts } = perform(drawing(noted), 'rename', { element: 'n8', to: 'decision' }).definition;

    expect(artifacts).toMatchObject([{ elements: ['n7', 'decision'] }, { id: 'note' }, { to: 'decision' }]);
  });

  it.each(['n9', 'n4a', 'with space', ''])('is not called “%s”: that is taken, or no name', (to) => {
    expect(perform(drawing(T2), 'rename', { element: 'n8', to }).definition).toBe(T2);
  });
});

describe('a question under another name', () => {
  it('is read, counted from and told under the new one; renamed back nothing is other', () => {
    const next = perform(drawing(T2), 'renameField', { form: 'lookBack', field: 'bumps', to: 'obstacles' });

    const task = next.definition.elements.find(({ id }) => id === 'n6');
    expect(task).toMatchObject({
      refuseIf: [{ condition: expect.stringContaining('string(obstacles)') }],
    });
    expect(next.definition.elements.find(({ id }) => id === 'n14')).toMatchObject({
      input: { obstacle: 'obstacles' },
    });
    const back = perform(next, 'renameField', { form: 'lookBack', field: 'obstacles', to: 'bumps' });
    expect(difference(T2, back.definition)).toEqual([]);
  });

  it('leaves alone what another form asks under the old name', () => {
    const next = perform(drawing(T2), 'renameField', { form: 'nextRound', field: 'start', to: 'again' });

    const changed = difference(T2, next.definition).map(({ kind, id }) => `${kind} ${id}`);
    expect(changed).toEqual(['form nextRound']);
  });

  it('is read under the new one wherever a table looks or answers', () => {
    const table = (feel: string): Definition => ({
      ...T2,
      decisions: [
        {
          id: 'weight',
          hitPolicy: 'first',
          inputs: [{ value: `count(${feel})` }],
          outputs: [{ name: 'weight', default: `count(${feel}) * 2` }],
          rules: [{ when: [`count(${feel}) > 1`], gives: [`count(${feel})`] }],
        },
      ],
    });
    const next = perform(drawing(table('bumps')), 'renameField', {
      form: 'lookBack',
      field: 'bumps',
      to: 'obstacles',
    });

    expect(next.definition.decisions).toEqual(table('obstacles').decisions);
  });

  it('does not take the name of its neighbour', () => {
    expect(
      perform(drawing(T2), 'renameField', { form: 'plan', field: 'months', to: 'start' }).definition,
    ).toBe(T2);
  });
});

describe('an outcome under another id', () => {
  it('is left by, and compared with, under the new one', () => {
    const { definition } = perform(drawing(T2), 'renameOutcome', {
      element: 'n8',
      outcome: 'adjust',
      to: 'once-more',
    });

    expect(definition.flows.filter(({ from, outcome }) => from === 'n8' && outcome === 'adjust')).toEqual([]);
    expect(definition.flows).toContainEqual(
      expect.objectContaining({ from: 'n8', to: 'n8.round', outcome: 'once-more' }),
    );
    expect(definition.elements.find(({ id }) => id === 'n13')?.set?.[0]).toMatchObject({
      value: 'if n8_outcome = "once-more" then n9m_outcome else n8_outcome',
    });
  });
});

describe('a form under another id', () => {
  it('is asked, confirmed with and shown under the new one; renamed back nothing is other', () => {
    const used = T2.elements.flatMap((one) => ('form' in one && one.form === 'plan' ? [one.id] : []));
    const shown: Definition = {
      ...T2,
      elements: T2.elements.map((one) =>
        one.type === 'agreement' ? { ...one, confirmForm: 'plan', shows: ['lookBack', 'plan'] } : one,
      ),
    };
    const { definition } = perform(drawing(shown), 'renameForm', { form: 'plan', to: 'the-plan' });

    expect(used.length).toBeGreaterThan(0);
    expect(JSON.stringify(definition)).not.toContain('"plan"');
    expect(definition.elements.find(({ type }) => type === 'agreement')).toMatchObject({
      confirmForm: 'the-plan',
      shows: ['lookBack', 'the-plan'],
    });
    const back = perform(drawing(definition), 'renameForm', { form: 'the-plan', to: 'plan' });
    expect(back.definition).toEqual(shown);
  });

  it.each(['lookBack', 'with space', 'a.b', ''])('is not called “%s”: that is taken, or no name', (to) => {
    expect(perform(drawing(T2), 'renameForm', { form: 'plan', to }).definition).toBe(T2);
  });
});

describe('a ladder under another id', () => {
  const laddered: Definition = {
    ...T2,
    elements: T2.elements.map((one) =>
      one.type === 'agreement'
        ? { ...one, ladder: 'own', confirmLadder: 'own' }
        : one.type === 'userTask'
          ? { ...one, ladder: 'own' }
          : one,
    ),
    ladders: [
      {
        id: 'own',
        name: 'Eigen',
        rungs: [
          {
            id: '+3',
            amount: 3,
            unit: 'workingDays',
            acts: [
              {
                act: 'task',
                role: 'coordinator',
                name: 'Bellen',
                term: { amount: 1, unit: 'days' },
                ladder: 'own',
              },
            ],
          },
        ],
      },
      { id: 'ORG', name: 'In plaats van die van het huis', rungs: [] },
    ],
  };

  it('chases under the new one wherever it chased; renamed back nothing is other', () => {
    const { definition } = perform(drawing(laddered), 'renameLadder', { ladder: 'own', to: 'gentle' });

    expect(JSON.stringify(definition)).not.toContain('"own"');
    expect(definition.elements.find(({ type }) => type === 'agreement')).toMatchObject({
      ladder: 'gentle',
      confirmLadder: 'gentle',
    });
    const back = perform(drawing(definition), 'renameLadder', { ladder: 'gentle', to: 'own' });
    expect(back.definition).toEqual(laddered);
  });

  it('keeps its name when steps have it without naming it, and takes none of the house', () => {
    for (const [ladder, to] of [
      ['ORG', 'mine'],
      ['own', 'INIT'],
      ['own', 'none'],
    ] as const)
      expect(perform(drawing(laddered), 'renameLadder', { ladder, to }).definition).toBe(laddered);
  });

  it('has points of which each has an id of its own', () => {
    const { definition } = perform(drawing(laddered), 'renameRung', {
      ladder: 'own',
      rung: '+3',
      to: '+3.call',
    });

    expect(definition.ladders[0]?.rungs.map(({ id }) => id)).toEqual(['+3.call']);
    const wrong = { ladder: 'own', rung: '+3', to: 'three days' };
    expect(perform(drawing(laddered), 'renameRung', wrong).definition).toBe(laddered);
  });
});

describe('a role', () => {
  it('goes only when nothing speaks of it', () => {
    expect(perform(drawing(T2), 'removeRole', { id: 'supporter' }).definition).toBe(T2);
    const without = perform(drawing(T2), 'removeRole', { id: 'director' }).definition;
    expect(difference(T2, without).map(({ kind, id, how }) => [kind, id, how])).toEqual([
      ['role', 'director', 'removed'],
    ]);
  });
});
