/** The clock to a day of choice. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './play.module.css';

export function Jump({ today, onJump }: { today: string; onJump(day: string): void }) {
  const { t } = useTranslation('play');
  const [to, setTo] = useState('');
  return (
    <form
      className={styles.jump}
      onSubmit={(event) => {
        event.preventDefault();
        if (to > today) onJump(to);
      }}
    >
      <TextInput
        size="sm"
        type="date"
        label={t('jumpTo')}
        min={today}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button size="sm" variant="default" type="submit">
        {t('jump')}
      </Button>
    </form>
  );
}
