/** First what would happen, then why, then it is done; whatever changes in between is looked at anew. */
import { Button, Checkbox } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '../../contract/index.ts';
import { send } from '../app/api.ts';
import { useAct } from '../app/use-act.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import { Foreseen } from './foreseen.tsx';
import styles from './operations.module.css';
import {
  actsOf,
  type Incident,
  leavingOf,
  NOTHING,
  type Previewed,
  type Token,
  together,
  type Wanted,
} from './repair.ts';
import { Why } from './why.tsx';

interface Props {
  instance: string;
  /** Number of the last fact: when it goes up, something happened meanwhile. */
  n: number;
  wanted: Wanted;
  tokens: readonly Token[];
  stuck: readonly Incident[];
  names(element: string): string;
  onWanted(wanted: Wanted): void;
}

interface Seen {
  preview: Previewed;
  /** What it was asked about. */
  about: string;
  /** Tried again afterwards, which nobody can foresee. */
  after: string[];
}

export function CarryOut({ instance, n, wanted, tokens, stuck, names, onWanted }: Props) {
  const { t } = useTranslation('operations');
  const [seen, setSeen] = useState<Seen>();
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct();
  const acts = actsOf(wanted, why.trim() || '-', tokens, stuck);
  const about = JSON.stringify([n, wanted]);
  // What leaves its place is not tried again there.
  const leaving = leavingOf(wanted, tokens);
  const staying = stuck.filter(({ element }) => !leaving.has(element));
  const isSeen = seen?.about === about;
  const look = async () => {
    setLooking(true);
    setProblem(undefined);
    try {
      // What is tried again after a change depends on that change: only the change itself is foreseen.
      const modify = acts.find(({ type }) => type === 'modify');
      const rest = acts.filter((one) => one !== modify);
      const asked = modify ? [modify] : rest;
      const previews = await Promise.all(
        asked.map((one) => send<Previewed>(`/instances/${instance}/preview`, one)),
      );
      const after = modify ? rest.flatMap((one) => placeOf(one, stuck)) : [];
      setSeen({ preview: together(previews), about, after });
    } catch (error) {
      setProblem(error);
    } finally {
      setLooking(false);
    }
  };
  const carryOut = async () => {
    setTried(true);
    if (why.trim() === '') return;
    for (const one of acts) if (!(await act.run(`/instances/${instance}/acts`, one))) return;
    onWanted(NOTHING);
    setSeen(undefined);
    setWhy('');
    setTried(false);
    announce(t('repair.done'));
  };
  return (
    <div className={styles.carryOut}>
      {staying.length > 0 ? (
        <Checkbox.Group
          label={t('repair.retry')}
          value={[...wanted.retries]}
          onChange={(retries) => onWanted({ ...wanted, retries })}
        >
          {staying.map(({ incident, element }) => (
            <Checkbox key={incident} mt={8} value={incident} label={names(element)} />
          ))}
        </Checkbox.Group>
      ) : null}
      <Button
        variant={isSeen ? 'default' : 'filled'}
        loading={looking}
        disabled={acts.length === 0}
        leftSection={<IconEye size={18} aria-hidden />}
        onClick={() => void look()}
      >
        {t('repair.look')}
      </Button>
      {seen && !isSeen ? <p role="status">{t('repair.changed')}</p> : null}
      <Failed error={problem} />
      {seen && isSeen ? (
        <section aria-labelledby="foreseen" className={styles.foreseen}>
          <h3 id="foreseen" tabIndex={-1} ref={focused}>
            {seen.preview.refused ? t('repair.refused') : t('repair.foreseen')}
          </h3>
          {seen.preview.refused ? (
            <p lang="en">{seen.preview.refused.message}</p>
          ) : (
            <>
              <Foreseen preview={seen.preview} names={names} after={seen.after} />
              <Why why={why} tried={tried} onChange={setWhy} />
              <Failed error={act.error} />
              <Button loading={act.busy} onClick={() => void carryOut()}>
                {t('repair.go')}
              </Button>
            </>
          )}
        </section>
      ) : null}
    </div>
  );
}

/** Somebody who listens goes on there. */
const focused = (heading: HTMLHeadingElement | null) => heading?.focus();

const placeOf = (act: Act, stuck: readonly Incident[]): string[] =>
  act.type === 'retry'
    ? stuck.filter(({ incident }) => incident === act.incident).map(({ element }) => element)
    : [];
