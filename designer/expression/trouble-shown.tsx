/** What is wrong with an expression: the expression with the place marked, what was expected there, and a way to put it right. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../core/writing/index.ts';
import styles from './expression.module.css';

interface Props {
  id: string;
  expression: string;
  trouble: Trouble;
  /** Puts the cursor there, where there is a field. */
  onGo?(): void;
  onMend(text: string, cursor: number): void;
}

export function TroubleShown({ id, expression, trouble, onGo, onMend }: Props) {
  const { t } = useTranslation('expression');
  const { from, to, says, instead, severity } = trouble;
  return (
    <div className={styles.trouble} data-severity={severity}>
      <pre className={styles.marked}>
        {expression.slice(0, from)}
        <mark data-empty={from === to || undefined}>{expression.slice(from, to)}</mark>
        {expression.slice(to)}
      </pre>
      <p id={id} role={severity === 'error' ? 'alert' : undefined}>
        <strong>{t(severity)}.</strong> {says}
      </p>
      <div className={styles.mending}>
        {onGo ? (
          <Button size="compact-sm" variant="default" onClick={onGo}>
            {t('goThere')}
          </Button>
        ) : null}
        {instead ? (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() =>
              onMend(
                expression.slice(0, instead.from) + instead.text + expression.slice(instead.to),
                instead.from + instead.text.length,
              )
            }
          >
            {t('mend')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
