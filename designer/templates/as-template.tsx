/** Keeping a process as a template: a place for it beside its versions. */
import { Button } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { KeepTemplate } from './keep-template.tsx';
import styles from './templates.module.css';

interface Props {
  id: string;
  /** Published versions, the newest first. */
  versions: readonly number[];
  hasDraft: boolean;
}

export function AsTemplate(props: Props) {
  const { t } = useTranslation('templates');
  const [open, setOpen] = useState(false);
  if (!useMay()('template.write')) return null;
  return (
    <section className={styles.card} aria-labelledby="as-template">
      <h2 id="as-template">{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      <div>
        <Button
          variant="default"
          leftSection={<IconBookmark size={18} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('keep')}
        </Button>
      </div>
      {open ? <KeepTemplate {...props} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
