/** What is done to a form: questions added, changed, put elsewhere, copied and taken away; forms shared by steps or copied. */
import type { Column, Definition, Element, Field, FieldType, Form, Text } from '../../../contract/index.ts';
import { freshVariable } from '../blocks.ts';
import { type Drawing, withElement, withoutUndefined } from '../drawing.ts';
import { freshName } from '../ids.ts';

type Choices = NonNullable<Field['options']>;

const firstChoices: Choices = [
  { id: 'a', label: { nl: 'Eerste keuze', en: 'First choice' } },
  { id: 'b', label: { nl: 'Tweede keuze', en: 'Second choice' } },
];
const firstColumn: Column = { key: 'what', type: 'text', label: { nl: 'Wat', en: 'What' } };

const NUMBERS: FieldType[] = ['number', 'money', 'scale'];
const TEXTS: FieldType[] = ['text', 'longText'];
const LISTS: FieldType[] = ['choices', 'people', 'commitments', 'rows'];

export type Bounded = 'value' | 'length' | 'count';

/** What a lowest and a highest mean for a kind of answer. */
export function boundsOf(type: FieldType): Bounded | undefined {
  if (NUMBERS.includes(type)) return 'value';
  if (TEXTS.includes(type)) return 'length';
  return LISTS.includes(type) ? 'count' : undefined;
}

export const hasChoices = (type: FieldType): boolean => type === 'choice' || type === 'choices';

/** A question of another kind: keeps what fits that kind, and has what it cannot do without. */
export function withType(field: Field, type: FieldType): Field {
  const { options, columns, min, max, mustInclude, default: preset, ...rest } = field;
  const keepsBounds =
    boundsOf(type) === boundsOf(field.type) && (type === 'money') === (field.type === 'money');
  const isMade = typeof preset === 'string' && preset.startsWith('=');
  const keepsPreset = isMade || (TEXTS.includes(type) && TEXTS.includes(field.type));
  return withoutUndefined({
    ...rest,
    type,
    options: hasChoices(type) ? (options ?? firstChoices) : undefined,
    columns: type === 'rows' ? (columns ?? [firstColumn]) : undefined,
    min: keepsBounds ? min : undefined,
    max: keepsBounds ? max : undefined,
    mustInclude: type === field.type ? mustInclude : undefined,
    default: keepsPreset ? preset : undefined,
  } as Field);
}

const formOf = ({ forms }: Definition, id: string) => forms.find((form) => form.id === id);

function withFields(drawing: Drawing, id: string, change: (fields: Field[]) => Field[]): Drawing {
  const { definition, selection } = drawing;
  const form = formOf(definition, id);
  const fields = form && change(form.fields);
  if (!fields || fields === form.fields) return drawing;
  const forms = definition.forms.map((one) => (one.id === id ? { ...one, fields } : one));
  return { definition: { ...definition, forms }, selection };
}

/** A new question, after one that is named or at the end. */
export function addField(
  drawing: Drawing,
  { form, type, after }: { form: string; type: FieldType; after?: string | undefined },
): Drawing {
  const plain: Field = {
    key: freshVariable('answer', drawing.definition),
    type: 'text',
    label: { nl: 'Nieuwe vraag', en: 'New question' },
  };
  return withFields(drawing, form, (fields) => {
    const at = fields.findIndex(({ key }) => key === after);
    return fields.toSpliced(at < 0 ? fields.length : at + 1, 0, withType(plain, type));
  });
}

/** Properties of a question; undefined takes one away. Its name in conditions stays. */
export function changeField(
  drawing: Drawing,
  {
    form,
    field,
    change,
  }: { form: string; field: string; change: { [K in keyof Field]?: Field[K] | undefined } },
): Drawing {
  return withFields(drawing, form, (fields) =>
    fields.map((one) =>
      one.key === field ? withoutUndefined({ ...one, ...change, key: field } as Field) : one,
    ),
  );
}

/** To a place in the list, counted from nought as it will be. */
export function moveField(
  drawing: Drawing,
  { form, field, to }: { form: string; field: string; to: number },
): Drawing {
  return withFields(drawing, form, (fields) => {
    const from = fields.findIndex(({ key }) => key === field);
    const place = Math.max(0, Math.min(fields.length - 1, to));
    const moved = fields[from];
    return moved && from !== place ? fields.toSpliced(from, 1).toSpliced(place, 0, moved) : fields;
  });
}

/** The same question once more, right after it, under a name of its own. */
export function copyField(drawing: Drawing, { form, field }: { form: string; field: string }): Drawing {
  const stem = field.replace(/\d+$/, '') || field;
  return withFields(drawing, form, (fields) => {
    const at = fields.findIndex(({ key }) => key === field);
    const original = fields[at];
    if (!original) return fields;
    return fields.toSpliced(at + 1, 0, {
      ...original,
      key: freshVariable(stem, drawing.definition),
      label: copyOf(original.label),
    });
  });
}

export function removeField(drawing: Drawing, { form, field }: { form: string; field: string }): Drawing {
  return withFields(drawing, form, (fields) =>
    fields.some(({ key }) => key === field) ? fields.filter(({ key }) => key !== field) : fields,
  );
}

/** Where a form is asked for: on a step itself, at the confirming of an agreement, or to be read with it. */
export type Place = 'form' | 'confirmForm' | 'shows';
export interface Use {
  element: Element;
  as: Place;
}

export const usesOf = (definition: Definition, form: string): Use[] => usesByForm(definition).get(form) ?? [];

/** The same of all forms at once, for who shows them together. */
export function usesByForm({ elements }: Definition): ReadonlyMap<string, Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (form: string | undefined, use: Use) => {
    if (form !== undefined) uses.set(form, [...(uses.get(form) ?? []), use]);
  };
  for (const element of elements) {
    if ('form' in element) add(element.form, { element, as: 'form' });
    if (element.type !== 'agreement') continue;
    add(element.confirmForm, { element, as: 'confirmForm' });
    for (const form of new Set(element.shows)) add(form, { element, as: 'shows' });
  }
  return uses;
}

/**
 * A copy of a form for one step, which then asks for the copy: what is changed there changes nothing elsewhere. Answers keep
 * their names, so conditions and texts that speak of them still hold.
 */
export function copyForm(
  { definition, selection }: Drawing,
  { form, usedBy, as }: { form: string; usedBy: string; as: 'form' | 'confirmForm' },
): Drawing {
  const original = formOf(definition, form);
  const isUsedThere = usesOf(definition, form).some((use) => use.element.id === usedBy && use.as === as);
  if (!original || !isUsedThere) return { definition, selection };
  const copy: Form = {
    ...original,
    id: freshName(
      form,
      definition.forms.map(({ id }) => id),
    ),
    name: copyOf(original.name),
  };
  const at = definition.forms.indexOf(original);
  const next = { ...definition, forms: definition.forms.toSpliced(at + 1, 0, copy) };
  return {
    definition: withElement(next, usedBy, (element) => ({ ...element, [as]: copy.id }) as Element),
    selection,
  };
}

/** A form that no step asks for. */
export function removeForm({ definition, selection }: Drawing, { form }: { form: string }): Drawing {
  if (usesOf(definition, form).length > 0 || !formOf(definition, form)) return { definition, selection };
  return {
    definition: { ...definition, forms: definition.forms.filter(({ id }) => id !== form) },
    selection,
  };
}

const copyOf = (text: Text): Text =>
  typeof text === 'string' ? `${text} (2)` : { nl: `${text.nl} (kopie)`, en: `${text.en} (copy)` };
