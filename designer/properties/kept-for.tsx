/** A message that is thrown: its name, and how long it is kept where nobody waits for it yet. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ThrownMessage } from '../../contract/index.ts';
import { useProperties } from './parts.tsx';

const USUAL = ['PT1H', 'P1D', 'P7D', 'P30D'] as const;
type Usual = (typeof USUAL)[number];

interface Props {
  ttl: string | undefined;
  onChange(ttl: string | undefined): void;
}

export function KeptFor({ ttl, onChange }: Props) {
  const { t } = useTranslation('properties');
  const isOwn = ttl !== undefined && !USUAL.includes(ttl as Usual);
  return (
    <NativeSelect
      size="sm"
      label={t('keptFor')}
      description={t('keptForHint')}
      value={ttl ?? ''}
      data={[
        { value: '', label: t('keptNot') },
        ...USUAL.map((value) => ({ value, label: t(`kept.${value}`) })),
        ...(isOwn ? [{ value: ttl, label: ttl }] : []),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

interface ThrownProps {
  message: ThrownMessage;
  onChange(message: ThrownMessage, field?: string): void;
}

export function ThrownMessageEditor({ message, onChange }: ThrownProps) {
  const { t } = useTranslation('properties');
  const { editor } = useProperties();
  const { ttl, ...kept } = message;
  return (
    <>
      <TextInput
        size="sm"
        label={t('messageName')}
        value={message.name}
        onChange={(event) => onChange({ ...message, name: event.currentTarget.value }, 'name')}
        onBlur={editor.settle}
      />
      <KeptFor
        ttl={ttl}
        onChange={(next) => onChange({ ...kept, ...(next === undefined ? {} : { ttl: next }) })}
      />
    </>
  );
}
