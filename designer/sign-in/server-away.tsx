/** Shown when the server does not answer at the very beginning; tries again by itself. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { begin } from '../app/session.ts';
import { Doorway } from './doorway.tsx';

const EVERY_MS = 4_000;

export function ServerAway() {
  const { t } = useTranslation('signIn');
  useEffect(() => {
    const timer = setInterval(() => void begin(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Doorway title={t('away.title')} lead={t('away.lead')}>
      <Button mt="md" onClick={() => void begin()}>
        {t('away.again')}
      </Button>
    </Doorway>
  );
}
