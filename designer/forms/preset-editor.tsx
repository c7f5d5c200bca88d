/** What stands in a question before anybody answers: nothing, always the same, an earlier answer, or what a formula gives. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldType } from '../../contract/index.ts';
import { askable } from '../../core/prose/condition.ts';
import { said } from '../../core/prose/say.ts';
import { ExpressionField } from '../expression/expression-field.tsx';
import { useProperties } from '../properties/parts.tsx';
import { CENTS, DecimalInput } from '../shared/decimal-input.tsx';
import type { ChangeField } from './field-editor.tsx';

type Kind = 'none' | 'fixed' | 'earlier' | 'formula';

const NAME = /^=\s*([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\s*$/;

/** Kinds of answer that can be written down beforehand; people, files and lists cannot. */
const WRITABLE: FieldType[] = [
  'text',
  'longText',
  'number',
  'money',
  'scale',
  'date',
  'choice',
  'yesNo',
  'place',
  'organisation',
];

function kindOf({ default: preset }: Field): Kind {
  if (preset === undefined) return 'none';
  if (typeof preset !== 'string' || !preset.startsWith('=')) return 'fixed';
  return NAME.test(preset) ? 'earlier' : 'formula';
}

export function PresetEditor({ field, onChange }: { field: Field; onChange: ChangeField }) {
  const { t } = useTranslation('forms');
  const { definition, language } = useProperties();
  const now = kindOf(field);
  const [chosen, setChosen] = useState<Kind>(now);
  // What is chosen but not yet filled in stands on the screen alone.
  const kind = now === 'none' || (now === 'earlier' && chosen === 'formula') ? chosen : now;
  const kinds: Kind[] = [
    'none',
    ...(WRITABLE.includes(field.type) ? (['fixed'] as const) : []),
    'earlier',
    'formula',
  ];
  const earlier = askable(definition, language).filter(({ variable }) => variable !== field.key);
  const from = NAME.exec(String(field.default ?? ''))?.[1] ?? '';
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('field.preset')}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`field.presets.${value}`) }))}
        onChange={(event) => {
          const next = event.currentTarget.value as Kind;
          setChosen(next);
          if (field.default !== undefined) onChange({ default: undefined });
        }}
      />
      {kind === 'fixed' ? <Fixed field={field} onChange={onChange} /> : null}
      {kind === 'earlier' ? (
        <NativeSelect
          size="sm"
          label={t('field.presetFrom')}
          value={from}
          data={[
            { value: '', label: '…' },
            ...earlier.map(({ variable, label }) => ({ value: variable, label })),
            ...(from && !earlier.some(({ variable }) => variable === from)
              ? [{ value: from, label: from }]
              : []),
          ]}
          onChange={(event) => {
            const variable = event.currentTarget.value;
            onChange({ default: variable ? `= ${variable}` : undefined });
          }}
        />
      ) : null}
      {kind === 'formula' ? <Formula field={field} onChange={onChange} /> : null}
    </>
  );
}

function Formula({ field, onChange }: { field: Field; onChange: ChangeField }) {
  const { t } = useTranslation('forms');
  const { editor } = useProperties();
  return (
    <ExpressionField
      label={t('field.presetFormula')}
      value={String(field.default ?? '').replace(/^=\s*/, '')}
      onChange={(typed) => onChange({ default: typed === '' ? undefined : `= ${typed}` }, 'preset')}
      onSettle={editor.settle}
    />
  );
}

function Fixed({ field, onChange }: { field: Field; onChange: ChangeField }) {
  const { t } = useTranslation('forms');
  const { editor, language } = useProperties();
  const label = t('field.presetValue');
  const { type, default: preset } = field;
  const put = (value: Field['default'], typed?: string) => onChange({ default: value }, typed);
  if (type === 'number' || type === 'money' || type === 'scale') {
    const isMoney = type === 'money';
    return (
      <DecimalInput
        size="sm"
        label={isMoney ? `${label} (${t('field.euros')})` : label}
        allowDecimal={type !== 'scale'}
        {...(isMoney ? { per: CENTS, decimalScale: 2 } : {})}
        value={typeof preset === 'number' ? preset : undefined}
        onChange={(value) => put(value ?? undefined, 'preset')}
        onBlur={editor.settle}
      />
    );
  }
  if (type === 'choice' || type === 'yesNo') {
    const choices =
      type === 'yesNo'
        ? [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]
        : (field.options ?? []).map(({ id, label: words }) => ({ value: id, label: said(words, language) }));
    return (
      <NativeSelect
        size="sm"
        label={label}
        value={preset === undefined ? '' : String(preset)}
        data={[{ value: '', label: '…' }, ...choices]}
        onChange={(event) => {
          const value = event.currentTarget.value;
          put(value === '' ? undefined : type === 'yesNo' ? value === 'true' : value);
        }}
      />
    );
  }
  return (
    <TextInput
      size="sm"
      label={label}
      type={type === 'date' ? 'date' : 'text'}
      value={typeof preset === 'string' ? preset : ''}
      onChange={(event) => {
        // What begins with = would be a formula.
        const value = event.currentTarget.value.replace(/^=+/, '');
        put(value === '' ? undefined : value, 'preset');
      }}
      onBlur={editor.settle}
    />
  );
}
