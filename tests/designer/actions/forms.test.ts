/** What is done to forms: questions come, go and change places; a copied form is touched by no other step. */
import { describe, expect, it } from 'vitest';
import { type Definition, type Field, FieldType, parseDefinition } from '../../../contract/index.ts';
import { check } from '../../../core/check/index.ts';
import {
  begun,
  type Drawing,
  done,
  perform,
  settled,
  undone,
  usesByForm,
  usesOf,
  withType,
} from '../../../designer/actions/index.ts';
import { drawing, short } from './drawings.ts';

const question = (key: string, more: Partial<Field> = {}): Field => ({
  key,
  type: 'text',
  label: { nl: `Vraag ${key}`, en: `Question ${key}` },
  ...more,
});

/** Two steps that share one form. */
const shared: Definition = {
  ...short,
  elements: [
    ...short.elements.map((one) => (one.id === 'call' ? { ...one, form: 'talk' } : one)),
    { id: 'again', type: 'userTask', roles: ['initiator'], name: 'Again', form: 'talk', x: 300, y: 300 },
  ] as Definition['elements'],
  forms: [
    { id: 'talk', name: { nl: 'Gesprek', en: 'Talk' }, fields: ['a', 'b', 'c'].map((key) => question(key)) },
  ],
};

const keys = ({ definition }: Drawing, form = 'talk') =>
  definition.forms.find(({ id }) => id === form)?.fields.map(({ key }) => key);

describe('a question', () => {
  it('comes after the one that was named, with a name that is free in the whole process', () => {
    const taken = { ...shared, variables: { answer: 1 } } as unknown as Definition;

    const next = perform(drawing(taken), 'addField', { form: 'talk', type: 'choice', after: 'a' });

    expect(keys(next)).toEqual(['a', 'answer2', 'b', 'c']);
    expect(next.definition.forms[0]?.fields[1]?.options).toHaveLength(2);
  });

  it.each(FieldType.options)('of kind %s has all it needs as soon as it is there', (type) => {
    const { definition } = perform(drawing(shared), 'addField', { form: 'talk', type });

    expect(parseDefinition(definition).ok).toBe(true);
    expect(check(definition).filter(({ rule }) => rule === 'form-field')).toEqual([]);
  });

  it.each([
    ['c', 0, ['c', 'a', 'b']],
    ['a', 1, ['b', 'a', 'c']],
    ['a', 99, ['b', 'c', 'a']],
    ['b', 1, ['a', 'b', 'c']],
  ])('%s moved to place %i', (field, to, expected) => {
    expect(keys(perform(drawing(shared), 'moveField', { form: 'talk', field, to }))).toEqual(expected);
  });

  it('that does not move is no step to undo', () => {
    const before = drawing(shared);

    expect(perform(before, 'moveField', { form: 'talk', field: 'b', to: 1 })).toBe(before);
  });

  it('is copied beside itself with its conditions, under a name of its own', () => {
    const changed = perform(drawing(shared), 'changeField', {
      form: 'talk',
      field: 'b',
      change: { visibleIf: 'a = "yes"', required: true },
    });

    const copied = perform(changed, 'copyField', { form: 'talk', field: 'b' });

    expect(keys(copied)).toEqual(['a', 'b', 'b2', 'c']);
    expect(copied.definition.forms[0]?.fields[2]).toMatchObject({
      visibleIf: 'a = "yes"',
      required: true,
      label: { nl: 'Vraag b (kopie)', en: 'Question b (copy)' },
    });
  });

  it('loses a property that is set to nothing, and never its name', () => {
    const changed = perform(drawing(shared), 'changeField', {
      form: 'talk',
      field: 'a',
      change: { required: true, key: 'other' },
    });
    const cleared = perform(changed, 'changeField', {
      form: 'talk',
      field: 'a',
      change: { required: undefined },
    });

    expect(changed.definition.forms[0]?.fields[0]).toEqual(question('a', { required: true }));
    expect(cleared.definition.forms[0]?.fields[0]).toEqual(question('a'));
  });

  it('is taken away, and undoing brings it back where it was', () => {
    const start = begun(drawing(shared));
    const after = done(start, perform(start.present, 'removeField', { form: 'talk', field: 'b' }));

    expect(keys(after.present)).toEqual(['a', 'c']);
    expect(keys(undone(after).present)).toEqual(['a', 'b', 'c']);
  });

  it('typed letter by letter is one step', () => {
    let history = begun(drawing(shared));
    for (const nl of ['W', 'Wa', 'Wat'])
      history = done(
        history,
        perform(history.present, 'changeField', {
          form: 'talk',
          field: 'a',
          change: { label: { nl, en: nl } },
        }),
        'form talk a label',
      );

    expect(undone(settled(history)).present.definition).toBe(shared);
  });
});

describe('another kind of answer', () => {
  const chosen = question('a', {
    type: 'choice',
    options: [{ id: 'x', label: 'X' }],
    default: 'x',
    required: true,
    help: 'Help',
  });

  it('keeps question, help and whether it must be answered, and drops what does not fit', () => {
    expect(withType(chosen, 'date')).toEqual(question('a', { type: 'date', required: true, help: 'Help' }));
  });

  it('keeps the choices between one choice and several', () => {
    expect(withType(chosen, 'choices').options).toEqual([{ id: 'x', label: 'X' }]);
  });

  it('does not take cents for a number', () => {
    const money = question('a', { type: 'money', min: 1000, max: 5000 });

    expect(withType(money, 'number')).toEqual(question('a', { type: 'number' }));
    expect(withType(question('a', { type: 'text', max: 10 }), 'longText').max).toBe(10);
  });
});

describe('a form that is used twice', () => {
  it('tells where', () => {
    expect(usesOf(shared, 'talk').map(({ element, as }) => `${element.id} ${as}`)).toEqual([
      'call form',
      'again form',
    ]);
  });

  it('is told of with all others at once as it is by itself; of what nobody asks for nothing', () => {
    const uses = usesByForm(shared);

    expect([...uses.keys()]).toContain('talk');
    expect(uses.get('talk')).toEqual(usesOf(shared, 'talk'));
    expect(uses.get('nobody')).toBeUndefined();
    expect(usesOf(shared, 'nobody')).toEqual([]);
  });

  it('is copied for one step, and a change there does not touch the other', () => {
    const copied = perform(drawing(shared), 'copyForm', { form: 'talk', usedBy: 'again', as: 'form' });
    const changed = perform(copied, 'removeField', { form: 'talk2', field: 'a' });

    expect(usesOf(changed.definition, 'talk').map(({ element }) => element.id)).toEqual(['call']);
    expect(usesOf(changed.definition, 'talk2').map(({ element }) => element.id)).toEqual(['again']);
    expect([keys(changed), keys(changed, 'talk2')]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('is not copied for a step that does not ask for it', () => {
    const before = drawing(shared);

    expect(perform(before, 'copyForm', { form: 'talk', usedBy: 'start', as: 'form' }).definition).toBe(
      shared,
    );
  });

  it('stays while a step asks for it, and can go when none does', () => {
    const unused = { ...shared, elements: short.elements };

    expect(perform(drawing(shared), 'removeForm', { form: 'talk' }).definition.forms).toHaveLength(1);
    expect(perform(drawing(unused), 'removeForm', { form: 'talk' }).definition.forms).toEqual([]);
  });
});
