/** A form being made: questions, kinds of answers, choices, when a question is shown; beside it what people will see. */
import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, ColumnType, type Field, FieldType, type Form } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import type { Variables } from '../../core/state.ts';
import { freshName, freshVariable } from '../actions/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { said } from '../canvas/say.ts';
import type { Editor } from '../canvas/use-editor.ts';
import { FormFields } from '../form/form-fields.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import styles from './form-editor.module.css';
import { RowTools, shifted } from './lists.tsx';
import { PropertiesProvider, Words } from './parts.tsx';

interface Props {
  editor: Editor;
  form: Form;
  processes: readonly string[];
  onClose(): void;
}

export function FormEditor({ editor, form, processes, onClose }: Props) {
  const { t } = useTranslation('properties');
  const language = useLanguage();
  const [open, setOpen] = useState<string | undefined>(form.fields[0]?.key);
  const set = (next: Form, field?: string) => {
    editor.run('changeForm', { form: next }, field && `form ${form.id} ${field}`);
    if (!field) editor.settle();
  };
  const setField = (index: number, change: Partial<Field>, field?: string) =>
    set(
      {
        ...form,
        fields: form.fields.map((one, at) => (at === index ? withoutEmpty({ ...one, ...change }) : one)),
      },
      field && `${index} ${field}`,
    );
  const add = () => {
    const key = freshVariable('answer', editor.drawing.definition);
    set({
      ...form,
      fields: [...form.fields, { key, type: 'text', label: { nl: 'Nieuwe vraag', en: 'New question' } }],
    });
    setOpen(key);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1100px, 96vw)"
      title={t('editor.title', { name: said(form.name, language) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <PropertiesProvider value={{ editor, processes, onGo: onClose, onForm: () => {} }}>
        <div className={styles.sides}>
          <div className={styles.making}>
            <Words
              label={t('name')}
              value={form.name}
              onChange={(name) => set({ ...form, name }, 'name')}
              onBlur={editor.settle}
            />
            <Words
              long
              label={t('editor.intro')}
              value={form.intro}
              onChange={(intro) => set({ ...form, intro }, 'intro')}
              onBlur={editor.settle}
            />
            <h3 className={styles.title}>{t('editor.fields')}</h3>
            {form.fields.length === 0 ? <p className="quiet">{t('editor.empty')}</p> : null}
            <ol className={styles.fields}>
              {form.fields.map((field, index) => {
                const name = said(field.label, language);
                return (
                  <li key={field.key} className={styles.field}>
                    <div className={styles.head}>
                      <button
                        type="button"
                        aria-expanded={open === field.key}
                        onClick={() => setOpen(open === field.key ? undefined : field.key)}
                      >
                        {name || t('editor.field')}{' '}
                        <span className="quiet">· {t(`editor.types.${field.type}`)}</span>
                      </button>
                      <RowTools
                        name={name}
                        index={index}
                        count={form.fields.length}
                        onMove={(by) => set({ ...form, fields: shifted(form.fields, index, by) })}
                        onRemove={() => set({ ...form, fields: form.fields.filter((one) => one !== field) })}
                      />
                    </div>
                    {open === field.key ? (
                      <FieldEditor
                        field={field}
                        onChange={(change, typed) => setField(index, change, typed)}
                        onBlur={editor.settle}
                      />
                    ) : null}
                  </li>
                );
              })}
            </ol>
            <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
              {t('editor.addField')}
            </Button>
          </div>
          <Preview form={form} />
        </div>
      </PropertiesProvider>
    </Modal>
  );
}

function FieldEditor({
  field,
  onChange,
  onBlur,
}: {
  field: Field;
  onChange(change: Partial<Field>, typed?: string): void;
  onBlur(): void;
}) {
  const { t } = useTranslation('properties');
  const language = useLanguage();
  const options = field.options ?? [];
  const chooses = field.type === 'choice' || field.type === 'choices';
  return (
    <div className={styles.editor}>
      <Words
        label={t('editor.label')}
        value={field.label}
        onChange={(label) => onChange({ label }, 'label')}
        onBlur={onBlur}
      />
      <NativeSelect
        size="sm"
        label={t('editor.type')}
        value={field.type}
        data={FieldType.options.map((value) => ({ value, label: t(`editor.types.${value}`) }))}
        onChange={(event) => {
          const type = event.currentTarget.value as FieldType;
          const choosing = type === 'choice' || type === 'choices';
          onChange({
            type,
            ...(choosing
              ? {
                  options: field.options ?? [
                    { id: 'a', label: { nl: 'Eerste keuze', en: 'First choice' } },
                    { id: 'b', label: { nl: 'Tweede keuze', en: 'Second choice' } },
                  ],
                }
              : { options: undefined }),
            columns: type === 'rows' ? (field.columns ?? [firstColumn]) : undefined,
          } as Partial<Field>);
        }}
      />
      {field.type === 'rows' ? (
        <Columns columns={field.columns ?? []} onChange={onChange} onBlur={onBlur} />
      ) : null}
      {chooses ? (
        <fieldset className={styles.options}>
          <legend>{t('editor.options')}</legend>
          {options.map((option, index) => {
            const both =
              typeof option.label === 'string' ? { nl: option.label, en: option.label } : option.label;
            const put = (next: typeof option, typed?: string) =>
              onChange({ options: options.map((one, at) => (at === index ? next : one)) }, typed);
            return (
              <div key={option.id} className={styles.option}>
                <TextInput
                  size="sm"
                  aria-label={`${t('editor.option')} ${index + 1} (${t('other.nl')})`}
                  lang="nl"
                  value={both.nl}
                  onChange={(event) =>
                    put({ ...option, label: { ...both, nl: event.currentTarget.value } }, `option ${index}`)
                  }
                  onBlur={onBlur}
                />
                <TextInput
                  size="sm"
                  aria-label={`${t('editor.option')} ${index + 1} (${t('other.en')})`}
                  lang="en"
                  value={both.en}
                  onChange={(event) =>
                    put({ ...option, label: { ...both, en: event.currentTarget.value } }, `option ${index}`)
                  }
                  onBlur={onBlur}
                />
                <RowTools
                  name={both[language]}
                  index={index}
                  count={options.length}
                  onMove={(by) => onChange({ options: shifted(options, index, by) })}
                  onRemove={() =>
                    options.length > 1 && onChange({ options: options.filter((one) => one !== option) })
                  }
                />
              </div>
            );
          })}
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              onChange({
                options: [
                  ...options,
                  {
                    id: freshName(
                      'choice',
                      options.map(({ id }) => id),
                    ),
                    label: { nl: 'Nieuwe keuze', en: 'New choice' },
                  },
                ],
              })
            }
          >
            {t('editor.addOption')}
          </Button>
        </fieldset>
      ) : null}
      <Checkbox
        size="sm"
        label={t('editor.required')}
        checked={field.required === true}
        onChange={(event) =>
          onChange({ required: event.currentTarget.checked || undefined } as Partial<Field>)
        }
      />
      <ConditionEditor
        label={t('editor.visibleIf')}
        value={field.visibleIf ?? ''}
        onChange={(visibleIf, typing) =>
          onChange({ visibleIf } as Partial<Field>, typing ? 'visibleIf' : undefined)
        }
      />
      <Words
        label={t('editor.help')}
        value={field.help}
        onChange={(help) => onChange({ help }, 'help')}
        onBlur={onBlur}
      />
    </div>
  );
}

const firstColumn: Column = { key: 'what', type: 'text', label: { nl: 'Wat', en: 'What' } };

/** What each line of a list holds. */
function Columns({
  columns,
  onChange,
  onBlur,
}: {
  columns: readonly Column[];
  onChange(change: Partial<Field>, typed?: string): void;
  onBlur(): void;
}) {
  const { t } = useTranslation('properties');
  const language = useLanguage();
  const put = (index: number, next: Column, typed?: string) =>
    onChange({ columns: columns.map((one, at) => (at === index ? next : one)) }, typed);
  return (
    <fieldset className={styles.options}>
      <legend>{t('editor.columns')}</legend>
      {columns.map((column, index) => (
        <div key={column.key}>
          <Words
            label={`${t('editor.column')} ${index + 1}`}
            value={column.label}
            onChange={(label) => put(index, { ...column, label }, `column ${index}`)}
            onBlur={onBlur}
          />
          <div className={styles.option}>
            <NativeSelect
              size="sm"
              aria-label={`${t('editor.type')}: ${said(column.label, language)}`}
              value={column.type}
              data={ColumnType.options.map((value) => ({ value, label: t(`editor.types.${value}`) }))}
              onChange={(event) =>
                put(index, { ...column, type: event.currentTarget.value as Column['type'] })
              }
            />
            <RowTools
              name={said(column.label, language)}
              index={index}
              count={columns.length}
              onMove={(by) => onChange({ columns: shifted(columns, index, by) })}
              onRemove={() =>
                columns.length > 1 && onChange({ columns: columns.filter((one) => one !== column) })
              }
            />
          </div>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          onChange({
            columns: [
              ...columns,
              {
                key: freshName(
                  'part',
                  columns.map(({ key }) => key),
                ),
                type: 'text',
                label: { nl: 'Nieuwe kolom', en: 'New column' },
              },
            ],
          })
        }
      >
        {t('editor.addColumn')}
      </Button>
    </fieldset>
  );
}

function Preview({ form }: { form: Form }) {
  const { t } = useTranslation('properties');
  const [data, setData] = useState<Variables>({});
  const now = useMemo(() => ({ at: new Date().toISOString(), zone: dutchCalendar.zone }), []);
  return (
    <section className={styles.preview} aria-label={t('editor.preview')}>
      <h3 className={styles.title}>{t('editor.preview')}</h3>
      <FormFields
        form={form}
        name={`preview-${form.id}`}
        data={data}
        outcome={undefined}
        now={now}
        problems={{}}
        onChange={(key, value) => setData((before) => ({ ...before, [key]: value }))}
      />
    </section>
  );
}

function withoutEmpty(field: Field): Field {
  const help =
    typeof field.help === 'object' && field.help.nl === '' && field.help.en === '' ? undefined : field.help;
  return Object.fromEntries(
    Object.entries({ ...field, help }).filter(([, value]) => value !== undefined),
  ) as Field;
}
