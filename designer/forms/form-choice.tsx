/** Which form a step asks for: one that is there, with where else it is used, a copy of it, or a new one. */
import { Button, NativeSelect } from '@mantine/core';
import { IconCopy, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ElementOf } from '../../contract/index.ts';
import { said } from '../../core/prose/say.ts';
import { newForm, usesByForm } from '../actions/index.ts';
import { Section, useProperties } from '../properties/parts.tsx';
import { announce } from '../shared/announce.tsx';
import styles from './forms.module.css';
import { useUseWords } from './used-at.tsx';

export function FormChoice({
  element,
  as = 'form',
}: {
  element: ElementOf<'userTask' | 'agreement' | 'startEvent'>;
  as?: 'form' | 'confirmForm';
}) {
  const { t } = useTranslation('properties');
  const { t: tf } = useTranslation('forms');
  const { definition, language, editor, onForm } = useProperties();
  const words = useUseWords();
  const form = as === 'form' ? element.form : element.type === 'agreement' ? element.confirmForm : undefined;
  const uses = usesByForm(definition);
  const elsewhere = (id: string) =>
    (uses.get(id) ?? []).filter((use) => use.element.id !== element.id || use.as !== as).map(words);
  const also = form === undefined ? [] : elsewhere(form);
  return (
    <Section title={t(as)}>
      <NativeSelect
        size="sm"
        aria-label={t(as)}
        value={form ?? ''}
        data={[
          { value: '', label: t('noForm') },
          ...definition.forms.map(({ id, name }) => {
            const where = elsewhere(id).join(', ');
            const own = said(name, language);
            return { value: id, label: where ? tf('uses.usedIn', { name: own, where }) : own };
          }),
        ]}
        onChange={(event) =>
          editor.run('changeElement', {
            id: element.id,
            change: { [as]: event.currentTarget.value || undefined },
          })
        }
      />
      {form && also.length > 0 ? (
        <p className={styles.also}>{tf('uses.also', { count: also.length, where: also.join(', ') })}</p>
      ) : null}
      <div className={styles.tools}>
        {form ? (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => onForm(form)}
          >
            {t('editForm')}
          </Button>
        ) : null}
        {form && also.length > 0 ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => {
              editor.run('copyForm', { form, usedBy: element.id, as });
              announce(tf('uses.copied'));
            }}
          >
            {tf('uses.copy')}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant={form ? 'default' : 'light'}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            const made = newForm(definition);
            editor.run('changeForm', { form: made, usedBy: element.id, as });
            onForm(made.id);
          }}
        >
          {t('newForm')}
        </Button>
      </div>
    </Section>
  );
}
