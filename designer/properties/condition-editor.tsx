/** A condition from menus, with the FEEL it becomes beneath; what menus cannot say is edited as FEEL. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparedInWords, isOfDays } from '../../core/prose/compared.ts';
import {
  type Asked,
  askable,
  type Comparison,
  type Row,
  readCondition,
  writeCondition,
} from '../../core/prose/condition.ts';
import type { Place, Seen } from '../../core/writing/index.ts';
import { ExpressionField } from '../expression/expression-field.tsx';
import { InWords } from '../expression/in-words.tsx';
import { TryIt } from '../expression/try-it.tsx';
import { CENTS, DecimalInput } from '../shared/decimal-input.tsx';
import { comparisonsFor, firstValue } from './condition-menus.ts';
import { useProperties } from './parts.tsx';
import styles from './properties.module.css';

interface Props {
  label: string;
  value: string;
  /** Where it stands, which tells what has a value by then. */
  place?: Place;
  /** Of a way: the element it leaves. */
  leaves?: string;
  /** undefined: no condition. */
  onChange(feel: string | undefined, typing?: boolean): void;
}

export function ConditionEditor({ label, value, place, leaves, onChange }: Props) {
  const { t } = useTranslation('properties');
  const { definition, language, editor } = useProperties();
  const asked = askable(definition, language);
  const rows = readCondition(value);
  // What is being written as FEEL stays so when menus could show it too: the field must not go away under one's hands.
  const [asFeel, setAsFeel] = useState(rows === undefined);
  const write = (next: Row[], all = rows?.all ?? true) =>
    onChange(next.length === 0 ? undefined : writeCondition({ all, rows: next }));
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 8, minWidth: 0 }}>
      <legend style={{ fontWeight: 600, fontSize: 15, padding: 0, marginBottom: 4 }}>{label}</legend>
      {rows && !asFeel ? (
        <>
          {rows.rows.length > 1 ? (
            <NativeSelect
              size="sm"
              aria-label={label}
              value={rows.all ? 'all' : 'any'}
              data={[
                { value: 'all', label: t('all') },
                { value: 'any', label: t('any') },
              ]}
              onChange={(event) => write(rows.rows, event.currentTarget.value === 'all')}
            />
          ) : null}
          {rows.rows.map((row, index) => (
            <RowEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
              key={index}
              row={row}
              asked={asked}
              onChange={(next) => write(rows.rows.map((one, at) => (at === index ? next : one)))}
              onRemove={() => write(rows.rows.filter((_, at) => at !== index))}
            />
          ))}
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={asked.length === 0}
            onClick={() => {
              const [first] = asked;
              if (first)
                write([
                  ...rows.rows,
                  {
                    variable: first.variable,
                    comparison: comparisonsFor(first)[0] ?? '=',
                    value: firstValue(first),
                  },
                ]);
            }}
            style={{ justifySelf: 'start' }}
          >
            {t('addRow')}
          </Button>
        </>
      ) : (
        <ExpressionField
          label={`${label}: ${t('feel')}`}
          hideLabel
          isCondition
          value={value}
          onChange={(feel) => onChange(feel || undefined, true)}
          onSettle={editor.settle}
          {...(place ? { place } : {})}
          {...(leaves ? { leaves } : {})}
        />
      )}
      {value && rows && !asFeel ? (
        <>
          <span>
            <code className={styles.feel}>{value}</code>{' '}
          </span>
          <InWords expression={value} />
          <TryIt expression={value} seen={asked.map(seenOf)} isCondition {...(leaves ? { leaves } : {})} />
        </>
      ) : null}
      {rows ? (
        <button
          type="button"
          className={styles.link}
          style={{ fontSize: 14, color: 'var(--quiet)' }}
          onClick={() => setAsFeel(!asFeel)}
        >
          {t(asFeel ? 'menus' : 'feel')}
        </button>
      ) : null}
    </fieldset>
  );
}

const seenOf = ({ variable, label, field, options }: Asked): Seen => ({
  name: variable,
  label,
  kind: field?.type ?? (options ? 'choice' : 'anything'),
  ...(options ? { options } : {}),
  setBy: [],
});

