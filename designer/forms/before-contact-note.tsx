/** How much is asked before anybody has been helped, on a form that comes before the first contact. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../contract/index.ts';
import { askedBeforeContact, MOST_QUESTIONS, modelOf } from '../../core/check/index.ts';
import { useProperties } from '../properties/parts.tsx';
import styles from './forms.module.css';

export function BeforeContactNote({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const { definition } = useProperties();
  const asked = useMemo(() => askedBeforeContact(modelOf(definition, {})), [definition]);
  if (!asked?.forms.includes(form.id)) return null;
  const count = asked.questions.length;
  const isMuch = count > MOST_QUESTIONS;
  return (
    <div className={styles.note} data-late={isMuch || undefined} role="note">
      <b>{t('burden.title')}</b>
      <p>
        {t('burden.count', {
          count,
          most: MOST_QUESTIONS,
          here: asked.questions.filter((one) => one.form === form.id).length,
        })}
      </p>
      {isMuch ? <p>{t('burden.tooMuch')}</p> : null}
    </div>
  );
}
