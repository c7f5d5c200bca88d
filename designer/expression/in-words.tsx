/** An expression as people say it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../core/writing/index.ts';
import { useProperties } from '../properties/parts.tsx';
import styles from './expression.module.css';

export function InWords({ expression }: { expression: string }) {
  const { t } = useTranslation('expression');
  const { definition, language } = useProperties();
  const words = useMemo(() => inWords(definition, expression, language), [definition, expression, language]);
  if (words === undefined) return null;
  return (
    <p className={styles.words}>
      <span className={styles.wordsTitle}>{t('inWords')}</span> {words}
    </p>
  );
}
