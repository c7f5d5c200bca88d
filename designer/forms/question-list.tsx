/** The questions of a form in their order: added, opened, and put elsewhere by dragging, by the arrows or by buttons. */
import { Button, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconCopy,
  IconEye,
  IconGripVertical,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, FieldType, type Finding, type Form } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { useProperties } from '../properties/parts.tsx';
import propertiesStyles from '../properties/properties.module.css';
import { FieldEditor } from './field-editor.tsx';
import styles from './forms.module.css';

interface Props {
  form: Form;
  findings: readonly Finding[];
  onSay(words: string): void;
}

export function QuestionList({ form, findings, onSay }: Props) {
  const { t } = useTranslation('forms');
  const { editor, language } = useProperties();
  const [open, setOpen] = useState<string | undefined>(form.fields[0]?.key);
  /** Which one is being dragged, and the place it would get. */
  const [drag, setDrag] = useState<{ field: string; to: number }>();
  const list = useRef<HTMLOListElement>(null);
  const { fields } = form;
  const count = fields.length;
  const nameOf = (field: Field) => said(field.label, language) || t('question');

  const move = (field: Field, to: number) => {
    if (to < 0 || to >= count) return;
    const next = editor.run('moveField', { form: form.id, field: field.key, to });
    const place = (next.definition.forms.find(({ id }) => id === form.id)?.fields ?? []).findIndex(
      ({ key }) => key === field.key,
    );
    onSay(t('said.moved', { name: nameOf(field), place: place + 1, count }));
  };
  const focusOn = (key: string | undefined) =>
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(key === undefined ? '#form-add' : `[data-opens="${key}"]`)
        ?.focus(),
    );
  const add = (type: FieldType) => {
    const next = editor.run('addField', { form: form.id, type });
    const added = next.definition.forms.find(({ id }) => id === form.id)?.fields.at(-1);
    setOpen(added?.key);
    focusOn(added?.key);
    onSay(t('said.added', { place: count + 1, count: count + 1 }));
  };
  const copy = (field: Field) => {
    editor.run('copyField', { form: form.id, field: field.key });
    onSay(t('said.copied', { name: nameOf(field) }));
  };
  const remove = (field: Field, index: number) => {
    editor.run('removeField', { form: form.id, field: field.key });
    const next = fields[index + 1] ?? fields[index - 1];
    if (next) focusOn(next.key);
    else document.getElementById('form-add')?.focus();
    onSay(t('said.removed', { name: nameOf(field) }));
  };

  /** The place under the pointer, with the dragged one taken out. */
  const placeAt = (y: number, field: string): number => {
    const rows = [...(list.current?.children ?? [])].filter(
      (row) => (row as HTMLElement).dataset.field !== field,
    );
    const before = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y < top + height / 2;
    });
    return before < 0 ? rows.length : before;
  };
  const grips = (field: Field, index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ field: field.key, to: index });
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag?.field !== field.key) return;
      const to = placeAt(event.clientY, field.key);
      setDrag({ field: field.key, to });
      list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
    },
    // Where it was let go, which may not have been drawn yet.
    onPointerUp: (event: PointerEvent) => {
      if (drag?.field !== field.key) return;
      const to = placeAt(event.clientY, field.key);
      if (to !== index) move(field, to);
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
  });
  /** Where the line is drawn: before this row, or after the last one. */
  const others = fields.filter(({ key }) => key !== drag?.field);
  const lineBefore = drag ? others[drag.to]?.key : undefined;
  const lineAtEnd = drag !== undefined && drag.to >= others.length ? others.at(-1)?.key : undefined;

  return (
    <>
      <h3 className={styles.title}>{t('questions')}</h3>
      {count === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ol className={styles.questions} ref={list}>
        {fields.map((field, index) => {
          const name = nameOf(field);
          const isOpen = open === field.key;
          const wrong = findings.filter(({ element }) => element === `form:${form.id}.${field.key}`);
          return (
            <li
              key={field.key}
              className={styles.question}
              data-field={field.key}
              data-dragged={drag?.field === field.key || undefined}
              data-line={lineBefore === field.key ? 'before' : lineAtEnd === field.key ? 'after' : undefined}
              data-wrong={wrong.length > 0 || undefined}
            >
              <div className={styles.head}>
                <button
                  type="button"
                  className={styles.grip}
                  aria-label={t('grip', { name })}
                  title={t('gripHelp')}
                  {...grips(field, index)}
                  onKeyDown={(event) => {
                    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                    if (by === 0) return;
                    event.preventDefault();
                    const grip = event.currentTarget;
                    move(field, index + by);
                    requestAnimationFrame(() => grip.focus());
                  }}
                >
                  <IconGripVertical size={18} aria-hidden />
                </button>
                <button
                  type="button"
                  className={styles.opens}
                  data-opens={field.key}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : field.key)}
                >
                  <span>
                    {name}{' '}
                    <span className="quiet">
                      · {t(`types.${field.type}`)}
                      {field.required
                        ? ` · ${t('mustShort')}`
                        : field.requiredIf
                          ? ` · ${t('sometimesShort')} ${t('mustShort')}`
                          : ''}
                      {field.visibleIf ? (
                        <>
                          {' · '}
                          <IconEye size={15} aria-hidden /> {t('sometimesShort')}
                        </>
                      ) : null}
                    </span>
                  </span>
                  <IconChevronDown size={18} aria-hidden data-open={isOpen || undefined} />
                </button>
              </div>
              {wrong.map(({ rule, message }) => (
                <p key={rule} className={`${propertiesStyles.problem} ${styles.wrong}`}>
                  {said(message, language)}
                </p>
              ))}
              {isOpen ? (
                <div className={styles.editor}>
                  <FieldEditor
                    form={form}
                    field={field}
                    onRename={(to) => {
                      editor.run('renameField', { form: form.id, field: field.key, to });
                      editor.settle();
                      setOpen(to);
                    }}
                  />
                  <div className={styles.tools}>
                    {(
                      [
                        ['up', IconArrowUp, index === 0, () => move(field, index - 1)],
                        ['down', IconArrowDown, index === count - 1, () => move(field, index + 1)],
                        ['copy', IconCopy, false, () => copy(field)],
                        ['remove', IconTrash, false, () => remove(field, index)],
                      ] as const
                    ).map(([what, Icon, disabled, act]) => (
                      <Button
                        key={what}
                        size="compact-sm"
                        variant="default"
                        leftSection={<Icon size={16} aria-hidden />}
                        aria-label={t(what, { name })}
                        disabled={disabled}
                        onClick={act}
                      >
                        {t(`${what}Short`)}
                      </Button>
                    ))}
                  </div>
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      <Menu position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <Button
            id="form-add"
            variant="light"
            leftSection={<IconPlus size={18} aria-hidden />}
            style={{ justifySelf: 'start' }}
          >
            {t('add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.kinds}>
          {FieldType.options.map((type) => (
            <Menu.Item key={type} onClick={() => add(type)}>
              {t(`types.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