function RowEditor({
  row,
  asked,
  onChange,
  onRemove,
}: {
  row: Row;
  asked: Asked[];
  onChange(row: Row): void;
  onRemove(): void;
}) {
  const { t } = useTranslation('properties');
  const { language } = useProperties();
  const now = asked.find(({ variable }) => variable === row.variable) ?? {
    variable: row.variable,
    label: row.variable,
  };
  const comparisons = comparisonsFor(now);
  const all = comparisons.includes(row.comparison) ? comparisons : [row.comparison, ...comparisons];
  const plain = row.comparison !== 'filled' && row.comparison !== 'empty';
  return (
    <div className={styles.item}>
      <div className={styles.itemHead}>
        <NativeSelect
          size="sm"
          aria-label={t('field')}
          style={{ flex: 1, minWidth: 0 }}
          value={row.variable}
          data={[
            ...(asked.includes(now) ? [] : [{ value: now.variable, label: now.label }]),
            ...asked.map(({ variable, label }) => ({ value: variable, label })),
          ]}
          onChange={(event) => {
            const next = asked.find(({ variable }) => variable === event.currentTarget.value);
            if (next)
              onChange({
                variable: next.variable,
                comparison: comparisonsFor(next)[0] ?? '=',
                value: firstValue(next),
              });
          }}
        />
        <ActionIcon
          variant="subtle"
          size={32}
          aria-label={t('removeNamed', { name: now.label })}
          onClick={onRemove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={styles.row}>
        <NativeSelect
          size="sm"
          aria-label={t('comparison')}
          value={row.comparison}
          data={all.map((value) => ({
            value,
            label: comparedInWords(value, language, isOfDays(now.field)),
          }))}
          onChange={(event) => onChange({ ...row, comparison: event.currentTarget.value as Comparison })}
        />
        {plain ? (
          <ValueInput asked={now} value={row.value} onChange={(value) => onChange({ ...row, value })} />
        ) : null}
      </div>
    </div>
  );
}

function ValueInput({
  asked,
  value,
  onChange,
}: {
  asked: Asked;
  value: string;
  onChange(value: string): void;
}) {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  if (asked.options)
    return (
      <NativeSelect
        size="sm"
        aria-label={t('value')}
        value={value}
        data={[
          ...(asked.options.some(({ id }) => JSON.stringify(id) === value) ? [] : [{ value, label: value }]),
          ...asked.options.map(({ id, label }) => ({ value: JSON.stringify(id), label })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (asked.field?.type === 'yesNo' || value === 'true' || value === 'false')
    return (
      <NativeSelect
        size="sm"
        aria-label={t('value')}
        value={value}
        data={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const number = /^-?\d/.test(value);
  // Asked in euros, kept in whole cents, as on a form.
  if (asked.field?.type === 'money' && (number || value === '""'))
    return (
      <DecimalInput
        size="sm"
        aria-label={t('value')}
        hideControls
        prefix="€ "
        decimalScale={2}
        per={CENTS}
        value={number ? Number(value) : undefined}
        onChange={(cents) => onChange(cents === null ? '""' : String(cents))}
        onBlur={editor.settle}
      />
    );
  if (asked.field?.type === 'date' && /^"(?:\d{4}-\d\d-\d\d)?"$/.test(value))
    return (
      <TextInput
        size="sm"
        type="date"
        aria-label={t('value')}
        value={value.slice(1, -1)}
        onChange={(event) => onChange(JSON.stringify(event.currentTarget.value))}
        onBlur={editor.settle}
      />
    );
  return (
    <TextInput
      size="sm"
      aria-label={t('value')}
      inputMode={number ? 'decimal' : 'text'}
      value={number ? value : value.replace(/^"|"$/g, '')}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const asNumber = number || ['number', 'scale'].includes(asked.field?.type ?? '');
        onChange(
          asNumber && /^-?\d+(\.\d+)?$/.test(typed) ? typed : JSON.stringify(typed.replaceAll('"', '')),
        );
      }}
      onBlur={editor.settle}
    />
  );
}
