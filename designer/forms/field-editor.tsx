/** Everything one question can say, in plain words: what is asked, of what kind, when, and what must be answered. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, FieldType, type Form } from '../../contract/index.ts';
import { rolesOf, said } from '../../core/prose/say.ts';
import { boundsOf, hasChoices, mayRenameField, withType } from '../actions/index.ts';
import { NameInput } from '../expert/name-input.tsx';
import { ConditionEditor } from '../properties/condition-editor.tsx';
import { useProperties, Words } from '../properties/parts.tsx';
import { CENTS, DecimalInput } from '../shared/decimal-input.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import { ColumnsEditor } from './columns-editor.tsx';
import styles from './forms.module.css';
import { PresetEditor } from './preset-editor.tsx';

/** A change to a question; what is typed in one place is one step. */
export type ChangeField = (change: { [K in keyof Field]?: Field[K] | undefined }, typed?: string) => void;

interface Props {
  form: Form;
  field: Field;
  onRename(to: string): void;
}

export function FieldEditor({ form, field, onRename }: Props) {
  const { t } = useTranslation('forms');
  const { t: te } = useTranslation('expert');
  const { editor } = useProperties();
  const change: ChangeField = (what, typed) => {
    editor.run(
      'changeField',
      { form: form.id, field: field.key, change: what },
      typed && `form ${form.id} ${field.key} ${typed}`,
    );
    if (!typed) editor.settle();
  };
  const toType = (type: FieldType) => {
    const next = withType(field, type);
    // What the other kind has not is taken away.
    const gone = Object.fromEntries(Object.keys(field).map((key) => [key, undefined]));
    change({ ...gone, ...next });
  };
  return (
    <>
      <Words
        label={t('field.label')}
        value={field.label}
        onChange={(label) => change({ label }, 'label')}
        onBlur={editor.settle}
      />
      <NativeSelect
        size="sm"
        label={t('field.type')}
        value={field.type}
        data={FieldType.options.map((value) => ({ value, label: t(`types.${value}`) }))}
        onChange={(event) => toType(event.currentTarget.value as FieldType)}
      />
      {hasChoices(field.type) ? (
        <ChoicesEditor
          options={field.options ?? []}
          onChange={(options, typed) => change({ options }, typed && `options ${typed}`)}
        />
      ) : null}
      {field.type === 'rows' ? (
        <ColumnsEditor
          columns={field.columns ?? []}
          onChange={(columns, typed) => change({ columns }, typed && `columns ${typed}`)}
        />
      ) : null}
      <Bounds field={field} onChange={change} />
      <MustInclude field={field} onChange={change} />
      <Required key={field.key} field={field} onChange={change} />
      <ConditionEditor
        label={t('field.visibleIf')}
        value={field.visibleIf ?? ''}
        onChange={(visibleIf, typing) => change({ visibleIf }, typing ? 'visibleIf' : undefined)}
      />
      <PresetEditor key={`${field.key} ${field.type}`} field={field} onChange={change} />
      <Words
        label={t('field.help')}
        value={field.help}
        onChange={(help) => change({ help: isEmpty(help) ? undefined : help }, 'help')}
        onBlur={editor.settle}
      />
      <Checkbox
        size="sm"
        label={t('field.personal')}
        checked={field.personal === true}
        onChange={(event) => change({ personal: event.currentTarget.checked || undefined })}
      />
      <NameInput
        label={te('fieldKey')}
        description={te('fieldKeyHint')}
        value={field.key}
        place="question"
        may={(to) => mayRenameField(form, field.key, to)}
        onChange={onRename}
      />
    </>
  );
}

const isEmpty = (text: Field['label']) =>
  typeof text === 'string' ? text === '' : text.nl === '' && text.en === '';

interface PartProps {
  field: Field;
  onChange: ChangeField;
}

/** Always, never, or by a condition that is made from menus. */
function Required({ field, onChange }: PartProps) {
  const { t } = useTranslation('forms');
  const now = field.required ? 'yes' : field.requiredIf === undefined ? 'no' : 'when';
  const [chosen, setChosen] = useState<'no' | 'yes' | 'when'>(now);
  // A condition that is not made yet is nothing in the form; the choice is remembered until it is.
  const shown = now === 'no' && chosen === 'when' ? 'when' : now;
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('field.required')}
        value={shown}
        data={(['no', 'yes', 'when'] as const).map((value) => ({
          value,
          label: t(`field.requiredChoices.${value}`),
        }))}
        onChange={(event) => {
          const value = event.currentTarget.value as typeof chosen;
          setChosen(value);
          onChange({ required: value === 'yes' || undefined, requiredIf: undefined });
        }}
      />
      {shown === 'when' ? (
        <ConditionEditor
          label={t('field.requiredIf')}
          value={field.requiredIf ?? ''}
          onChange={(requiredIf, typing) => onChange({ requiredIf }, typing ? 'requiredIf' : undefined)}
        />
      ) : null}
    </>
  );
}

/** The lowest and the highest: of a figure, of the length of a text, of how many there are. */
function Bounds({ field, onChange }: PartProps) {
  const { t } = useTranslation('forms');
  const { editor } = useProperties();
  const kind = boundsOf(field.type);
  if (!kind) return null;
  const isMoney = field.type === 'money';
  const input = (which: 'min' | 'max') => (
    <DecimalInput
      size="sm"
      label={
        field.type === 'scale'
          ? t(which === 'min' ? 'field.lowest' : 'field.highest')
          : `${t(`field.${which}.${kind}`)}${isMoney ? ` (${t('field.euros')})` : ''}`
      }
      placeholder={field.type === 'scale' ? (which === 'min' ? '1' : '5') : undefined}
      allowDecimal={kind === 'value' && field.type !== 'scale'}
      decimalScale={isMoney ? 2 : 6}
      allowNegative={kind === 'value'}
      {...(isMoney ? { per: CENTS } : {})}
      value={field[which]}
      onChange={(value) => onChange({ [which]: value ?? undefined }, which)}
      onBlur={editor.settle}
    />
  );
  return (
    <div className={styles.pair}>
      {input('min')}
      {input('max')}
    </div>
  );
}

/** One of the choices, or one of the people by their role, that belongs to every answer. */
function MustInclude({ field, onChange }: PartProps) {
  const { t } = useTranslation('forms');
  const { definition, language } = useProperties();
  if (field.type !== 'choices' && field.type !== 'people') return null;
  const known =
    field.type === 'people'
      ? rolesOf(definition, language)
      : (field.options ?? []).map(({ id, label }) => ({ value: id, label: said(label, language) }));
  const { mustInclude: must } = field;
  const isUnknown = must !== undefined && !known.some(({ value }) => value === must);
  return (
    <NativeSelect
      size="sm"
      label={t('field.mustInclude')}
      value={must ?? ''}
      data={[
        { value: '', label: t('field.nothingMust') },
        ...known,
        ...(isUnknown ? [{ value: must, label: must }] : []),
      ]}
      onChange={(event) => onChange({ mustInclude: event.currentTarget.value || undefined })}
    />
  );
}
