/** A term: how long, counted from where; what date that gives for an example, and how each day was counted. */
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedTerm, Language, Term, Unit } from '../../contract/index.ts';
import { dutchCalendar, type LedgerLine, reckon } from '../../core/calendar/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { isCounted } from '../../core/term-kind.ts';
import { ExpressionField } from '../expression/expression-field.tsx';
import { datesOf } from './dates.ts';
import { DueWords } from './due-words.tsx';
import { Section, useProperties } from './parts.tsx';
import styles from './properties.module.css';

const UNITS = ['workingDays', 'days', 'weeks', 'months', 'hours', 'minutes'] as const;

interface Props {
  title: string;
  term: Term;
  onChange(term: Term, field?: string): void;
  /** Waits end in the morning, work in the afternoon. */
  time?: string;
}

export function TermEditor({ term, ...rest }: Props) {
  return isCounted(term) ? <Counted {...rest} term={term} /> : <Exact {...rest} term={term} />;
}

/** Exactly so long, or a moment: written as it is kept, or made into a term that is counted in days. */
function Exact({ title, term, onChange }: Omit<Props, 'term'> & { term: Exclude<Term, CountedTerm> }) {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const isMoment = 'moment' in term;
  return (
    <Section title={title}>
      <TextInput
        size="sm"
        label={t(isMoment ? 'moment' : 'exactly')}
        description={t(isMoment ? 'momentHint' : 'exactlyHint')}
        value={isMoment ? term.moment : term.duration}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          onChange(isMoment ? { moment: typed } : { ...term, duration: typed }, 'amount');
        }}
        onBlur={editor.settle}
      />
      <button
        type="button"
        className={styles.link}
        onClick={() => onChange({ amount: 5, unit: 'workingDays' })}
      >
        {t('countInstead')}
      </button>
    </Section>
  );
}

