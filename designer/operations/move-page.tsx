/** Taking what runs along to another version: who can go, what has to be chosen, which days move; then it is done, one by one. */
import { Button, Checkbox, Select } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Batch, Surveyed } from '../../contract/api/operations.ts';
import type { Definition } from '../../contract/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { ask, newKey, Refused, send } from '../app/api.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import type { PageProps } from '../app/pages.ts';
import { queryClient, versionQuery } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useWhatFor } from '../work/what-for.ts';
import { Moved } from './foreseen.tsx';
import {
  asksAboutWaits,
  type Choices,
  goingOf,
  type Question,
  questionsOf,
  type Row,
  reasonsOf,
  standsAt,
  wantedOf,
} from './move.ts';
import { MoveProgress } from './move-progress.tsx';
import styles from './operations.module.css';
import { Why } from './why.tsx';

type Survey = z.infer<typeof Surveyed>;

const surveyQuery = (process: string, to: number, choices: Choices) =>
  queryOptions({
    queryKey: ['instances', 'survey', process, to, choices],
    queryFn: ({ signal }) =>
      ask<Survey>(`/definitions/${encodeURIComponent(process)}/migration-plan`, {
        method: 'POST',
        key: newKey(),
        body: { to, ...wantedOf(choices) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export function Page({ params }: PageProps) {
  const { t } = useTranslation('operations');
  const may = useMay()('instance.repair');
  const process = params.process ?? '';
  const version = Number(params.version);
  const { data, error } = useQuery({ ...versionQuery(process, version), enabled: may });
  if (!may) return <Empty whole title={t('notYours')} />;
  if (error instanceof Refused) return <Empty whole title={t('move.missing')} />;
  if (!data) return <Failed error={error} />;
  return <Move key={`${process}/${version}`} to={version} definition={data.definition} />;
}

const NOTHING_CHOSEN: Choices = { mapping: {}, waits: false };

function Move({ to, definition }: { to: number; definition: Definition }) {
  const { t } = useTranslation('operations');
  const said = useSaid();
  const [choices, setChoices] = useState(NOTHING_CHOSEN);
  const [known] = useState(() => new Map<string, readonly string[]>());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [going, setGoing] = useState<{ batch: z.infer<typeof Batch>; rows: Row[]; why: string }>();
  const { data, error, isFetching } = useQuery(surveyQuery(definition.id, to, choices));
  const rows = useMemo(() => data?.items ?? [], [data]);
  const whatFor = useWhatFor(useMemo(() => rows.map(({ initiative }) => initiative), [rows]));
  const names = useNamesOf(definition, rows);
  const questions = questionsOf(rows, choices, known);
  for (const { element, candidates } of questions) if (!known.has(element)) known.set(element, candidates);
  const safe = rows.filter(({ plan }) => plan.verdict === 'safe');
  const go = goingOf(rows, chosen);
  const carryOut = async () => {
    setTried(true);
    if (why.trim() === '' || go.length === 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const batch = await send<z.infer<typeof Batch>>('/batches', {
        instances: go.map(({ instance }) => instance),
        do: { type: 'migrate', to, ...wantedOf(choices) },
        why: why.trim(),
      });
      setGoing({ batch, rows: go, why: why.trim() });
      setChosen(new Set());
      setWhy('');
      setTried(false);
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <article className={styles.page}>
      <p className={styles.back}>
        <Link to={`/processes/${encodeURIComponent(definition.id)}`}>
          <IconArrowLeft size={18} aria-hidden /> {said(definition.name)}
        </Link>
      </p>
      <header>
        <h1>{t('move.title', { n: to })}</h1>
        <p className="quiet">{t('move.lead')}</p>
      </header>
      {going ? (
        <MoveProgress
          key={going.batch.id}
          begun={going.batch}
          rows={going.rows}
          why={going.why}
          title={whatFor}
          onSettled={() => void queryClient.invalidateQueries({ queryKey: ['instances'] })}
        />
      ) : null}
      <Failed error={error} />
      {data && rows.length === 0 && !going ? (
        <Empty title={t('move.none')} lead={t('move.noneLead', { n: to })} />
      ) : null}
      {rows.length > 0 && (questions.length > 0 || asksAboutWaits(rows, choices)) ? (
        <section className={`card ${styles.questions}`} aria-labelledby="questions">
          <h2 id="questions">{t('move.questions')}</h2>
          <p className="quiet">{t('move.questionsLead')}</p>
          {questions.map((question) => (
            <Place
              key={question.element}
              question={question}
              value={choices.mapping[question.element]}
              names={names}
              onChange={(place) =>
                setChoices(({ mapping: { [question.element]: _, ...rest }, ...more }) => ({
                  ...more,
                  mapping: place === null ? rest : { ...rest, [question.element]: place },
                }))
              }
            />
          ))}
          {asksAboutWaits(rows, choices) ? (
            <Checkbox
              label={t('move.waits')}
              description={t('move.waitsHint')}
              checked={choices.waits}
              onChange={(event) => {
                const waits = event.currentTarget.checked;
                setChoices((before) => ({ ...before, waits }));
              }}
            />
          ) : null}
        </section>
      ) : null}
      {rows.length > 0 ? (
        <section className="card" aria-labelledby="who" aria-busy={isFetching}>
          <h2 id="who">{t('move.who', { count: rows.length })}</h2>
          <Checkbox
            label={t('move.all', { count: safe.length })}
            disabled={safe.length === 0}
            checked={safe.length > 0 && go.length === safe.length}
            indeterminate={go.length > 0 && go.length < safe.length}
            onChange={(event) =>
              setChosen(new Set(event.currentTarget.checked ? safe.map(({ instance }) => instance) : []))
            }
          />
          <ul className={styles.rows}>
            {rows.map((row) => (
              <One
                key={row.instance}
                row={row}
                title={whatFor(row)}
                names={names}
                isChosen={chosen.has(row.instance)}
                onChoose={(is) =>
                  setChosen((before) => {
                    const next = new Set(before);
                    if (is) next.add(row.instance);
                    else next.delete(row.instance);
                    return next;
                  })
                }
              />
            ))}
          </ul>
          <div className={styles.carryOut}>
            <Why w="100%" maw="36rem" why={why} tried={tried} onChange={setWhy} />
            <Failed error={problem} />
            <Button loading={busy} disabled={go.length === 0} onClick={() => void carryOut()}>
              {t('move.go', { count: go.length })}
            </Button>
          </div>
        </section>
      ) : null}
    </article>
  );
}

interface PlaceProps {
  question: Question;
  value: string | undefined;
  names(element: string): string;
  onChange(place: string | null): void;
}

function Place({ question, value, names, onChange }: PlaceProps) {
  const { t } = useTranslation('operations');
  return (
    <Select
      maw="36rem"
      label={t('move.place', { name: names(question.element) })}
      placeholder={t('move.placeChoose')}
      clearable
      searchable
      openOnFocus={false}
      value={value ?? null}
      data={question.candidates.map((candidate) => ({ value: candidate, label: names(candidate) }))}
      onChange={onChange}
    />
  );
}

const MARKS = { safe: IconCheck, choice: IconQuestionMark, impossible: IconX } as const;

interface OneProps {
  row: Row;
  title: string;
  names(element: string): string;
  isChosen: boolean;
  onChoose(is: boolean): void;
}

function One({ row, title, names, isChosen, onChoose }: OneProps) {
  const { t } = useTranslation('operations');
  const { verdict, rescheduled } = row.plan;
  const Mark = MARKS[verdict];
  return (
    <li>
      <Checkbox
        label={title}
        description={
          row.version === undefined
            ? undefined
            : t('move.on', { n: row.version, at: standsAt(row).map(names).join(', ') })
        }
        disabled={verdict !== 'safe'}
        checked={verdict === 'safe' && isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div>
        <p className={styles.verdict} data-verdict={verdict}>
          <Mark size={18} stroke={2} aria-hidden /> {t(`move.verdict.${verdict}`)}
        </p>
        {reasonsOf(row).map(({ code, element }) => (
          <p key={`${code} ${element}`}>{t(`move.reason.${code}`, { name: names(element) })}</p>
        ))}
        {rescheduled.length > 0 ? (
          <details>
            <summary>{t('move.days', { count: rescheduled.length })}</summary>
            <ul className={styles.days}>
              <Moved rescheduled={rescheduled} names={names} as="li" />
            </ul>
          </details>
        ) : verdict === 'safe' ? (
          <p className="quiet">{t('move.noDays')}</p>
        ) : null}
      </div>
    </li>
  );
}

/** What elements are called in the version they go to, else in the one they come from. */
function useNamesOf(to: Definition, rows: readonly Row[]): (element: string) => string {
  const language = useLanguage();
  const old = [...new Set(rows.flatMap(({ version }) => (version === undefined ? [] : [version])))];
  const before = useQueries({
    queries: old.map((version) => versionQuery(to.id, version)),
    combine: (results) => results.flatMap(({ data }) => (data ? [data.definition] : [])),
  });
  return (element) => {
    const bare = element.replace(/\.confirm$/, '');
    const found = [to, ...before]
      .flatMap(({ elements }) => elements)
      .find(({ id }) => id === element || id === bare);
    return found ? titleOf(found, language) : element;
  };
}
