/** A decision table being made: which row counts, its rows and columns, what is wrong with it, and trying it. */
import { Button, Modal, MultiSelect, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../contract/index.ts';
import { tryTable } from '../../core/decisions/try.ts';
import { said } from '../../core/prose/say.ts';
import { brokenCells, findingsOf, missingRow, seenAt } from '../../core/writing/index.ts';
import { freshName, withColumn, withRow, withRowFor } from '../actions/index.ts';
import { useGoingBack } from '../canvas/going-back.tsx';
import { ExpressionField } from '../expression/expression-field.tsx';
import { useProperties, Words } from '../properties/parts.tsx';
import { useSamples } from '../samples/use-samples.ts';
import { type At, atOfColumn, columnAt } from './at.ts';
import { ColumnSettings } from './column-settings.tsx';
import { OfCell } from './of-cell.tsx';
import { TableGrid } from './table-grid.tsx';
import { TableTry } from './table-try.tsx';
import styles from './tables.module.css';

const POLICIES = ['first', 'unique', 'any', 'priority', 'collect', 'ruleOrder', 'outputOrder'] as const;
const AGGREGATIONS = ['list', 'sum', 'min', 'max', 'count'] as const;

export function TableDialog({ table, onClose }: { table: Decision; onClose(): void }) {
  const { t } = useTranslation('tables');
  const { definition, language, editor } = useProperties();
  const narrow = useMediaQuery('(max-width: 62rem)', false, { getInitialValueInEffect: false });
  const [at, setAt] = useState<At>({ row: 0, column: 1 });
  const { buttons, keys, heard, say } = useGoingBack(editor);
  const drawn = useDeferredValue(definition);
  const seen = useMemo(() => seenAt(drawn, undefined, language), [drawn, language]);
  const names = useMemo(() => [...seen.map(({ name }) => name), ...(table.needs ?? [])], [seen, table.needs]);
  const findings = useMemo(() => findingsOf(drawn, table.id), [drawn, table.id]);
  const broken = useMemo(() => brokenCells(table), [table]);
  const samples = useSamples(definition, language);
  const tried = useMemo(
    () => tryTable(table, definition.decisions ?? [], samples.values, samples.now),
    [table, definition.decisions, samples.values, samples.now],
  );
  const change = (next: Decision, gesture?: string) => {
    editor.run('changeTable', next, gesture && `table ${table.id} ${gesture}`);
    if (gesture === undefined) editor.settle();
  };
  const others = (definition.decisions ?? []).filter(({ id }) => id !== table.id);
  const column = atOfColumn(table, at.column);
  const gap = findings.some(({ rule }) => rule === 'decision-gap') ? missingRow(drawn, table) : undefined;
  const addColumn = (of: 'input' | 'output') => {
    const count = of === 'input' ? table.inputs.length : table.outputs.length;
    const asked = seen.find(
      ({ name, kind }) => kind !== 'anything' && !table.inputs.some(({ value }) => value === name),
    );
    const name =
      of === 'input'
        ? (asked?.name ?? seen[0]?.name ?? 'answer')
        : freshName('decided', new Set([...names, ...table.outputs.map((one) => one.name)]));
    change(withColumn(table, { of, at: count }, name));
    setAt({ row: -1, column: 1 + count + (of === 'output' ? table.inputs.length : 0) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1180px, 96vw)"
      fullScreen={narrow}
      // Its height changes with the cell one stands in; what one points at stays where it is.
      centered={false}
      title={t('title', { name: said(table.name, language) || table.id })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for what is inside, each of which has a button too */}
      <div onKeyDown={keys} className={styles.whole}>
        <p role="status" className={styles.aloud}>
          {heard}
        </p>
        <div className={styles.head}>
          <Words
            label={t('name')}
            value={table.name}
            onChange={(name) => change({ ...table, name }, 'name')}
            onBlur={editor.settle}
          />
          <div className={styles.policy}>
            {table.value === undefined ? (
              <NativeSelect
                size="sm"
                label={t('policy')}
                value={table.hitPolicy}
                data={POLICIES.map((value) => ({ value, label: t(`policies.${value}`) }))}
                onChange={(event) => {
                  const { aggregation, ...rest } = table;
                  const hitPolicy = event.currentTarget.value as Decision['hitPolicy'];
                  change({
                    ...rest,
                    hitPolicy,
                    ...(hitPolicy === 'collect' && aggregation ? { aggregation } : {}),
                  });
                }}
              />
            ) : null}
            {table.value === undefined && table.hitPolicy === 'collect' ? (
              <NativeSelect
                size="sm"
                label={t('aggregation')}
                value={table.aggregation ?? 'list'}
                data={AGGREGATIONS.map((value) => ({ value, label: t(`aggregations.${value}`) }))}
                onChange={(event) => {
                  const { aggregation: _, ...rest } = table;
                  const chosen = event.currentTarget.value as (typeof AGGREGATIONS)[number];
                  change(chosen === 'list' ? rest : { ...rest, aggregation: chosen });
                }}
              />
            ) : null}
            {others.length > 0 || table.needs?.length ? (
              <MultiSelect
                size="sm"
                label={t('needs')}
                value={table.needs ?? []}
                data={others.map(({ id, name }) => ({ value: id, label: said(name, language) || id }))}
                onChange={(needs) => {
                  const { needs: _, ...rest } = table;
                  change(needs.length > 0 ? { ...rest, needs } : rest);
                }}
              />
            ) : null}
          </div>
          <span className={styles.tools}>{buttons}</span>
        </div>
        {table.value !== undefined ? (
          <ExpressionField
            label={t('expression')}
            value={table.value}
            onChange={(value) => change({ ...table, value }, 'value')}
            onSettle={editor.settle}
          />
        ) : (
          <>
            <TableGrid
              table={table}
              at={at}
              names={names}
              fits={tried.fits}
              onAt={setAt}
              onChange={change}
              onSay={say}
            />
            <div className={styles.add}>
              {(
                [
                  [
                    'addRow',
                    () => {
                      change(withRow(table, table.rules.length));
                      setAt({ row: table.rules.length, column: 1 });
                      say(t('said.added', { n: table.rules.length + 1 }));
                    },
                  ],
                  ['addInput', () => addColumn('input')],
                  ['addOutput', () => addColumn('output')],
                ] as const
              ).map(([label, add]) => (
                <Button
                  key={label}
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={add}
                >
                  {t(label)}
                </Button>
              ))}
            </div>
            <p className={styles.keys} data-for="keys">
              {t('keys')}
            </p>
            <p className={styles.keys} data-for="touch">
              {t('touch')}
            </p>
          </>
        )}
        <div className={styles.below}>
          {table.value === undefined && column ? (
            at.row < 0 ? (
              <ColumnSettings
                key={`${column.of} ${column.at}`}
                table={table}
                column={column}
                onChange={change}
                onAt={setAt}
                onSay={say}
              />
            ) : at.row < table.rules.length ? (
              <OfCell
                table={table}
                row={at.row}
                column={column}
                seen={seen}
                names={names}
                onChange={change}
              />
            ) : null
          ) : null}
          <section className={styles.box} aria-label={t('wrong')}>
            <h3>{t('wrong')}</h3>
            {broken.length > 0 ? (
              <p>
                {t('broken', { count: broken.length })}{' '}
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    const [first] = broken;
                    if (first) setAt({ row: first.row, column: columnAt(table, first) });
                  }}
                >
                  {t('goToCell')}
                </Button>
              </p>
            ) : null}
            {findings.length === 0 && broken.length === 0 ? <p>{t('fine')}</p> : null}
            {findings.length === 0 ? null : (
              <ul className={styles.findings}>
                {findings.map(({ rule, severity, message }) => (
                  <li key={said(message, 'en')} data-severity={severity}>
                    <strong>{t(`severity.${severity}`)}.</strong> {said(message, language)}{' '}
                    {rule === 'decision-gap' && gap ? (
                      <Button
                        size="compact-sm"
                        variant="light"
                        onClick={() => {
                          change(withRowFor(table, gap));
                          setAt({ row: table.rules.length, column: 1 + table.inputs.length });
                          say(t('said.added', { n: table.rules.length + 1 }));
                        }}
                      >
                        {t('fill')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <TableTry table={table} tried={tried} seen={seen} samples={samples} />
        </div>
      </div>
    </Modal>
  );
}
