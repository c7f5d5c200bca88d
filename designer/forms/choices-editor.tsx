/** What one can choose from, in two languages. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Field, Language } from '../../contract/index.ts';
import { type Allowed, freshName } from '../actions/index.ts';
import { NameInput } from '../expert/name-input.tsx';
import { RowTools, shifted } from '../properties/lists.tsx';
import { useProperties } from '../properties/parts.tsx';
import styles from './forms.module.css';

type Choices = NonNullable<Field['options']>;

interface Props {
  options: Choices;
  onChange(options: Choices, typed?: string): void;
}

export function ChoicesEditor({ options, onChange }: Props) {
  const { t } = useTranslation('forms');
  const { t: te } = useTranslation('expert');
  const { editor, language } = useProperties();
  const order: Language[] = language === 'nl' ? ['nl', 'en'] : ['en', 'nl'];
  const add = () => {
    const id = freshName(
      'choice',
      options.map((option) => option.id),
    );
    onChange([...options, { id, label: { nl: 'Nieuwe keuze', en: 'New choice' } }]);
  };
  return (
    <fieldset className={styles.parts}>
      <legend>{t('choices.title')}</legend>
      {options.map((option, index) => {
        const { label } = option;
        const both = typeof label === 'string' ? { nl: label, en: label } : label;
        return (
          <div key={option.id} className={styles.part}>
            {order.map((one) => (
              <TextInput
                key={one}
                size="sm"
                aria-label={t(`choices.oneIn.${one}`, { n: index + 1 })}
                lang={one}
                value={both[one]}
                onChange={(event) =>
                  onChange(
                    options.map((other) =>
                      other === option
                        ? { ...option, label: { ...both, [one]: event.currentTarget.value } }
                        : other,
                    ),
                    option.id,
                  )
                }
                onBlur={editor.settle}
              />
            ))}
            <NameInput
              label={te('choiceId', { n: index + 1 })}
              value={option.id}
              place="choice"
              may={(id) => mayBeCalled(options, id)}
              onChange={(id) =>
                onChange(options.map((other) => (other === option ? { ...option, id } : other)))
              }
            />
            <RowTools
              name={both[language] || t('choices.one', { n: index + 1 })}
              index={index}
              count={options.length}
              onMove={(by) => onChange(shifted(options, index, by))}
              onRemove={() => options.length > 1 && onChange(options.filter((one) => one !== option))}
            />
          </div>
        );
      })}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('choices.add')}
      </Button>
    </fieldset>
  );
}

const mayBeCalled = (options: Choices, id: string): Allowed =>
  !/^[A-Za-z0-9][\w-]*$/.test(id)
    ? { ok: false, why: { nl: 'Alleen letters, cijfers, - en _.', en: 'Letters, digits, - and _ only.' } }
    : options.some((one) => one.id === id)
      ? {
          ok: false,
          why: { nl: 'Een andere keuze heet al zo.', en: 'Another choice is called that already.' },
        }
      : { ok: true };
