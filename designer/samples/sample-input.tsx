/** One sample value, asked in the way of what it holds. */
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluate } from '../../core/feel/index.ts';
import type { Json } from '../../core/state.ts';
import type { Seen } from '../../core/writing/index.ts';
import { nowHere } from './sample-values.ts';
import styles from './samples.module.css';

interface Props {
  label: string;
  of: Seen;
  value: Json | undefined;
  /** Somebody gave it; it can go back to what is made up. */
  isOwn: boolean;
  /** undefined: back to what is made up. */
  onChange(value: Json | undefined): void;
}

export function SampleInput({ label, of, value, isOwn, onChange }: Props) {
  const { t } = useTranslation('expression');
  return (
    <div className={styles.sample}>
      <Entry label={label} of={of} value={value} onChange={onChange} />
      {isOwn ? (
        <ActionIcon
          variant="subtle"
          size={30}
          aria-label={`${t('madeUp')}: ${of.label}`}
          title={t('madeUp')}
          onClick={() => onChange(undefined)}
        >
          <IconArrowBackUp size={18} aria-hidden />
        </ActionIcon>
      ) : null}
    </div>
  );
}

function Entry({ label, of, value, onChange }: Omit<Props, 'isOwn'>) {
  const { t } = useTranslation('expression');
  if (of.options || of.kind === 'yesNo') {
    const options = of.options?.map(({ id, label: words }) => ({
      value: JSON.stringify(id),
      label: words,
    })) ?? [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ];
    return (
      <NativeSelect
        size="sm"
        label={label}
        value={JSON.stringify(value ?? null)}
        data={[...options, { value: 'null', label: t('empty') }]}
        onChange={(event) => onChange(JSON.parse(event.currentTarget.value) as Json)}
      />
    );
  }
  return <Written label={label} of={of} value={value} onChange={onChange} />;
}

const NUMBERS = new Set(['number', 'money', 'scale']);
const TEXTS = new Set(['text', 'longText', 'person', 'organisation', 'place', 'file']);

/** Typed; it counts as soon as it can be read. Lists and the like are written as in an expression. */
function Written({ label, of, value, onChange }: Omit<Props, 'isOwn'>) {
  const { t } = useTranslation('expression');
  const asText = TEXTS.has(of.kind);
  const asDate = of.kind === 'date';
  const written = (one: Json | undefined): string =>
    one === undefined || one === null
      ? ''
      : typeof one === 'string' && (asText || asDate)
        ? one
        : JSON.stringify(one);
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? written(value);
  const read = (text: string): Json | undefined => {
    if (text.trim() === '') return null;
    if (asText || asDate) return text;
    if (NUMBERS.has(of.kind)) {
      const number = Number(text.replace(',', '.'));
      return Number.isFinite(number) ? number : undefined;
    }
    const made = evaluate(text, {}, nowHere());
    return made.ok && !(made.value === null && text.trim() !== 'null') ? made.value : undefined;
  };
  const isWrong = read(shown) === undefined;
  return (
    <TextInput
      size="sm"
      label={label}
      type={asDate ? 'date' : 'text'}
      inputMode={NUMBERS.has(of.kind) ? 'decimal' : 'text'}
      value={shown}
      error={
        isWrong
          ? t('sampleWrong', { example: NUMBERS.has(of.kind) ? '12' : '"abc", 12, ["a", "b"]' })
          : undefined
      }
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const next = read(event.currentTarget.value);
        if (next !== undefined) onChange(next);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(undefined);
      }}
    />
  );
}
