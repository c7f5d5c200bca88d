// A field must be answerable: choices have options, limits leave room, a proposed value fits its type.
import type { Field } from '../../../contract/index.ts';
import { validateForm } from '../../forms/index.ts';
import { both } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const formField: Rule = {
  id: 'form-field',
  severity: 'error',
  *find({ definition }) {
    for (const form of definition.forms)
      for (const field of form.fields) {
        const label = both(field.label);
        for (const { nl, en } of problemsOf(field))
          yield mistake(
            `form:${form.id}.${field.key}`,
            `Bij de vraag “${label.nl}” ${nl}.`,
            `Field “${label.en}” (${field.key}) ${en}.`,
          );
      }
  },
};

const needsOptions = (field: Field) => field.type === 'choice' || field.type === 'choices';

function* problemsOf(field: Field): Generator<{ nl: string; en: string }> {
  const ids = field.options?.map(({ id }) => id);
  // A field called `outcome` is answered by the buttons of its task.
  if (needsOptions(field) && field.key !== 'outcome' && !ids?.length)
    yield { nl: 'kan niemand iets kiezen: er zijn geen opties', en: 'has no options to choose from' };
  const columns = field.columns?.map(({ key }) => key) ?? [];
  if (field.type === 'rows' && columns.length === 0)
    yield { nl: 'heeft een regel geen kolommen', en: 'has no columns for its lines' };
  if (new Set(columns).size < columns.length)
    yield { nl: 'staat een kolom twee keer', en: 'has a column twice' };
  if (ids && new Set(ids).size < ids.length)
    yield { nl: 'staat een optie twee keer', en: 'has an option twice' };
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    yield {
      nl: `is het minste (${field.min}) meer dan het meeste (${field.max})`,
      en: `has a minimum (${field.min}) above its maximum (${field.max})`,
    };
  if (field.mustInclude !== undefined && field.type !== 'people' && field.type !== 'choices')
    yield {
      nl: 'moet iets erbij staan, maar het is geen lijst',
      en: 'must include something, but is no list',
    };
  else if (field.mustInclude !== undefined && ids && !ids.includes(field.mustInclude))
    yield {
      nl: `moet ‘${field.mustInclude}’ erbij staan, maar dat is geen optie`,
      en: `must include ‘${field.mustInclude}’, which is no option`,
    };
  const { default: preset } = field;
  if (preset === undefined || (typeof preset === 'string' && preset.startsWith('='))) return;
  const alone = { id: 'default', name: '', fields: [{ key: field.key, ...typeOf(field) }] };
  const result = validateForm(
    alone,
    { [field.key]: preset },
    {},
    { at: '2000-01-01T00:00:00.000Z', zone: 'UTC' },
  );
  if (!result.ok)
    yield {
      nl: `past de voorgestelde waarde ‘${preset}’ niet`,
      en: `has a proposed value that does not fit: ${result.problems[0]?.message ?? preset}`,
    };
}

/** What decides whether a value fits; conditions do not. */
const typeOf = ({ type, label, options, columns, min, max }: Field): Omit<Field, 'key'> => ({
  type,
  label,
  ...(options ? { options } : {}),
  ...(columns ? { columns } : {}),
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
