/** Values by name, each worked out in FEEL: what a job gets, what a called process takes along and gives back. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Mapping } from '../../contract/index.ts';
import { freshName } from '../actions/index.ts';
import { ExpressionField } from '../expression/expression-field.tsx';
import { Section, useProperties } from '../properties/parts.tsx';
import styles from '../properties/properties.module.css';

interface Props {
  title: string;
  values: readonly Mapping[];
  onChange(values: Mapping[], field?: string): void;
}

export function ValueList({ title, values, onChange }: Props) {
  const { t } = useTranslation('expert');
  const { t: say } = useTranslation('properties');
  const { editor } = useProperties();
  const put = (index: number, change: Partial<Mapping>, field: string) =>
    onChange(
      values.map((one, at) => (at === index ? { ...one, ...change } : one)),
      `${title} ${index} ${field}`,
    );
  const add = () => {
    const variable = freshName(
      'value',
      values.map((one) => one.variable),
    );
    onChange([...values, { variable, value: 'null' }]);
  };
  return (
    <Section title={title}>
      {values.length > 0 ? (
        <ul className={styles.items}>
          {values.map(({ variable, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: its name is typed, so only its place knows it
            <li key={index} className={styles.row}>
              <TextInput
                size="sm"
                aria-label={`${title} ${index + 1}: ${t('valueName')}`}
                spellCheck={false}
                value={variable}
                onChange={(event) =>
                  event.currentTarget.value !== '' &&
                  put(index, { variable: event.currentTarget.value }, 'name')
                }
                onBlur={editor.settle}
              />
              <ExpressionField
                short
                hideLabel
                label={`${title} ${index + 1}: ${t('valueFeel')}`}
                value={value}
                onChange={(typed) => put(index, { value: typed }, 'value')}
                onSettle={editor.settle}
              />
              <ActionIcon
                className={styles.fixed as string}
                variant="subtle"
                size={34}
                aria-label={say('removeNamed', { name: variable })}
                onClick={() => onChange(values.filter((_, at) => at !== index))}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={add}
      >
        {t('addValue', { list: title.toLowerCase() })}
      </Button>
    </Section>
  );
}
