/** What a process knows before anybody answers anything. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { freshVariable } from '../actions/index.ts';
import { Section, useProperties } from '../properties/parts.tsx';
import styles from '../properties/properties.module.css';
import { NameInput } from './name-input.tsx';

type Value = Definition['variables'][string];

export function StartValues() {
  const { t } = useTranslation('expert');
  const { t: say } = useTranslation('properties');
  const { definition, editor } = useProperties();
  const { variables } = definition;
  const put = (entries: [string, Value][], field?: string) => {
    editor.run('changeProcess', { variables: Object.fromEntries(entries) }, field && `variables ${field}`);
    if (!field) editor.settle();
  };
  const all = Object.entries(variables);
  return (
    <Section title={t('startValues')}>
      {all.length > 0 ? (
        <ul className={styles.items}>
          {all.map(([name, value]) => (
            <li key={name} className={styles.row}>
              <NameInput
                label={t('valueName')}
                value={name}
                place="start-value"
                may={(to) =>
                  /^[A-Za-z]\w*$/.test(to) && !Object.hasOwn(variables, to)
                    ? { ok: true }
                    : {
                        ok: false,
                        why: {
                          nl: 'Een naam die nog niet bestaat: letters, cijfers en _.',
                          en: 'A name that is not there yet: letters, digits and _.',
                        },
                      }
                }
                onChange={(to) => put(all.map(([one, held]) => [one === name ? to : one, held]))}
              />
              <ValueInput
                label={`${t('startValue')}: ${name}`}
                value={value}
                onChange={(next) =>
                  put(
                    all.map(([one, held]) => [one, one === name ? next : held]),
                    name,
                  )
                }
              />
              <ActionIcon
                className={styles.fixed as string}
                variant="subtle"
                size={34}
                aria-label={say('removeNamed', { name })}
                onClick={() => put(all.filter(([one]) => one !== name))}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="quiet" style={{ margin: 0, fontSize: 14 }}>
        {t('startValueHint')}
      </p>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ justifySelf: 'start' }}
        onClick={() => put([...all, [freshVariable('value', definition), null]])}
      >
        {t('addStartValue')}
      </Button>
    </Section>
  );
}

/** Written as people write it: nothing, a number, ja or nee in FEEL's words, a list or otherwise a text. */
export function readValue(typed: string): Value {
  const text = typed.trim();
  if (text === '') return null;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return typed;
  }
}

export const writeValue = (value: Value): string =>
  value === null
    ? ''
    : typeof value === 'string' && typeof readValue(value) === 'string'
      ? value
      : JSON.stringify(value);

function ValueInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Value;
  onChange(value: Value): void;
}) {
  const { editor } = useProperties();
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      size="sm"
      label={label}
      value={typed ?? writeValue(value)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readValue(event.currentTarget.value));
      }}
      onBlur={() => {
        setTyped(undefined);
        editor.settle();
      }}
    />
  );
}
