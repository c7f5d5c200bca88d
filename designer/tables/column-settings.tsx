/** What a column is about: its heading, what it looks at or under which name its answer is kept, and where it stands. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Text } from '../../contract/index.ts';
import { evaluate } from '../../core/feel/index.ts';
import { type TableColumn, withColumnMoved, withoutColumn } from '../actions/index.ts';
import { ExpressionField } from '../expression/expression-field.tsx';
import { useProperties, Words } from '../properties/parts.tsx';
import { nowHere } from '../samples/sample-values.ts';
import { type At, columnAt } from './at.ts';
import styles from './tables.module.css';

interface Props {
  table: Decision;
  column: TableColumn;
  onChange(table: Decision, gesture?: string): void;
  onAt(at: At): void;
  onSay(words: string): void;
}

const NAME = /^[A-Za-z]\w*$/;
const isEmpty = (text: Text) => (typeof text === 'string' ? text === '' : text.nl === '' && text.en === '');

export function ColumnSettings({ table, column, onChange, onAt, onSay }: Props) {
  const { t } = useTranslation('tables');
  const { of, at } = column;
  const count = of === 'input' ? table.inputs.length : table.outputs.length;
  const move = (by: number) => {
    onChange(withColumnMoved(table, column, by));
    onAt({ row: -1, column: columnAt(table, column) + by });
    onSay(t('said.columnMoved', { n: at + by + 1 }));
  };
  const title = t(`column.${of}`);
  return (
    <section className={styles.box} aria-label={title}>
      <h3>{title}</h3>
      {of === 'input' ? (
        <OfInput table={table} at={at} onChange={onChange} />
      ) : (
        <OfOutput table={table} at={at} onChange={onChange} />
      )}
      <div className={styles.quick}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          disabled={at === 0}
          onClick={() => move(-1)}
        >
          {t('column.left')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowRight size={16} aria-hidden />}
          disabled={at === count - 1}
          onClick={() => move(1)}
        >
          {t('column.right')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          disabled={of === 'output' && count === 1}
          onClick={() => {
            onChange(withoutColumn(table, column));
            onAt({ row: 0, column: 1 });
          }}
        >
          {t('column.remove')}
        </Button>
      </div>
    </section>
  );
}

type PartProps = Pick<Props, 'table' | 'onChange'> & { at: number };

function OfInput({ table, at, onChange }: PartProps) {
  const { t } = useTranslation('tables');
  const { editor } = useProperties();
  const input = table.inputs[at];
  if (!input) return null;
  const set = (next: typeof input, gesture: string) =>
    onChange(
      { ...table, inputs: table.inputs.map((one, i) => (i === at ? next : one)) },
      `input ${at} ${gesture}`,
    );
  return (
    <>
      <ExpressionField
        short
        label={t('column.value')}
        value={input.value}
        onChange={(value) => set({ ...input, value }, 'value')}
        onSettle={editor.settle}
      />
      <Words
        label={t('column.label')}
        value={input.label}
        onChange={(label) => {
          const { label: _, ...rest } = input;
          set(isEmpty(label) ? rest : { ...rest, label }, 'label');
        }}
        onBlur={editor.settle}
      />
    </>
  );
}

function OfOutput({ table, at, onChange }: PartProps) {
  const { t } = useTranslation('tables');
  const { editor } = useProperties();
  const output = table.outputs[at];
  const [typed, setTyped] = useState<string>();
  const [values, setValues] = useState<string>();
  if (!output) return null;
  const set = (next: typeof output, gesture: string) =>
    onChange(
      { ...table, outputs: table.outputs.map((one, i) => (i === at ? next : one)) },
      `output ${at} ${gesture}`,
    );
  const ranks = table.hitPolicy === 'priority' || table.hitPolicy === 'outputOrder';
  const name = typed ?? output.name;
  const isWrong = !NAME.test(name);
  return (
    <>
      <TextInput
        size="sm"
        label={t('column.name')}
        value={name}
        error={isWrong ? t('column.nameWrong') : undefined}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (NAME.test(next)) set({ ...output, name: next }, 'name');
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined);
          editor.settle();
        }}
      />
      <Words
        label={t('column.label')}
        value={output.label}
        onChange={(label) => {
          const { label: _, ...rest } = output;
          set(isEmpty(label) ? rest : { ...rest, label }, 'label');
        }}
        onBlur={editor.settle}
      />
      <ExpressionField
        short
        label={t('column.default')}
        value={output.default ?? ''}
        onChange={(value) => {
          const { default: _, ...rest } = output;
          set(value === '' ? rest : { ...rest, default: value }, 'default');
        }}
        onSettle={editor.settle}
      />
      {ranks || output.values ? (
        <Textarea
          size="sm"
          autosize
          minRows={2}
          label={t('column.values')}
          description={t('column.valuesHelp')}
          value={values ?? (output.values ?? []).map((one) => JSON.stringify(one)).join('\n')}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setValues(text);
            const made = text
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line) => evaluate(line, {}, nowHere()));
            if (!made.every((one) => one.ok && one.value !== null)) return;
            const { values: _, ...rest } = output;
            const all = made.flatMap((one) => (one.ok ? [one.value] : []));
            set(all.length > 0 ? { ...rest, values: all } : rest, 'values');
          }}
          onBlur={() => {
            setValues(undefined);
            editor.settle();
          }}
        />
      ) : null}
    </>
  );
}
