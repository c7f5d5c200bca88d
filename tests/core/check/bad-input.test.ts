// What is handed in wrong gets a clear answer that names the place: first by its shape, then by its meaning.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Definition, type Finding, parseDefinition } from '../../../contract/index.ts';
import { check } from '../../../core/check/index.ts';
import { boundary, decide, draw, end, outcomes, split, start, sub, task, wait } from './drawing.ts';

const english = ({ element, message }: Finding) =>
  `${element}: ${typeof message === 'string' ? message : message.en}`;
const shapeOf = (unknown: unknown) => {
  const parsed = parseDefinition(unknown);
  return parsed.ok ? [] : parsed.findings.map(english);
};
const usual = { v: 1, id: 'p', name: 'P', roles: [], flows: [], elements: [{ id: 's', type: 'startEvent' }] };
const withElement = (element: Record<string, unknown>) => ({ ...usual, elements: [element] });
const withField = (field: Record<string, unknown>) => ({
  ...usual,
  forms: [{ id: 'plan', name: 'Plan', fields: [{ label: 'X', ...field }] }],
});

describe('what has not the shape of a definition', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'definition: The definition does not fit: expected an object, got null.'],
    ['a list', [], 'definition: The definition does not fit: expected an object, got [].'],
    [
      'another version',
      { ...usual, v: 2 },
      'definition: The definition does not fit at v: expected one of 1, got 2.',
    ],
    [
      'no name',
      { ...usual, name: undefined },
      'definition: The definition does not fit at name: expected text or an object, got nothing.',
    ],
    [
      'no elements',
      { ...usual, elements: [] },
      'definition: The definition does not fit at elements: expected at least one element, or a decision table.',
    ],
    [
      'a task for nobody',
      withElement({ id: 'n3', name: { nl: 'Bellen', en: 'Call' }, type: 'userTask', roles: [] }),
      'n3: ‘Call’ (n3) does not fit at roles: expected at least 1, got [].',
    ],
    [
      'a misspelt part',
      withElement({ id: 'n3', type: 'userTask', roles: ['x'], trem: {} }),
      'n3: ‘n3’ does not fit: trem does not exist here.',
    ],
    [
      'a wrong unit',
      withElement({ id: 'n3', type: 'userTask', roles: ['x'], term: { amount: 5, unit: 'weken' } }),
      'n3: ‘n3’ does not fit at term.unit: expected one of workingDays, days, weeks, months, hours, minutes, seconds, got "weken".',
    ],
    [
      'a wrong amount',
      withElement({ id: 'n3', type: 'userTask', roles: ['x'], term: { amount: true, unit: 'days' } }),
      'n3: ‘n3’ does not fit at term.amount: expected a number or text, got true.',
    ],
    [
      'a wrong time',
      withElement({ id: 'n3', type: 'userTask', roles: ['x'], term: { amount: 5, unit: 'days', time: '9' } }),
      'n3: ‘n3’ does not fit at term.time: expected a time like 09:00, got "9".',
    ],
    [
      'a timer without a term',
      withElement({ id: 'w', type: 'intermediateCatchEvent', triggers: { timer: {} } }),
      'w: ‘w’ does not fit at triggers.timer.term: expected an object, got nothing.',
    ],
    [
      'an element without id',
      withElement({ type: 'scriptTask' }),
      'elements[0]: ‘elements[0]’ does not fit at id: expected text, got nothing.',
    ],
    [
      'a flow without an end',
      { ...usual, flows: [{ id: 'f', from: 's' }] },
      'f: ‘f’ does not fit at to: expected text, got nothing.',
    ],
    [
      'an unknown field type',
      withField({ key: 'start', type: 'dat' }),
      'form:plan.start: ‘form:plan.start’ does not fit at type: expected one of text, longText,',
    ],
    [
      'a text without words',
      { ...usual, texts: { again: { subject: 'x' } } },
      'text:again: ‘text:again’ does not fit at body: expected text or an object, got nothing.',
    ],
  ])('%s', (_what, unknown, message) => {
    const found = shapeOf(unknown);

    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('an unknown type of element: the answer lists those there are', () => {
    const [message] = shapeOf(withElement({ id: 'n3', type: 'usertask' }));

    expect(message).toMatch(
      /^n3: ‘n3’ does not fit at type: expected one of startEvent, endEvent, userTask, .*got "usertask"\.$/,
    );
  });

  it('names all places at once, each in both languages', () => {
    const parsed = parseDefinition({
      ...usual,
      elements: [
        { id: 'a', type: 'userTask' },
        { id: 'b', type: 'sendTask', to: 'x', text: { subject: 'x', body: 'y' } },
      ],
    });

    expect(parsed.ok ? [] : parsed.findings).toEqual([
      {
        rule: 'shape',
        severity: 'error',
        element: 'a',
        message: {
          nl: '‘a’ klopt niet bij roles: verwacht een lijst, maar kreeg niets.',
          en: '‘a’ does not fit at roles: expected a list, got nothing.',
        },
      },
      expect.objectContaining({ element: 'b' }),
    ]);
  });
});

