// Which variables have a value where an element begins; and that a “surely” is never proved wrong by a story.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { variablesAfter, variablesAt, variablesInside, wayWithout } from '../../../core/check/data-flow.ts';
import { modelOf } from '../../../core/check/index.ts';
import type { State, Variables } from '../../../core/state.ts';
import { blocks, processOf } from '../engine/random-process.ts';
import { play } from '../engine/random-story.ts';
import {
  boundary,
  decide,
  draw,
  end,
  field,
  form,
  job,
  outcomes,
  race,
  receive,
  script,
  split,
  start,
  sub,
  task,
  undoing,
  wait,
} from './drawing.ts';

const inside = (parent: string, ...elements: { id: string }[]) => elements.map((one) => ({ ...one, parent }));
const sets = (variable: string, value: string) => ({ set: [{ variable, value }] });
const forms = [form('f', field('x', { required: true }), field('y'))];
const at = (drawing: Definition, element: string) =>
  Object.fromEntries(variablesAt(modelOf(drawing), element));

describe('the variables an element sees', () => {
  it('a required question is surely answered, another maybe; before it there is neither', () => {
    const drawing = draw([start(), task('a', { form: 'f' }), task('b'), end()], 'start > a > b > end', {
      forms,
      variables: { z: 1, empty: null },
    });

    expect(at(drawing, 'a')).toEqual({ z: 'surely' });
    expect(at(drawing, 'b')).toEqual({ z: 'surely', x: 'surely', y: 'maybe' });
  });

  it('what only one of two ways sets is there maybe; what both ways of a join set, surely', () => {
    const paths = 'start > g; g > a > j; g > b > j; j > end';
    const elements = (gate: typeof decide) => [
      start(),
      gate('g'),
      script('a', sets('p', '1')),
      script('b', sets('q', '2')),
      gate('j'),
      end(),
    ];

    expect(at(draw(elements(decide), paths), 'end')).toEqual({ p: 'maybe', q: 'maybe' });
    expect(at(draw(elements(split), paths), 'end')).toEqual({ p: 'surely', q: 'surely' });
  });

  it('a condition that held proves what it compares', () => {
    const drawing = draw(
      [start(), task('a', { form: 'f' }), decide('g'), task('b'), task('c'), end()],
      'start > a > g; g > b {y > 3 and x != null}; g > c *; b > end; c > end',
      { forms },
    );

    expect(at(drawing, 'b').y).toBe('surely');
    expect(at(drawing, 'c').y).toBe('maybe');
  });

  it('an expression gives a value when what it reads has one, or when it asks first', () => {
    const drawing = draw(
      [
        start(),
        task('a', { form: 'f' }),
        script('s', {
          set: [
            { variable: 'sure', value: 'x + 1' },
            { variable: 'doubtful', value: 'y + 1' },
            { variable: 'asked', value: 'if y = null then x else y' },
            { variable: 'none', value: 'null' },
          ],
        }),
        end(),
      ],
      'start > a > s > end',
      { forms },
    );

    expect(at(drawing, 'end')).toMatchObject({ sure: 'surely', doubtful: 'maybe', asked: 'surely' });
    expect(at(drawing, 'end')).not.toHaveProperty('none');
  });

  it('what something beside may empty is not sure, and is again after the join', () => {
    const drawing = draw(
      [
        start(),
        script('first', sets('p', '1')),
        split('s'),
        task('beside'),
        script('empties', sets('p', 'null')),
        split('j'),
        script('again', sets('p', '2')),
        task('after'),
        end(),
      ],
      'start > first > s; s > beside > j; s > empties > j; j > again > after > end',
    );

    expect(at(drawing, 's').p).toBe('surely');
    expect(at(drawing, 'beside').p).toBe('maybe');
    expect(at(drawing, 'after').p).toBe('surely');
  });

  it("values of a part's own are gone after it, and what it maps out stays", () => {
    const drawing = draw(
      [
        start(),
        sub('part', {
          inputMapping: [{ variable: 'own', value: '1' }],
          outputMapping: [{ variable: 'result', value: 'own' }],
        }),
        ...inside('part', start('go'), task('t'), end('done')),
        end(),
      ],
      'start > part > end; go > t > done',
    );

    expect(at(drawing, 't')).toEqual({ own: 'surely' });
    expect(at(drawing, 'end')).toEqual({ result: 'surely' });
    expect(Object.fromEntries(variablesInside(modelOf(drawing), 'part'))).toEqual({ own: 'surely' });
  });

  it('an event on a border begins before its activity is done; what undoes it, after', () => {
    const drawing = draw(
      [
        start(),
        task('a', { form: 'f' }),
        boundary('late', { attachedTo: 'a' }),
        ...undoing('a'),
        end(),
        end('over'),
      ],
      'start > a > end; late > over',
      { forms },
    );

    expect(at(drawing, 'over').x).toBe('maybe');
    expect(at(drawing, 'undo-a').x).toBe('surely');
  });

  it('many of one may be none, a loop goes round at least once', () => {
    const drawing = draw(
      [
        start(),
        task('each', { many: { items: 'list', output: { variable: 'results', value: 'x' } }, form: 'f' }),
        job('j', { result: 'found', again: { condition: 'found = null', max: 3 } }),
        task('none', { form: 'g', again: { condition: 'x = 1', before: true, max: 2 } }),
        end(),
      ],
      'start > each > j > none > end',
      { forms: [...forms, form('g', field('w', { required: true }))], variables: { list: [] } },
    );

    expect(at(drawing, 'end')).toMatchObject({ results: 'maybe', found: 'surely', w: 'maybe' });
    expect(at(drawing, 'end')).not.toHaveProperty('x');
  });

  it('what is done again may find empty what it emptied itself, one after another or in any order', () => {
    const drawing = draw(
      [
        start('start', sets('p', '1')),
        task('each', { many: { count: 2, sequential: true }, ...sets('p', 'null') }),
        script('again', sets('p', '1')),
        sub('anyhow', { adHoc: {} }),
        ...inside('anyhow', task('a', sets('p', 'null')), task('b')),
        task('after'),
        end(),
      ],
      'start > each > again > anyhow > after > end',
    );

    expect(at(drawing, 'each').p).toBe('maybe');
    expect(at(drawing, 'anyhow').p).toBe('surely');
    expect([at(drawing, 'b').p, at(drawing, 'after').p]).toEqual(['maybe', 'maybe']);
  });

  it('what only leads on gives nothing a value', () => {
    const drawing = draw(
      [start(), race('g', sets('p', '1')), receive('r'), wait('w'), end()],
      'start > g > r > end; g > w > end',
    );

    expect(at(drawing, 'r')).toEqual({});
  });

  it('outcomes and messages leave their mark', () => {
    const drawing = draw(
      [start(), task('a', { outcomes: outcomes('yes', 'no') }), receive('r'), end()],
      'start > a > r > end',
      { variables: { paid: null } },
    );

    expect(at(drawing, 'r')).toEqual({ a_outcome: 'surely' });
    expect(at(drawing, 'end')).toMatchObject({ a_outcome: 'surely', r_outcome: 'surely', paid: 'maybe' });
  });

  it('names a way on which nothing gives it a value', () => {
    const drawing = draw(
      [start(), decide('g'), task('a', { form: 'f' }), task('b'), task('c'), end()],
      'start > g; g > a {z = 1}; g > b *; a > c; b > c > end',
      { forms, variables: { z: 1 } },
    );

    expect(wayWithout(modelOf(drawing), 'c', 'x')).toEqual(['start', 'g', 'b', 'c']);
    expect(wayWithout(modelOf(drawing), 'c', 'z')).toEqual([]);
  });

  it('comes to an end on circles, joins that never come, and parts in parts', () => {
    const drawing = draw(
      [
        start(),
        split('j'),
        task('a', { form: 'f' }),
        sub('s'),
        ...inside('s', start('go'), task('b')),
        end(),
      ],
      'start > j > a > s > j; s > end; go > b',
      { forms },
    );

    expect(at(drawing, 'a')).toEqual({});
    expect(variablesAfter(modelOf(drawing), 'start')).toEqual(new Map());
  });
});

