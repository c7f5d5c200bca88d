/** What each line of a list holds. */
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, ColumnType } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { freshName } from '../actions/index.ts';
import { RowTools, shifted } from '../properties/lists.tsx';
import { useProperties, Words } from '../properties/parts.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import styles from './forms.module.css';

interface Props {
  columns: readonly Column[];
  onChange(columns: Column[], typed?: string): void;
}

export function ColumnsEditor({ columns, onChange }: Props) {
  const { t } = useTranslation('forms');
  const { editor, language } = useProperties();
  const add = () => {
    const key = freshName(
      'part',
      columns.map((column) => column.key),
    );
    onChange([...columns, { key, type: 'text', label: { nl: 'Nieuwe kolom', en: 'New column' } }]);
  };
  return (
    <fieldset className={styles.parts}>
      <legend>{t('columns.title')}</legend>
      {columns.map((column, index) => {
        const put = (next: Column, typed?: string) =>
          onChange(
            columns.map((one) => (one === column ? next : one)),
            typed && `${column.key} ${typed}`,
          );
        const n = index + 1;
        return (
          <div key={column.key} className={styles.column}>
            <Words
              label={t('columns.one', { n })}
              value={column.label}
              onChange={(label) => put({ ...column, label }, 'label')}
              onBlur={editor.settle}
            />
            <div className={styles.part}>
              <NativeSelect
                size="sm"
                aria-label={t('columns.type', { n })}
                value={column.type}
                data={ColumnType.options.map((value) => ({ value, label: t(`types.${value}`) }))}
                onChange={(event) => put(withColumnType(column, event.currentTarget.value as Column['type']))}
              />
              <RowTools
                name={said(column.label, language) || t('columns.one', { n })}
                index={index}
                count={columns.length}
                onMove={(by) => onChange(shifted(columns, index, by))}
                onRemove={() => columns.length > 1 && onChange(columns.filter((one) => one !== column))}
              />
            </div>
            {column.type === 'choice' ? (
              <ChoicesEditor
                options={column.options ?? []}
                onChange={(options, typed) => put({ ...column, options }, typed && `options ${typed}`)}
              />
            ) : null}
            <Checkbox
              size="sm"
              label={t('columns.must')}
              checked={column.required === true}
              onChange={(event) => {
                const { required: _, ...rest } = column;
                put(event.currentTarget.checked ? { ...rest, required: true } : rest);
              }}
            />
          </div>
        );
      })}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('columns.add')}
      </Button>
    </fieldset>
  );
}

/** A column one chooses in has something to choose from; others have not. */
function withColumnType({ options, ...rest }: Column, type: Column['type']): Column {
  if (type !== 'choice') return { ...rest, type };
  return {
    ...rest,
    type,
    options: options ?? [{ id: 'a', label: { nl: 'Eerste keuze', en: 'First choice' } }],
  };
}
