/** Whatever somebody does on the canvas: the definition stays whole, and undoing everything gives the beginning. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Definition, FieldType, parseDefinition } from '../../../contract/index.ts';
import {
  BLOCK_IDS,
  begun,
  copied,
  type Drawing,
  done,
  type History,
  perform,
  redone,
  undone,
} from '../../../designer/actions/index.ts';
import { drawing, short, template } from './drawings.ts';

type Step = (now: Drawing, pick: (n: number, of: readonly string[]) => string) => Drawing;

const nat = fc.nat(10_000);
const block = fc.constantFrom(...BLOCK_IDS);
const point = fc.record({ x: fc.integer({ min: -400, max: 2000 }), y: fc.integer({ min: -400, max: 1200 }) });
const ids = (d: Drawing) => d.definition.elements.map(({ id }) => id);
const flows = (d: Drawing) => d.definition.flows.map(({ id }) => id);
const parts = (d: Drawing) =>
  d.definition.elements.filter(({ type }) => type === 'subProcess').map(({ id }) => id);
const with1 = (d: Drawing, id: string): Drawing => perform(d, 'select', { elements: [id], flows: [] });

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(block, point, nat).map(
    ([b, at, n]): Step =>
      (d, pick) => {
        const parent = n % 3 === 0 ? pick(n, parts(d)) : '';
        return perform(d, 'add', { block: b, at, ...(parent ? { parent } : {}) });
      },
  ),
  fc.tuple(block, nat).map(
    ([b, n]): Step =>
      (d, pick) => {
        const after = pick(n, ids(d));
        return perform(with1(d, after), 'append', { block: b, after });
      },
  ),
  fc.tuple(block, nat).map(
    ([b, n]): Step =>
      (d, pick) => {
        const flow = pick(n, flows(d));
        return perform(perform(d, 'select', { elements: [], flows: [flow] }), 'insert', { block: b, flow });
      },
  ),
  fc.tuple(nat, nat).map(
    ([a, b]): Step =>
      (d, pick) => {
        const from = pick(a, ids(d));
        return perform(with1(d, from), 'connect', { from, to: pick(b, ids(d)) });
      },
  ),
  fc.tuple(nat, nat, fc.boolean()).map(
    ([a, b, head]): Step =>
      (d, pick) => {
        const flow = pick(a, flows(d));
        const end = pick(b, ids(d));
        return perform(perform(d, 'select', { elements: [], flows: [flow] }), 'reconnect', {
          flow,
          ...(head ? { to: end } : { from: end }),
        });
      },
  ),
  fc.tuple(nat, nat).map(
    ([a, b]): Step =>
      (d, pick) =>
        perform(
          perform(d, 'select', { elements: [pick(a, ids(d)), pick(b, ids(d))], flows: [] }),
          'remove',
          undefined,
        ),
  ),
  fc.tuple(nat, point).map(
    ([a, by]): Step =>
      (d, pick) =>
        perform(with1(d, pick(a, ids(d))), 'move', { by }),
  ),
  fc.tuple(nat, nat).map(
    ([a, b]): Step =>
      (d, pick) =>
        perform(with1(d, pick(a, ids(d))), 'contain', {
          parent: b % 2 ? pick(b, parts(d)) || undefined : undefined,
        }),
  ),
  fc.tuple(nat).map(
    ([a]): Step =>
      (d, pick) => {
        const host = pick(a, ids(d));
        return perform(with1(d, host), 'attach', { host });
      },
  ),
  fc.tuple(nat, nat, point).map(
    ([a, b, near]): Step =>
      (d, pick) =>
        perform(with1(d, pick(a, ids(d))), 'reattach', {
          event: pick(a, ids(d)),
          host: pick(b, ids(d)),
          near,
        }),
  ),
  fc.tuple(nat, nat).map(
    ([a, b]): Step =>
      (d, pick) =>
        perform(
          perform(d, 'select', { elements: [pick(a, ids(d)), pick(b, ids(d))], flows: [] }),
          'duplicate',
          undefined,
        ),
  ),
  fc.tuple(nat, nat).map(
    ([a, b]): Step =>
      (d, pick) => {
        const clip = copied(with1(d, pick(a, ids(d))));
        const parent = b % 2 ? pick(b, parts(d)) : '';
        return clip ? perform(d, 'paste', { clip, ...(parent ? { parent } : {}) }) : d;
      },
  ),
  fc.tuple(nat, fc.constantFrom('earlier' as const, 'later' as const)).map(
    ([a, way]): Step =>
      (d, pick) =>
        perform(with1(d, pick(a, ids(d))), way, { id: pick(a, ids(d)) }),
  ),
  fc.tuple(block, nat).map(
    ([b, n]): Step =>
      (d, pick) =>
        perform(with1(d, pick(n, ids(d))), 'replace', { element: pick(n, ids(d)), block: b }),
  ),
  fc.tuple(nat, nat, fc.constantFrom('left', 'middle', 'bottom')).map(
    ([a, b, to]): Step =>
      (d, pick) =>
        perform(
          perform(d, 'select', { elements: [...new Set([pick(a, ids(d)), pick(b, ids(d))])], flows: [] }),
          'align',
          { to: to as 'left' },
        ),
  ),
  fc.tuple(nat, fc.integer({ min: -300, max: 300 }), fc.constantFrom('x', 'y')).map(
    ([a, by, axis]): Step =>
      (d, pick) =>
        perform(with1(d, pick(a, ids(d))), 'roomBefore', { axis: axis as 'x', by }),
  ),
  fc.tuple(nat, nat).map(
    ([a, b]): Step =>
      (d, pick) =>
        perform(d, 'putBetween', { element: pick(a, ids(d)), flow: pick(b, flows(d)) }),
  ),
  fc.tuple(nat, nat, point).map(
    ([a, b, near]): Step =>
      (d, pick) =>
        perform(d, 'putOnBorder', { event: pick(a, ids(d)), host: pick(b, ids(d)), near }),
  ),
  fc.tuple(nat).map(
    ([a]): Step =>
      (d, pick) =>
        perform(d, 'changeElement', { id: pick(a, ids(d)), change: { name: { nl: 'Anders', en: 'Other' } } }),
  ),
  fc
    .tuple(
      fc.constantFrom('addField', 'moveField', 'copyField', 'removeField', 'copyForm', 'removeForm'),
      nat,
      nat,
      fc.constantFrom(...FieldType.options),
    )
    .map(
      ([act, a, b, type]): Step =>
        (d, pick) => {
          const { forms } = d.definition;
          const form = pick(
            a,
            forms.map(({ id }) => id),
          );
          const keys = forms.find(({ id }) => id === form)?.fields.map(({ key }) => key) ?? [];
          const field = pick(b, keys);
          if (act === 'addField') return perform(d, act, { form, type, after: field });
          if (act === 'moveField') return perform(d, act, { form, field, to: (b % 12) - 2 });
          if (act === 'copyForm') return perform(d, act, { form, usedBy: pick(b, ids(d)), as: 'form' });
          return act === 'removeForm' ? perform(d, act, { form }) : perform(d, act, { form, field });
        },
    ),
);

/** What must hold of every drawing, said in one list of what is wrong. */
function wrong({ definition, selection }: Drawing): string[] {
  const problems: string[] = [];
  const names = [...definition.elements, ...definition.flows].map(({ id }) => id);
  if (new Set(names).size !== names.length)
    problems.push(`ids twice: ${names.filter((id, i) => names.indexOf(id) !== i)}`);
  const scope = new Map(definition.elements.map((one) => [one.id, one]));
  for (const { id, from, to } of definition.flows) {
    const [a, b] = [scope.get(from), scope.get(to)];
    if (!a || !b) problems.push(`flow ${id} dangles`);
    else if (a.parent !== b.parent) problems.push(`flow ${id} crosses a border`);
  }
  for (const one of definition.elements) {
    if (one.parent !== undefined && scope.get(one.parent)?.type !== 'subProcess')
      problems.push(`${one.id} is in nothing`);
    if (one.type === 'boundaryEvent' && scope.get(one.attachedTo)?.parent !== one.parent)
      problems.push(`${one.id} sits on nothing`);
    let up = one.parent;
    for (let n = 0; up !== undefined; n += 1, up = scope.get(up)?.parent)
      if (n > 100) throw new Error(`${one.id} is inside itself`);
  }
  const forms = new Set(definition.forms.map(({ id }) => id));
  if (forms.size < definition.forms.length) problems.push('a form twice');
  for (const { id, fields } of definition.forms)
    if (new Set(fields.map(({ key }) => key)).size < fields.length)
      problems.push(`a question twice on ${id}`);
  for (const one of definition.elements)
    if ('form' in one && one.form !== undefined && !forms.has(one.form))
      problems.push(`${one.id} asks for a form that is gone`);
  if (selection.elements.some((id) => !scope.has(id))) problems.push('selects what is not there');
  const read = parseDefinition(JSON.parse(JSON.stringify(definition)));
  if (!read.ok)
    problems.push(
      ...read.findings.map(({ message }) => (typeof message === 'string' ? message : message.en)),
    );
  return problems;
}

