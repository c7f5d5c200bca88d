/** Steps that use a form, each with the way there; a form that none uses can go. */
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../contract/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { type Use, usesOf } from '../actions/index.ts';
import { useProperties } from '../properties/parts.tsx';
import propertiesStyles from '../properties/properties.module.css';
import styles from './forms.module.css';

export function useUseWords(): (use: Use) => string {
  const { t } = useTranslation('forms');
  const { language } = useProperties();
  return ({ element, as }) => {
    const name = titleOf(element, language);
    if (as === 'form') return name;
    return as === 'shows' ? t('uses.shows', { name }) : t('uses.confirms', { name });
  };
}

export function UsedAt({ form, onRemoved }: { form: Form; onRemoved(): void }) {
  const { t } = useTranslation('forms');
  const { definition, editor, onGo } = useProperties();
  const words = useUseWords();
  const uses = usesOf(definition, form.id);
  if (uses.length === 0)
    return (
      <div className={styles.uses}>
        <span>{t('uses.none')}</span>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => {
            editor.run('removeForm', { form: form.id });
            onRemoved();
          }}
        >
          {t('uses.drop')}
        </Button>
      </div>
    );
  return (
    <div className={styles.uses}>
      <span className="quiet">{t('uses.title')}</span>
      <ul>
        {uses.map((use) => (
          <li key={`${use.element.id} ${use.as}`}>
            <button
              type="button"
              className={propertiesStyles.link}
              onClick={() => onGo({ element: use.element.id })}
            >
              {words(use)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
