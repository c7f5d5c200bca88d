/** The questions of a form as they are asked now: what is hidden is not asked, problems stand at their question. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Form } from '../../contract/index.ts';
import { holds, type Now } from '../../core/feel/index.ts';
import type { Json, Variables } from '../../core/state.ts';
import { useSaid } from '../app/i18n.ts';
import { fields } from './fields.tsx';
import styles from './form-fields.module.css';

interface Props {
  form: Form;
  /** Unique on the page: ids of inputs begin with it. */
  name: string;
  data: Variables;
  outcome: string | undefined;
  now: Now;
  /** Words per path: `due`, `commitments[0].due`. */
  problems: Readonly<Record<string, string>>;
  initiative?: string;
  onChange(key: string, value: Json): void;
}

export const inputId = (name: string, key: string): string => `${name}-${key}`;

export function FormFields({ form, name, data, outcome, now, problems, initiative, onChange }: Props) {
  const said = useSaid();
  const { t } = useTranslation('form');
  const asked = useMemo(
    () => askedFields(form, data, outcome, now, Object.keys(problems)),
    [form, data, outcome, now, problems],
  );
  return (
    <div className={styles.form}>
      {form.intro ? <p className="quiet">{said(form.intro)}</p> : null}
      {asked.map(({ field, required }) => {
        const Ask = fields[field.type];
        return (
          <Ask
            key={field.key}
            field={field}
            id={inputId(name, field.key)}
            label={
              <>
                {said(field.label)}
                {required ? null : <span className={styles.optional}> ({t('optional')})</span>}
              </>
            }
            value={data[field.key] ?? null}
            required={required}
            parts={partsOf(problems, field.key)}
            {...(problems[field.key] ? { error: problems[field.key] } : {})}
            {...(initiative ? { initiative } : {})}
            onChange={(value) => onChange(field.key, value)}
          />
        );
      })}
    </div>
  );
}

/** Which fields are shown, and whether they must be filled in. A field with a problem is always shown. */
export function askedFields(
  form: Form,
  data: Variables,
  outcome: string | undefined,
  now: Now,
  withProblem: readonly string[] = [],
): { field: Field; required: boolean }[] {
  const scope: Variables = { outcome: outcome ?? null };
  for (const { key } of form.fields) scope[key] = data[key] ?? null;
  const is = (condition: string) => {
    const answer = holds(condition, scope, now);
    return answer.ok && answer.holds;
  };
  return form.fields
    .filter(
      ({ key, visibleIf }) =>
        visibleIf === undefined || is(visibleIf) || withProblem.some((path) => path === key),
    )
    .map((field) => ({
      field,
      required: field.required === true || (field.requiredIf !== undefined && is(field.requiredIf)),
    }));
}

function partsOf(problems: Readonly<Record<string, string>>, key: string): Record<string, string> {
  const within = Object.entries(problems).filter(([path]) => path.startsWith(`${key}[`));
  return Object.fromEntries(within.map(([path, words]) => [path.slice(key.length), words]));
}
