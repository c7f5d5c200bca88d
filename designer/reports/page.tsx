/** One report, as the team reads it or as others do, with what each initiative said about being in it. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Report, ReportAnswer } from '../../contract/api/reports.ts';
import type { Audience, FrozenFigure, ReportLine } from '../../contract/index.ts';
import { useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { go, Link } from '../app/router.tsx';
import { Behind } from '../monitor/figures.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import { useHowFar } from './list-page.tsx';
import { reportQuery } from './queries.ts';
import styles from './reports.module.css';

const AUDIENCES = ['team', 'outside'] as const satisfies Audience[];

export function Page({ params: { report: id = '' } }: PageProps) {
  const { t } = useTranslation('reports');
  const [audience, setAudience] = useState<Audience>();
  const { data: most, error } = useQuery(reportQuery(id));
  const { data: chosen } = useQuery({
    ...reportQuery(id, audience),
    enabled: audience !== undefined && audience !== most?.audience,
  });
  const report = audience === undefined || audience === most?.audience ? most : (chosen ?? most);
  return (
    <div className={styles.page}>
      <Button
        className="no-print"
        w="fit-content"
        variant="subtle"
        color="quiet"
        size="compact-md"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={() => go('/reports')}
      >
        {t('back')}
      </Button>
      <Failed error={most ? undefined : error} />
      {report ? (
        <>
          <Head report={report} />
          {most?.audience === 'team' ? (
            <div className={`${styles.as} no-print`}>
              <SegmentedControl
                aria-label={t('readAs')}
                data={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
                value={report.audience}
                onChange={(value) => setAudience(value as Audience)}
              />
            </div>
          ) : null}
          <Told report={report} />
          {report.answers ? <Answers answers={report.answers} /> : null}
        </>
      ) : null}
    </div>
  );
}

function Head({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const said = useSaid();
  const days = useDays();
  const howFar = useHowFar(report);
  return (
    <header className={styles.head}>
      <div>
        <h1>{said(report.text.title)}</h1>
        <p className="quiet">
          {t('frozen', { day: days.day(days.dateOf(report.frozenAt)) })} {capital(howFar)}.
        </p>
        {report.audience === 'outside' ? <p className="quiet">{t('careful')}</p> : null}
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
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Told({ report: { text, figures = [] } }: { report: Report }) {
  const { t } = useTranslation('reports');
  const said = useSaid();
  const known = new Map(figures.map((one) => [one.figure, one]));
  return (
    <>
      <section className={styles.section}>
        <h2>{t('comment')}</h2>
        {text.comment ? (
          <p className={styles.comment}>{text.comment}</p>
        ) : (
          <p className="quiet">{t('noComment')}</p>
        )}
      </section>
      {text.sections.map(({ id, title, lines }) => (
        <section key={id} className={styles.section}>
          <h2>{said(title)}</h2>
          <Lines lines={lines} />
          {[...new Set(lines.flatMap(({ figure }) => figure ?? []))].flatMap((figure) => {
            const found = known.get(figure);
            return found ? <Which key={figure} figure={found} /> : [];
          })}
        </section>
      ))}
      {text.corrections.length > 0 ? (
        <section className={styles.section}>
          <h2>{t('corrections')}</h2>
          <Lines lines={text.corrections} />
        </section>
      ) : null}
    </>
  );
}

function Lines({ lines }: { lines: readonly ReportLine[] }) {
  const said = useSaid();
  return (
    <ul>
      {lines.map(({ text, quote }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a report keep their places
        <li key={index}>
          {said(text)}
          {quote ? (
            <>
              {' '}
              <q>{quote}</q>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What was counted, as it was frozen. */
function Which({ figure: { list, rest = [] } }: { figure: FrozenFigure }) {
  const { t } = useTranslation('reports');
  const [open, setOpen] = useState(false);
  const count = list.length + rest.length;
  if (count === 0) return null;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('behind', { count })}</summary>
      {open ? (
        <>
          <Behind title={t('counted')} ids={list} />
          {rest.length > 0 ? <Behind title={t('rest')} ids={rest} /> : null}
        </>
      ) : null}
    </details>
  );
}

function Answers({ answers }: { answers: readonly z.infer<typeof ReportAnswer>[] }) {
  const { t } = useTranslation('reports');
  return (
    <section className={styles.section}>
      <h2>{t('answers.title')}</h2>
      {answers.length === 0 ? (
        <p className="quiet">{t('answers.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('answers.lead')}</p>
          <ul>
            {answers.map(({ initiative, title, consent, wish }) => (
              <li key={initiative}>
                {title === undefined ? (
                  t('answers.gone')
                ) : (
                  <Link to={`/initiatives/${initiative}`}>{title}</Link>
                )}
                : {t(`answers.${consent ?? 'silent'}`)}
                {wish ? (
                  <>
                    {' '}
                    <q>{wish}</q>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
