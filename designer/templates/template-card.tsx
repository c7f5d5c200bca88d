/** One template in the gallery: how it looks, what it is for, and beginning with it; an own one can be edited and removed. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import styles from '../processes/gallery-page.module.css';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { Preview } from './preview.tsx';
import { TakenFrom } from './taken-from.tsx';
import { previewOf, type Template, templateAt } from './templates-api.ts';
import { useTemplate } from './use-template.ts';

export function TemplateCard({ template }: { template: Template }) {
  const { t } = useTranslation('templates');
  const said = useSaid();
  const may = useMay();
  const queries = useQueryClient();
  const { busy, mine, use, edit } = useTemplate(template);
  const [removing, setRemoving] = useState(false);
  const name = said(template.name);
  const mayChange = template.own !== undefined && may('template.write');
  return (
    <li className={`card ${styles.template}`}>
      <Preview template={template} />
      <h3>{name}</h3>
      <p>{said(template.summary)}</p>
      <TakenFrom template={template} />
      <div className={styles.buttons}>
        {may('definition.write') ? (
          <Button loading={busy} aria-label={`${t('use')}: ${name}`} onClick={use}>
            {t('use')}
          </Button>
        ) : null}
        <Link to={previewOf(template.id)} className={styles.open} aria-label={`${t('look')}: ${name}`}>
          {t('look')}
        </Link>
        {mine ? (
          <Link to={`/processes/${mine.id}`} className={styles.open} aria-label={`${t('openOwn')}: ${name}`}>
            {t('openOwn')}
          </Link>
        ) : null}
        {mayChange ? (
          <>
            <Button variant="default" aria-label={`${t('edit')}: ${name}`} onClick={edit}>
              {t('edit')}
            </Button>
            <Button
              variant="subtle"
              color="late"
              px="xs"
              aria-label={`${t('remove')}: ${name}`}
              onClick={() => setRemoving(true)}
            >
              {t('remove')}
            </Button>
          </>
        ) : null}
      </div>
      {removing ? (
        <MoveDialog
          title={t('removeTitle', { name })}
          lead={t('removeLead')}
          go={t('remove')}
          color="late"
          said={t('removed', { name })}
          request={() => ({ path: templateAt(template.id), body: {}, method: 'DELETE' })}
          onClose={(done) => {
            setRemoving(false);
            if (done) void queries.invalidateQueries({ queryKey: ['definitions'] });
          }}
        />
      ) : null}
    </li>
  );
}
