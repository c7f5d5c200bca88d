/** In which table a step looks: one that is there or a new one, what it says in words, and the way to change it. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementOf } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { rowInWords } from '../../core/writing/index.ts';
import { Section, useChange, useProperties } from '../properties/parts.tsx';
import { TableDialog } from './table-dialog.tsx';
import styles from './tables.module.css';

const MOST_ROWS = 4;

export function TableChoice({ element }: { element: ElementOf<'businessRuleTask'> }) {
  const { t } = useTranslation('tables');
  const { definition, language, editor } = useProperties();
  const change = useChange(element);
  const [isOpen, setOpen] = useState(false);
  const own = definition.decisions ?? [];
  const table = own.find(({ id }) => id === element.decision);
  const count = table?.value === undefined ? (table?.rules.length ?? 0) : 0;
  return (
    <>
      <Section title={t('table')}>
        <NativeSelect
          size="sm"
          aria-label={t('which')}
          value={element.decision}
          data={[
            ...own.map(({ id, name }) => ({ value: id, label: said(name, language) || id })),
            ...(table ? [] : [{ value: element.decision, label: t('other', { id: element.decision }) }]),
          ]}
          onChange={(event) => change({ decision: event.currentTarget.value })}
        />
        {table && count > 0 ? (
          <ul className={styles.summary} aria-label={t('summary')}>
            {Array.from({ length: Math.min(count, MOST_ROWS) }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
              <li key={row}>{rowInWords(definition, table, row, language)}</li>
            ))}
            {count > MOST_ROWS ? <li className="quiet">{t('more', { count: count - MOST_ROWS })}</li> : null}
          </ul>
        ) : null}
        <div className={styles.buttons}>
          {table ? (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setOpen(true)}
            >
              {t('edit')}
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant={table ? 'default' : 'light'}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              editor.run('addTable', { element: element.id });
              setOpen(true);
            }}
          >
            {t('make')}
          </Button>
        </div>
        <TextInput
          size="sm"
          label={t('result')}
          description={t('resultHint')}
          value={element.result ?? ''}
          onChange={(event) =>
            change({ result: event.currentTarget.value || undefined } as Partial<typeof element>, 'result')
          }
          onBlur={editor.settle}
        />
      </Section>
      {isOpen && table ? <TableDialog table={table} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
