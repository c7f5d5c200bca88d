/** How far taking along is, what became of each, and the way back while nothing has moved since. */
import { Button, Progress } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Batch } from '../../contract/api/operations.ts';
import { ask } from '../app/api.ts';
import { useAct } from '../app/use-act.ts';
import { Failed } from '../shared/failed.tsx';
import type { Row } from './move.ts';
import styles from './operations.module.css';

type Whole = z.infer<typeof Batch>;

interface Props {
  begun: Whole;
  rows: readonly Row[];
  why: string;
  title(row: Row): string;
  /** All have an answer, or one went back. */
  onSettled(): void;
}

const AGAIN_MS = 700;

export function MoveProgress({ begun, rows, why, title, onSettled }: Props) {
  const { t } = useTranslation('operations');
  const { data = begun } = useQuery({
    queryKey: ['batch', begun.id],
    queryFn: ({ signal }) => ask<Whole>(`/batches/${begun.id}`, { signal }),
    initialData: begun,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.done ? false : AGAIN_MS),
  });
  const { counts, items, done } = data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the last one has its answer
  useEffect(() => {
    if (done) onSettled();
  }, [done]);
  const settled = items.length - counts.pending;
  return (
    <section className="card" aria-labelledby="progress">
      <h2 id="progress" tabIndex={-1} ref={focused}>
        {t('move.progress')}
      </h2>
      <p role="status">
        {done
          ? t('move.ready', { count: counts.done, all: items.length })
          : t('move.busy', { n: settled, all: items.length })}
      </p>
      {done ? null : (
        <Progress
          value={(100 * settled) / items.length}
          aria-label={t('move.progress')}
          transitionDuration={200}
        />
      )}
      <ul className={styles.rows}>
        {items.map(({ instance, state, message }) => {
          const row = rows.find((one) => one.instance === instance);
          return (
            <li key={instance}>
              <span>{row ? title(row) : instance}</span>
              <div>
                <p className={styles.verdict} data-verdict={VERDICTS[state]}>
                  {state === 'done' ? <IconCheck size={18} stroke={2} aria-hidden /> : null}
                  {state === 'refused' || state === 'ended' ? (
                    <IconX size={18} stroke={2} aria-hidden />
                  ) : null}
                  {t(`move.state.${state}`)}
                </p>
                {message && state === 'refused' ? <p lang="en">{message}</p> : null}
                {state === 'done' && row?.version !== undefined ? (
                  <Back
                    instance={instance}
                    to={row.version}
                    name={title(row)}
                    why={t('move.backWhy', { why })}
                    onDone={onSettled}
                  />
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const VERDICTS = { pending: undefined, done: 'safe', refused: 'impossible', ended: 'impossible' } as const;

/** Somebody who listens goes on there. */
const focused = (heading: HTMLHeadingElement | null) => heading?.focus();

interface BackProps {
  instance: string;
  to: number;
  name: string;
  why: string;
  onDone(): void;
}

function Back({ instance, to, name, why, onDone }: BackProps) {
  const { t } = useTranslation('operations');
  const act = useAct();
  const [isBack, setBack] = useState(false);
  if (isBack) return <p role="status">{t('move.isBack', { n: to })}</p>;
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        loading={act.busy}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        aria-label={`${t('move.back', { n: to })}: ${name}`}
        onClick={() =>
          void act.run(`/instances/${instance}/migration`, { to, undo: true, why }).then((done) => {
            if (!done) return;
            setBack(true);
            onDone();
          })
        }
      >
        {t('move.back', { n: to })}
      </Button>
      <Failed error={act.error} />
    </>
  );
}
