/** The gallery: the organisation's own ways of working, and ready-made ones to begin with. */
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { said, useLanguage, useSaid } from '../app/i18n.ts';
import { go, Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { Waiting } from '../publishing/waiting.tsx';
import { announce } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import { TemplateCard } from '../templates/template-card.tsx';
import { templatesQuery } from '../templates/templates-api.ts';
import { BeginEmpty } from './begin-empty.tsx';
import type { Opened } from './files.ts';
import styles from './gallery-page.module.css';
import { OpenFile } from './open-file.tsx';
import { createDraft, definitionsQuery, type Summary } from './processes-api.ts';

export function Page() {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const queries = useQueryClient();
  const may = useMay()('definition.write');
  const { data: own } = useQuery(definitionsQuery);
  const { data: templates } = useQuery(templatesQuery);
  const failure = useFailureWords();
  const file = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ name: string; opened: Opened }>();
  const make = async (definitions: Definition[]) => {
    let first: string | undefined;
    let made = 0;
    for (const definition of definitions)
      try {
        const { id } = await createDraft(definition);
        first ??= id;
        made += 1;
      } catch (error) {
        announce(t('file.stopped', { name: said(definition.name, language), why: failure(error) }));
        break;
      }
    await queries.invalidateQueries({ queryKey: ['definitions'] });
    setChosen(undefined);
    if (made > 1 && made === definitions.length) announce(t('file.made', { count: made }));
    if (first !== undefined) go(`/processes/${encodeURIComponent(first)}`);
  };
  const open = async (file: File) => {
    const { openFile } = await import('./files.ts');
    const opened = await openFile(
      file,
      (own ?? []).map(({ id }) => id),
    );
    // What was saved here comes back as it was: there is nothing to ask.
    if (opened.ok && opened.from === 'json') await make(opened.definitions);
    else setChosen({ name: file.name, opened });
  };
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet">{t('lead')}</p>
        </div>
        {may ? (
          <>
            <input
              ref={file}
              type="file"
              accept=".json,.bpmn,.xml,.dmn,application/json,application/xml,text/xml"
              aria-label={t('import')}
              hidden
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) void open(file).catch((error: unknown) => announce(failure(error)));
                event.currentTarget.value = '';
              }}
            />
            <Button
              variant="default"
              leftSection={<IconUpload size={18} aria-hidden />}
              onClick={() => file.current?.click()}
            >
              {t('import')}
            </Button>
            <BeginEmpty
              taken={(own ?? []).map(({ id }) => id)}
              onBegin={(definition) => make([definition])}
            />
          </>
        ) : null}
      </header>
      <Waiting />
      {own?.length ? (
        <section aria-labelledby="own">
          <h2 id="own">{t('own')}</h2>
          <ul className={styles.own}>
            {own.map((one) => (
              <Own
                key={one.id}
                one={one}
                isTemplate={templates?.some(({ id, own }) => own && id === one.id) ?? false}
              />
            ))}
          </ul>
        </section>
      ) : own ? (
        <Empty title={t('none.title')} lead={t('none.lead')} />
      ) : null}
      <section aria-labelledby="templates">
        <h2 id="templates">{t('templates')}</h2>
        <p className="quiet">{t('templatesLead')}</p>
        <ul className={styles.templates}>
          {(templates ?? []).map((template) => (
            <TemplateCard key={template.id} template={template} />
          ))}
        </ul>
      </section>
      {chosen ? (
        <OpenFile
          name={chosen.name}
          opened={chosen.opened}
          onOpen={make}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </div>
  );
}

function Own({ one, isTemplate }: { one: Summary; isTemplate: boolean }) {
  const { t } = useTranslation('processes');
  const { t: tTemplates } = useTranslation('templates');
  const { t: tOwn } = useTranslation('ownCopy');
  const said = useSaid();
  const days = useDays();
  return (
    <li className="card">
      <Link to={`/processes/${one.id}`} className={styles.ownName}>
        {said(one.name)}
      </Link>
      <span className="quiet">
        {[
          isTemplate ? tTemplates('editing') : undefined,
          one.version === undefined ? t('notPublished') : t('version', { n: one.version }),
          one.ownCopy ? tOwn('mark') : undefined,
          one.changedAt ? t('changed', { date: days.short(days.dateOf(one.changedAt)) }) : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
