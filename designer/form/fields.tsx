/** One way to ask for each type of field; forgetting a type does not compile. */
import { Checkbox, MultiSelect, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldType } from '../../contract/index.ts';
import { toInstant, toLocal } from '../../core/calendar/index.ts';
import type { Json } from '../../core/state.ts';
import { useSaid } from '../app/i18n.ts';
import { CENTS, DecimalInput } from '../shared/decimal-input.tsx';
import { useZone } from '../shared/today.ts';
import { CommitmentsEditor } from './commitments-editor.tsx';
import { usePersonOptions } from './person-options.ts';
import { RowsEditor } from './rows-editor.tsx';

export interface FieldProps {
  field: Field;
  /** For the label and the problem to find it by. */
  id: string;
  label: ReactNode;
  value: Json;
  error?: string;
  /** Problems of parts: `[0].due` → words. */
  parts: Readonly<Record<string, string>>;
  required: boolean;
  /** Initiative whose people come first. */
  initiative?: string;
  onChange(value: Json): void;
}

/** Choices up to this many are shown all at once, which needs no opening and no scrolling. */
const SHOWN_AT_ONCE = 8;

export const fields: Record<FieldType, (props: FieldProps) => ReactNode> = {
  text: (props) => <Line {...props} />,
  longText: (props) => <Text {...props} />,
  number: (props) => <Figure {...props} />,
  money: (props) => <Money {...props} />,
  date: (props) => <Day {...props} />,
  dateTime: (props) => <DayAndTime {...props} />,
  choice: (props) => <Choice {...props} />,
  choices: (props) => <Choices {...props} />,
  yesNo: (props) => <YesNo {...props} />,
  person: (props) => <OnePerson {...props} />,
  people: (props) => <People {...props} />,
  organisation: (props) => <Line {...props} />,
  place: (props) => <Line {...props} />,
  file: (props) => <File {...props} />,
  scale: (props) => <Scale {...props} />,
  commitments: (props) => <CommitmentsEditor {...props} />,
  rows: (props) => <RowsEditor {...props} />,
};

const textOf = (value: Json) => (typeof value === 'string' ? value : value === null ? '' : String(value));

/** What every input of the kit takes. */
function useCommon({ field, id, label, error, required }: FieldProps) {
  const said = useSaid();
  return {
    id,
    label,
    description: field.help ? said(field.help) : undefined,
    error,
    'aria-required': required || undefined,
    size: 'md',
  } as const;
}

/** A group of choices is no input itself: that it must be answered stands in its words. */
function grouped({ 'aria-required': _, ...rest }: ReturnType<typeof useCommon>) {
  return rest;
}

/** The input alone: its question may be longer. */
const narrow = (width: number) => ({ wrapper: { maxWidth: width } });

function Line(props: FieldProps) {
  const common = useCommon(props);
  const { field, value, onChange } = props;
  return (
    <TextInput
      {...common}
      value={textOf(value)}
      maxLength={field.max}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function File(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  return (
    <TextInput
      {...common}
      description={common.description ?? t('file')}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Text(props: FieldProps) {
  const common = useCommon(props);
  return (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={14}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

function Figure(props: FieldProps) {
  const common = useCommon(props);
  const { field, value, onChange } = props;
  return (
    <DecimalInput
      {...common}
      styles={narrow(200)}
      min={field.min}
      max={field.max}
      clampBehavior="none"
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
    />
  );
}

/** Asked in euros, kept in whole cents. */
function Money(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  const { value, onChange } = props;
  return (
    <DecimalInput
      {...common}
      description={common.description ?? t('euros')}
      styles={narrow(220)}
      decimalScale={2}
      prefix="€ "
      clampBehavior="none"
      per={CENTS}
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
    />
  );
}

function Day(props: FieldProps) {
  const common = useCommon(props);
  return (
    <TextInput
      {...common}
      type="date"
      styles={narrow(220)}
      value={textOf(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  );
}

/** Asked on the organisation's clock, kept as a moment. */
function DayAndTime(props: FieldProps) {
  const common = useCommon(props);
  const zone = useZone();
  const { value, onChange } = props;
  const shown = typeof value === 'string' && value ? localOf(zone, value) : '';
  return (
    <TextInput
      {...common}
      type="datetime-local"
      styles={narrow(260)}
      value={shown}
      onChange={(event) => {
        const [date, time] = event.currentTarget.value.split('T');
        onChange(date && time ? toInstant(zone, date, time.slice(0, 5)) : null);
      }}
    />
  );
}

function localOf(zone: string, at: string): string {
  const { date, time } = toLocal(zone, at);
  return `${date}T${time}`;
}

function useOptions(field: Field) {
  const said = useSaid();
  return (field.options ?? []).map(({ id, label }) => ({ value: id, label: said(label) }));
}

function Choice(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  const options = useOptions(props.field);
  const { value, onChange } = props;
  const chosen = typeof value === 'string' ? value : null;
  if (options.length > SHOWN_AT_ONCE)
    return (
      <Select
        {...common}
        data={options}
        placeholder={t('choose')}
        clearable
        value={chosen}
        onChange={onChange}
      />
    );
  return (
    <Radio.Group {...grouped(common)} value={chosen} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {options.map((option) => (
          <Radio key={option.value} {...option} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Choices(props: FieldProps) {
  const common = useCommon(props);
  const options = useOptions(props.field);
  const { value, onChange } = props;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  if (options.length > SHOWN_AT_ONCE)
    return <MultiSelect {...common} data={options} searchable value={chosen} onChange={onChange} />;
  return (
    <Checkbox.Group {...grouped(common)} value={chosen} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {options.map((option) => (
          <Checkbox key={option.value} {...option} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function YesNo(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  const { value, onChange } = props;
  return (
    <Radio.Group
      {...grouped(common)}
      value={value === true ? 'yes' : value === false ? 'no' : null}
      onChange={(given) => onChange(given === 'yes')}
    >
      <div style={{ display: 'flex', gap: 24, marginTop: 6 }}>
        <Radio value="yes" label={t('yes')} />
        <Radio value="no" label={t('no')} />
      </div>
    </Radio.Group>
  );
}

function Scale(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  const { field, value, onChange } = props;
  const [min, max] = [field.min ?? 1, field.max ?? 5];
  return (
    <Radio.Group
      {...grouped(common)}
      description={common.description ?? t('scale', { min, max })}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(given) => onChange(Number(given))}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 20, marginTop: 6 }}>
        {Array.from({ length: max - min + 1 }, (_, index) => String(min + index)).map((one) => (
          <Radio key={one} value={one} label={one} />
        ))}
      </div>
    </Radio.Group>
  );
}

function OnePerson(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  const options = usePersonOptions(props.initiative);
  return (
    <Select
      {...common}
      data={options}
      searchable
      clearable
      placeholder={t('choose')}
      nothingFoundMessage={t('nobodyFound')}
      value={typeof props.value === 'string' ? props.value : null}
      onChange={props.onChange}
    />
  );
}

function People(props: FieldProps) {
  const { t } = useTranslation('form');
  const common = useCommon(props);
  const options = usePersonOptions(props.initiative);
  const { value, onChange } = props;
  return (
    <MultiSelect
      {...common}
      data={options}
      searchable
      clearable
      nothingFoundMessage={t('nobodyFound')}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={onChange}
    />
  );
}
