/** Keeps what was just played as a scenario, and says what that adds. */
import { Button, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { writtenMoment } from '../../core/texts/index.ts';
import { coverageOf, type Places, seenIn } from '../../core/trying/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { useMay } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import styles from './play.module.css';
import { keepScenario, scenariosQuery } from './scenarios-api.ts';
import type { PlaySession } from './session.ts';
import type { Runs } from './use-runs.ts';

interface Props {
  session: PlaySession;
  places: Places;
  runs: Runs;
  /** What the story is called already, where it was told elsewhere. */
  title: string | undefined;
}

export function KeepStory({ session, places, runs, title }: Props) {
  const { t } = useTranslation('trying');
  const language = useLanguage();
  const may = useMay();
  const client = useQueryClient();
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { length } = session.facts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts are added to one and the same list
  const gain = useMemo(() => {
    const before = [...runs.results.values()].map(({ seen }) => seen);
    const [without, with_] = [before, [...before, seenIn(session.facts, session.definition)]].map((all) =>
      coverageOf(places, all),
    );
    const seen = (of: typeof without) => Object.values(of?.parts ?? {}).reduce((n, part) => n + part.seen, 0);
    return {
      count: seen(with_) - seen(without),
      percent: Math.round(((with_?.share ?? 0) - (without?.share ?? 0)) * 1_000) / 10,
    };
  }, [runs.results, session, places, length]);
  if (!may('definition.write')) return null;
  const usual =
    title ?? t('keepNamed', { when: writtenMoment(language, dutchCalendar.zone, session.at, session.today) });
  const keep = async () => {
    setBusy(true);
    setError(undefined);
    const title = (name ?? usual).trim() || usual;
    try {
      await keepScenario(session.definition.id, session.written(title));
      await client.invalidateQueries({ queryKey: scenariosQuery(session.definition.id).queryKey });
      announce(t('kept', { name: title }));
      setName(undefined);
    } catch (error) {
      setError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p className="quiet">
        {t('keepLead')}{' '}
        {runs.busy
          ? t('keepBusy')
          : gain.count > 0
            ? t('keepGain', { count: gain.count, percent: gain.percent.toLocaleString(language) })
            : t('keepNoGain')}
      </p>
      <TextInput
        size="sm"
        label={t('keepName')}
        value={name ?? usual}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="light"
        loading={busy}
        leftSection={<IconBookmarkPlus size={18} aria-hidden />}
      >
        {t('keep')}
      </Button>
      {error ? <Failed error={error} /> : null}
    </form>
  );
}
