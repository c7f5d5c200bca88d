/** The quiet page around everything one does before coming in. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from '../app/i18n.ts';
import styles from './doorway.module.css';

export function Doorway({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation('signIn');
  const other = useLanguage() === 'nl' ? 'en' : 'nl';
  return (
    <main className={styles.page}>
      <div className={styles.door}>
        <header>
          <span className={styles.name}>
            <img src="/mark.svg" alt="" width={32} height={32} />
            Speelruimte
          </span>
          <Button
            variant="subtle"
            color="quiet"
            size="compact-md"
            lang={other}
            onClick={() => chooseLanguage(other)}
          >
            {t('language')}
          </Button>
        </header>
        <section className="card">
          <h1>{title}</h1>
          {lead ? <p className="quiet">{lead}</p> : null}
          {children}
        </section>
      </div>
    </main>
  );
}
