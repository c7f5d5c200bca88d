/** Overview for managers: a few sentences with numbers, pilots, and what waits for a decision. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.ts';
import { useToday } from '../shared/today.ts';
import { FirstResponse, FreeRoom, Promises } from './figures.tsx';
import styles from './page.module.css';
import { PERIODS, type PeriodName, periodOf } from './periods.ts';
import { Pilots } from './pilots.tsx';
import { RaisedItems } from './raised.tsx';
import { StuckList } from './stuck-list.tsx';

export function Page() {
  const { t } = useTranslation('monitor');
  const { organisation } = useMe();
  const today = useToday();
  const [name, setName] = useState<PeriodName>('month');
  const period = periodOf(name, today);
  return (
    <div className={styles.page}>
      <header>
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet">
            {organisation.name}. {t('lead')}
          </p>
        </div>
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => print()}
        >
          {t('print')}
        </Button>
      </header>
      <div className={styles.period}>
        <SegmentedControl
          aria-label={t('period')}
          data={PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
          value={name}
          onChange={(value) => setName(value as PeriodName)}
        />
      </div>
      <ul className={styles.sentences}>
        <Promises period={period} />
        <FirstResponse period={period} />
        <FreeRoom />
      </ul>
      <Pilots />
      <RaisedItems />
      <StuckList />
    </div>
  );
}
