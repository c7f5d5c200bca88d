/** A list of lines, each with the same columns; every column is asked as its type is asked anywhere. */
import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../core/state.ts';
import { useSaid } from '../app/i18n.ts';
import styles from './commitments-editor.module.css';
import { type FieldProps, fields } from './fields.tsx';

type Line = { [column: string]: Json };

const linesOf = (value: Json): Line[] =>
  Array.isArray(value)
    ? value.filter((one): one is Line => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];

export function RowsEditor({ id, label, field, value, error, parts, initiative, onChange }: FieldProps) {
  const { t } = useTranslation('form');
  const said = useSaid();
  const list = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState('');
  const lines = linesOf(value);
  const columns = field.columns ?? [];
  const add = () => {
    onChange([...lines, {}]);
    // The new one is drawn after this; then typing can start in it at once.
    setTimeout(() => {
      const inputs = list.current?.querySelectorAll<HTMLElement>('fieldset:last-of-type input');
      inputs?.[0]?.focus();
    });
  };
  const remove = (index: number) => {
    onChange(lines.filter((_, at) => at !== index));
    setTold(t('rows.removed', { n: index + 1 }));
  };
  return (
    <Input.Wrapper
      id={id}
      label={label}
      labelElement="div"
      description={field.help ? said(field.help) : undefined}
      error={error}
      size="md"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would hold fieldsets, which are read twice */}
      <div ref={list} className={styles.list} role="group" aria-label={said(field.label)}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own
          <fieldset key={index} className={styles.one}>
            <legend>{t('rows.nth', { n: index + 1 })}</legend>
            {columns.map((column) => {
              const Ask = fields[column.type];
              const problem = parts[`[${index}].${column.key}`];
              return (
                <Ask
                  key={column.key}
                  field={column}
                  id={`${id}-${index}-${column.key}`}
                  label={said(column.label)}
                  value={line[column.key] ?? null}
                  required={column.required === true}
                  parts={{}}
                  {...(problem ? { error: problem } : {})}
                  {...(initiative ? { initiative } : {})}
                  onChange={(given) =>
                    onChange(lines.map((one, at) => (at === index ? withPart(one, column.key, given) : one)))
                  }
                />
              );
            })}
            <ActionIcon
              className={styles.remove}
              variant="subtle"
              color="quiet"
              size="lg"
              aria-label={t('rows.remove', { n: index + 1 })}
              onClick={() => remove(index)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </fieldset>
        ))}
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={add}
          id={`${id}-add`}
        >
          {lines.length === 0 ? t('rows.first') : t('rows.add')}
        </Button>
        <p className="unseen" role="status">
          {told}
        </p>
      </div>
    </Input.Wrapper>
  );
}

function withPart(line: Line, key: string, given: Json): Line {
  const { [key]: _, ...rest } = line;
  return given === null || given === '' ? rest : { ...rest, [key]: given };
}