describe('what has the shape but cannot be right', () => {
  const errors = (drawing: Definition) =>
    check(drawing)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, element }) => `${rule} ${element}`);
  const x = { variables: { x: 1 } };

  test.each<[string, Definition, string]>([
    ['a dead end', draw([start(), task('a')], 'start > a'), 'dead-end a'],
    [
      'a join that waits for ever',
      draw([start(), decide('g'), split('j'), end()], 'start > g; g > j {x = 1}; g > j *; j > end', x),
      'join-never-completes j',
    ],
    [
      'an unknown variable',
      draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {ronde = 1}; g > b *', x),
      'unknown-variable g-end-ronde-1-',
    ],
    [
      'a wait without owner',
      draw([start(), wait('w', { triggers: { message: { name: 'x' } } }), end()], 'start > w > end'),
      'wait-without-owner w',
    ],
    [
      'a wrong date',
      draw([start(), end()], 'start > end', {
        forms: [
          { id: 'f', name: 'F', fields: [{ key: 'd', type: 'date', label: 'D', default: '2026-02-30' }] },
        ],
      }),
      'form-field form:f.d',
    ],
    [
      'an unknown outcome',
      draw(
        [start(), task('a', { outcomes: outcomes('yes') }), end()],
        'start > a; a > end [maybe]; a > end *',
      ),
      'unknown-outcome a-end-maybe-',
    ],
    [
      'an unknown role',
      draw([start(), task('a', { roles: ['nobody'] }), end()], 'start > a > end'),
      'unknown-role a',
    ],
    [
      'an unreadable condition',
      draw([start(), decide('g'), end(), end('b')], 'start > g; g > end {x ==}; g > b *', x),
      'expression g-end-x-',
    ],
  ])('%s', (_what, drawing, error) => {
    expect(errors(drawing)).toContain(error);
  });

  it('a missing join warns and does not block', () => {
    const drawing = draw(
      [start(), split('s'), task('a'), task('b'), task('c'), end()],
      'start > s > a > c > end; s > b > c',
    );

    expect(check(drawing).filter(({ rule }) => rule === 'missing-join')).toMatchObject([
      { severity: 'warning', element: 'c' },
    ]);
    expect(errors(drawing)).toEqual([]);
  });

  it('errors come first, then warnings, then hints', () => {
    const drawing = draw(
      [start(), task('a', { name: 'Ruimte' }), task('b', { ladder: 'none' }), end()],
      'start > a > b',
      { roles: [] },
    );
    const order = check(drawing).map(({ severity }) => severity);

    expect(new Set(order)).toEqual(new Set(['error', 'warning', 'hint']));
    expect(order).toEqual(
      order.toSorted(
        (a, b) => ['error', 'warning', 'hint'].indexOf(a) - ['error', 'warning', 'hint'].indexOf(b),
      ),
    );
  });

  it('never fails on a drawing, however broken, and always answers the same', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');
    const element = fc
      .tuple(
        ids,
        fc.constantFrom(start, end, task, wait, decide, split, boundary, sub),
        fc.option(ids),
        ids,
        fc.boolean(),
      )
      .map(([id, make, parent, attachedTo, event]) => {
        const made = make(id, {
          ...(make === boundary ? { attachedTo } : {}),
          ...(make === sub ? { event } : {}),
        });
        return { ...made, ...(parent === null ? {} : { parent }) };
      });
    const flow = fc.record({ id: fc.string({ minLength: 1 }), from: ids, to: ids, default: fc.boolean() });
    const drawings = fc
      .record({
        elements: fc.array(element, { minLength: 1, maxLength: 9 }),
        flows: fc.array(flow, { maxLength: 14 }),
      })
      .map((parts) => Definition.parse({ v: 1, id: 'p', name: 'P', roles: [], ...parts }));

    fc.assert(
      fc.property(drawings, (drawing) => {
        const before = structuredClone(drawing);
        expect(check(drawing)).toEqual(check(before));
        expect(drawing).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the ready-made templates', () => {
  const folder = new URL('../../../templates/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

  it('are there', () => {
    expect(files).toEqual(expect.arrayContaining(['T1.json', 'T2.json']));
  });

  test.each(files)('%s has no errors and no warnings', (file) => {
    const parsed = parseDefinition(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

    expect(parsed.ok ? [] : parsed.findings).toEqual([]);
    if (parsed.ok) expect(check(parsed.definition).filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });
});
