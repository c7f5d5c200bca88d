/** Values that change with a repair: each a name and what it becomes, as it will be read. */
import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './operations.module.css';
import { readValue, type Wanted } from './repair.ts';

interface Props {
  known: readonly string[];
  values: Wanted['values'];
  onChange(values: Wanted['values']): void;
}

export function Values({ known, values, onChange }: Props) {
  const { t } = useTranslation('operations');
  const put = (at: number, more: Partial<Wanted['values'][number]>) =>
    onChange(values.map((one, i) => (i === at ? { ...one, ...more } : one)));
  return (
    <fieldset className={styles.values}>
      <legend>{t('repair.values')}</legend>
      {values.map(({ name, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
        <div key={at} className={styles.value}>
          <Autocomplete
            label={t('repair.valueName')}
            data={[...known]}
            value={name}
            onChange={(typed) => put(at, { name: typed })}
          />
          <TextInput
            label={t('repair.valueIs')}
            description={text === '' ? undefined : t(`repair.readAs.${kindOf(text)}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={text}
            onChange={(event) => put(at, { text: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('repair.valueDrop', { name })}
            onClick={() => onChange(values.filter((_, i) => i !== at))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...values, { name: '', text: '' }])}
      >
        {t('repair.valueAdd')}
      </Button>
    </fieldset>
  );
}

function kindOf(text: string): 'number' | 'yesNo' | 'nothing' | 'list' | 'context' | 'text' {
  const value = readValue(text);
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yesNo';
  return typeof value === 'object' ? 'context' : 'text';
}
