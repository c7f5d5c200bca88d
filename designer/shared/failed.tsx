/** What went wrong with a request, in words: what happened, that nothing was lost, and what to do. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../app/api.ts';
import styles from './failed.module.css';

export function useFailureWords(): (error: unknown) => string {
  const { t } = useTranslation('shared');
  return (error) => {
    if (error instanceof Unreachable) return t('failed.unreachable');
    if (!(error instanceof Refused)) return t('failed.defect');
    const { code, detail } = error.problem;
    if (code === 'INVALID_STATE' || code === 'NOT_FOUND' || code === 'ALREADY_EXISTS')
      return t('failed.state');
    if (code === 'PERMISSION_DENIED') return t('failed.permission');
    if (code === 'INVALID_ARGUMENT') return t('failed.argument', { detail });
    return t('failed.defect');
  };
}

export function Failed({ error }: { error: unknown }) {
  const words = useFailureWords();
  return (
    <div role="alert">
      {error ? (
        <p className={styles.failed}>
          <IconAlertTriangle size={18} aria-hidden />
          {words(error)}
        </p>
      ) : null}
    </div>
  );
}