/** Variables seen from a scope, inner ones first. */
function seenFrom(state: State, scope: string): Variables {
  const outer = scope === '' ? {} : seenFrom(state, state.elements[scope]?.scope ?? '');
  return { ...outer, ...state.variables[scope] };
}

/** The same process with assignments here and there: to a number, to nothing, or to what another variable is. */
function withAssignments(definition: Definition, choices: number[]): Definition {
  const values = ['1', 'null', 'v0', 'v1 + 1', 'if v2 = null then 3 else v2', 'v3'];
  const elements = definition.elements.map((element, index) => {
    const choice = choices[index % choices.length] ?? 0;
    const set = {
      variable: `v${choice % 4}`,
      value: values[Math.floor(choice / 4) % values.length] as string,
    };
    return element.type === 'boundaryEvent' || choice >= 40
      ? element
      : { ...element, set: [...(element.set ?? []), set] };
  });
  return { ...definition, elements };
}

const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 8, maxLength: 60 });

const assignments = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 30 });

describe('a surely', () => {
  it('is never proved wrong: whatever is active has a value for it, in random stories of random processes', () => {
    let looked = 0;
    fc.assert(
      fc.property(blocks, dice, assignments, (block, thrown, choices) => {
        const made = processOf(block);
        const process = { ...made, definition: withAssignments(made.definition, choices) };
        const model = modelOf(process.definition);
        play(process, {
          dice: thrown,
          after: (world, instance) => {
            const state = world.state(instance);
            for (const inst of Object.values(state.elements)) {
              // What lies in a part may have changed something since the part began.
              const isAround = Object.values(state.elements).some(({ scope }) => scope === inst.key);
              if (inst.d !== 0 || isAround) continue;
              const seen = seenFrom(state, inst.scope);
              for (const [name, certainty] of variablesAt(model, inst.element)) {
                if (certainty !== 'surely') continue;
                looked += 1;
                expect(seen[name] ?? null, `${name} at ${inst.element}`).not.toBeNull();
              }
            }
          },
        });
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 150) },
    );
    expect(looked).toBeGreaterThan(1_000);
  }, 240_000);
});