const pick = (n: number, of: readonly string[]) => of[n % Math.max(1, of.length)] ?? '';

it.each([
  ['a short process', short],
  ['T2', template('T2')],
] as [string, Definition][])(
  'any sequence of actions on %s keeps the definition whole, and undo gives each step back',
  (_name, start) => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 1, maxLength: 14 }), (sequence) => {
        let history: History = begun(drawing(start));
        const seen: Definition[] = [start];
        for (const step of sequence) {
          history = done(history, step(history.present, pick));
          expect(wrong(history.present)).toEqual([]);
          if (history.present.definition !== seen.at(-1)) seen.push(history.present.definition);
        }
        const end = history.present.definition;
        for (const expected of seen.toReversed().slice(1)) {
          history = undone(history);
          expect(history.present.definition).toBe(expected);
        }
        expect(undone(history)).toBe(history);
        while (history.future.length > 0) history = redone(history);
        expect(history.present.definition).toBe(end);
      }),
      { numRuns: 120 },
    );
  },
);

it('what is typed in one field is one step', () => {
  const letter = (text: string) => (now: Drawing) =>
    perform(now, 'changeElement', { id: 'call', change: { name: text } });
  let history = begun(drawing());
  for (const text of ['B', 'Be', 'Bel']) history = done(history, letter(text)(history.present), 'name call');

  expect(history.past).toHaveLength(1);
  expect(undone(history).present.definition).toBe(short);
});