function Counted({
  title,
  term,
  onChange,
  time = dutchCalendar.dueTime,
}: Omit<Props, 'term'> & { term: CountedTerm }) {
  const { t } = useTranslation('properties');
  const { t: te } = useTranslation('expert');
  const { definition, language, editor } = useProperties();
  const { amount, unit, from } = term;
  const anchor =
    from === undefined
      ? 'activation'
      : typeof from === 'string'
        ? from
        : 'element' in from
          ? 'element'
          : 'variable';
  const number = typeof amount === 'number' ? amount : undefined;
  const dates = datesOf(
    definition,
    typeof from === 'object' && 'variable' in from ? from.variable : undefined,
  );
  const elements = definition.elements
    .filter(({ type }) => !type.endsWith('Gateway'))
    .map((one) => ({ value: one.id, label: titleOf(one, language) }));
  const setAnchor = (next: string) => {
    const { from: _old, ...rest } = term;
    if (next === 'activation') onChange(rest);
    else if (next === 'start') onChange({ ...rest, from: 'start' });
    else if (next === 'element' && elements[0])
      onChange({ ...rest, from: { element: elements[0].value, moment: 'completed' } });
    else if (next === 'variable' && dates[0]) onChange({ ...rest, from: { variable: dates[0] } });
  };
  return (
    <Section title={title}>
      <div className={styles.row}>
        {number === undefined ? (
          <div className={styles.whole}>
            <ExpressionField
              label={te('amountFormula')}
              value={String(amount)}
              onChange={(typed) => onChange({ ...term, amount: typed }, 'amount')}
              onSettle={editor.settle}
            />
          </div>
        ) : (
          <NumberInput
            size="sm"
            label={t('amount')}
            value={Math.abs(number)}
            min={0}
            max={999}
            allowDecimal={false}
            onChange={(value) => {
              if (typeof value === 'number')
                onChange({ ...term, amount: number < 0 ? -value : value }, 'amount');
            }}
            onBlur={editor.settle}
          />
        )}
        <NativeSelect
          size="sm"
          label={t('unit')}
          value={unit}
          data={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
          onChange={(event) => onChange({ ...term, unit: event.currentTarget.value as Unit })}
        />
      </div>
      <button
        type="button"
        className={styles.link}
        style={{ fontSize: 14, color: 'var(--quiet)', justifySelf: 'start' }}
        onClick={() => onChange({ ...term, amount: number === undefined ? 5 : String(number) })}
      >
        {te(number === undefined ? 'byNumber' : 'byFormula')}
      </button>
      <NativeSelect
        size="sm"
        label={t('from')}
        value={anchor}
        data={(['activation', 'start', 'element', 'variable'] as const).map((value) => ({
          value,
          label: t(`anchors.${value}`),
          disabled: value === 'variable' && dates.length === 0,
        }))}
        onChange={(event) => setAnchor(event.currentTarget.value)}
      />
      {typeof from === 'object' && 'element' in from ? (
        <NativeSelect
          size="sm"
          label={t('ofElement')}
          value={from.element}
          data={elements}
          onChange={(event) => onChange({ ...term, from: { ...from, element: event.currentTarget.value } })}
        />
      ) : null}
      {typeof from === 'object' && 'variable' in from ? (
        <div className={styles.row}>
          <NativeSelect
            size="sm"
            label={t('ofVariable')}
            value={from.variable}
            data={dates}
            onChange={(event) => onChange({ ...term, from: { variable: event.currentTarget.value } })}
          />
          {number === undefined || number === 0 ? null : (
            <NativeSelect
              size="sm"
              label={t('before')}
              value={number < 0 ? 'before' : 'after'}
              data={(['after', 'before'] as const).map((value) => ({
                value,
                label: t(`direction.${value}`),
              }))}
              onChange={(event) =>
                onChange({
                  ...term,
                  amount: event.currentTarget.value === 'before' ? -Math.abs(number) : Math.abs(number),
                })
              }
            />
          )}
        </div>
      ) : null}
      {unit === 'days' || unit === 'weeks' || unit === 'months' ? (
        <Checkbox
          size="sm"
          label={t('roll')}
          checked={term.roll !== false}
          onChange={(event) => {
            const { roll: _old, ...rest } = term;
            onChange(event.currentTarget.checked ? rest : { ...rest, roll: false });
          }}
        />
      ) : null}
      {number === undefined ? null : (
        <Sample term={{ ...term, amount: number }} time={time} language={language} />
      )}
    </Section>
  );
}

/** The date a term gives for a start that can be chosen. */
function Sample({
  term,
  time,
  language,
}: {
  term: CountedTerm & { amount: number };
  time: string;
  language: Language;
}) {
  const { t } = useTranslation('properties');
  const [start, setStart] = useState(() => new Date().toISOString().slice(0, 10));
  const [open, setOpen] = useState(false);
  const { amount, unit, roll } = term;
  const found = /^\d{4}-\d\d-\d\d$/.test(start)
    ? reckon(dutchCalendar, start, {
        amount,
        unit,
        time: term.time ?? time,
        ...(roll === undefined ? {} : { roll }),
      })
    : undefined;
  return (
    <div>
      <TextInput
        size="sm"
        type="date"
        label={t('sample')}
        value={start}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      {found ? (
        <>
          <p className={styles.result} aria-live="polite">
            <DueWords date={found.date} template={t('sampleResult', { date: '{{date}}' })} />{' '}
            <button type="button" className={styles.link} aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('why')}
            </button>
          </p>
          {open ? <Ledger lines={found.ledger} language={language} /> : null}
        </>
      ) : null}
    </div>
  );
}

/** Every day that was walked, and why it counted or not. */
export function Ledger({ lines, language }: { lines: readonly LedgerLine[]; language: Language }) {
  const { t } = useTranslation('properties');
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (
    <ul className={styles.ledger}>
      {lines.map(({ date, counted, why, name, n }) => (
        <li key={`${date}${why}`} data-skipped={!counted || undefined}>
          <span>{format.format(new Date(`${date}T12:00:00Z`))}</span>
          <span>
            {counted && n !== undefined && Math.abs(n) > 0
              ? t('counted', { n })
              : (name?.[language] ?? t(`skipped.${why}`))}
          </span>
        </li>
      ))}
    </ul>
  );
}
