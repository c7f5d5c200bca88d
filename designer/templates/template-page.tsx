/** A template to look at before beginning with it: its drawing and its text. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { ProcessMap } from '../canvas/process-map.tsx';
import { TextView } from '../outline/text-view.tsx';
import pageStyles from '../processes/process-page.module.css';
import { announce } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { TakenFrom } from './taken-from.tsx';
import styles from './templates.module.css';
import { type Template, templateQuery } from './templates-api.ts';
import { useTemplate } from './use-template.ts';

export function Page({ params }: PageProps) {
  const { t } = useTranslation('templates');
  const said = useSaid();
  const { data, error } = useQuery(templateQuery(params.template ?? ''));
  const [as, setAs] = useState<'drawing' | 'text'>('drawing');
  const [show, setShow] = useState<{ ids: string[]; n: number }>();
  if (error)
    return (
      <Empty whole title={t('title')} lead={t('loadFailed')}>
        <Link to="/processes">{t('back')}</Link>
      </Empty>
    );
  if (!data) return <p className={pageStyles.quietNote}>…</p>;
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Link to="/processes" className={pageStyles.back as string} aria-label={t('back')} title={t('back')}>
          <IconArrowLeft size={20} stroke={1.75} aria-hidden />
        </Link>
        <div className={styles.names}>
          <h1>{said(data.name)}</h1>
          {data.own ? <TakenFrom template={data} /> : <span className="quiet">{t('readyMade')}</span>}
        </div>
        <SegmentedControl
          size="sm"
          aria-label={t('previewAs')}
          value={as}
          onChange={(value) => setAs(value as 'drawing' | 'text')}
          data={[
            { value: 'drawing', label: t('drawing') },
            { value: 'text', label: t('text') },
          ]}
        />
        <Use template={data} />
      </div>
      {as === 'text' ? (
        <TextView
          definition={data.definition}
          onSay={announce}
          onShow={(element) => {
            setAs('drawing');
            setShow((before) => ({ ids: [element], n: (before?.n ?? 0) + 1 }));
          }}
        />
      ) : (
        <div className={styles.drawing}>
          <ProcessMap definition={data.definition} label={said(data.name)} show={show} />
        </div>
      )}
    </div>
  );
}

function Use({ template }: { template: Template }) {
  const { t } = useTranslation('templates');
  const may = useMay()('definition.write');
  const { busy, use } = useTemplate(template);
  return may ? (
    <Button loading={busy} onClick={use}>
      {t('use')}
    </Button>
  ) : null;
}
