/** The cell one stands in: what it says, what is wrong in it, and values to choose. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import {
  answerTrouble,
  inputLabel,
  inWords,
  rowInWords,
  type Seen,
  testInWords,
  testTrouble,
} from '../../core/writing/index.ts';
import { type TableColumn, withCell } from '../actions/index.ts';
import { TroubleShown } from '../expression/trouble-shown.tsx';
import { useProperties } from '../properties/parts.tsx';
import styles from './tables.module.css';

interface Props {
  table: Decision;
  row: number;
  column: TableColumn;
  seen: readonly Seen[];
  names: readonly string[];
  onChange(table: Decision): void;
}

export function OfCell({ table, row, column, seen, names, onChange }: Props) {
  const { t } = useTranslation('tables');
  const { t: te } = useTranslation('expression');
  const { definition, language } = useProperties();
  const rule = table.rules[row];
  const input = column.of === 'input' ? table.inputs[column.at] : undefined;
  const output = column.of === 'output' ? table.outputs[column.at] : undefined;
  const text = (column.of === 'input' ? rule?.when[column.at] : rule?.gives[column.at]) ?? '';
  const name = input
    ? inputLabel(definition, input, language)
    : said(output?.label, language) || (output?.name ?? '');
  const trouble = input ? testTrouble(text, names, language) : answerTrouble(text, names, language);
  const words = input ? testInWords(definition, input, text, language) : inWords(definition, text, language);
  const asked = input && seen.find((one) => one.name === input.value.trim());
  const choices = [
    ...(asked?.options?.map(({ id, label }) => ({ value: JSON.stringify(id), label })) ?? []),
    ...(asked?.kind === 'yesNo'
      ? [
          { value: 'true', label: te('yes') },
          { value: 'false', label: te('no') },
        ]
      : []),
    ...(output?.values?.map((value) => ({ value: JSON.stringify(value), label: JSON.stringify(value) })) ??
      []),
    ...(input ? [{ value: '-', label: t('anything') }] : []),
  ];
  const put = (value: string) => onChange(withCell(table, row, column, value));
  const title = t('cell', { n: row + 1, name });
  return (
    <section className={styles.box} aria-label={title}>
      <h3>{title}</h3>
      {trouble ? (
        <TroubleShown
          id={`cell-${row}-${column.of}-${column.at}`}
          expression={text}
          trouble={trouble}
          onMend={put}
        />
      ) : words ? (
        <p>{words}</p>
      ) : null}
      {choices.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no fields
        <div role="group" aria-label={t('quick')} className={styles.quick}>
          {choices.map(({ value, label }) => (
            <Button
              key={value}
              size="compact-sm"
              variant={text.trim() === value ? 'filled' : 'default'}
              aria-pressed={text.trim() === value}
              onClick={() => put(value)}
            >
              {label}
            </Button>
          ))}
        </div>
      ) : null}
      <p className={styles.keys}>{t(input ? 'cellHelp' : 'answerHelp')}</p>
      <p className={styles.sentence}>{rowInWords(definition, table, row, language)}</p>
    </section>
  );
}
