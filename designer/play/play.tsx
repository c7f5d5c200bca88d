/** Trying a process out in the browser: playing it, the scenarios that are kept with it, and breaking it. */
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { InvalidDefinition } from '../../core/engine/compile.ts';
import { InvalidScenario } from '../../core/scenario/index.ts';
import {
  type Broken,
  begunWith,
  coverageOf,
  placesOf,
  type StoryItem,
  stageOfKept,
} from '../../core/trying/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { ProcessMap } from '../canvas/process-map.tsx';
import { BreakPanel, useHunt } from './break-panel.tsx';
import { CAST } from './cast.ts';
import styles from './play.module.css';
import { type Kept, scenariosQuery } from './scenarios-api.ts';
import { ScenariosPanel } from './scenarios-panel.tsx';
import { type Opened, PlaySession } from './session.ts';
import { Stage } from './stage.tsx';
import { toldSteps } from './told-steps.ts';
import { type Called, useCalled } from './use-called.ts';
import { useRuns } from './use-runs.ts';

type Tab = 'play' | 'scenarios' | 'breaking';

export function Play({ definition }: { definition: Definition }) {
  const { t } = useTranslation('trying');
  const called = useCalled(definition);
  return called ? (
    <Trying definition={definition} called={called} />
  ) : (
    <p className={styles.broken} role="status">
      {t('calledReading')}
    </p>
  );
}

function Trying({ definition, called }: { definition: Definition; called: Called }) {
  const { t } = useTranslation('play');
  const trying = useTranslation('trying').t;
  const language = useLanguage();
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const [run, setRun] = useState(0);
  const [tab, setTab] = useState<Tab>('play');
  const [opened, setOpened] = useState<Opened>();
  const { data: scenarios } = useQuery(scenariosQuery(definition.id));
  const runs = useRuns(definition, scenarios, called.definitions);
  const hunt = useHunt(definition, called.definitions);
  const all = [definition, ...called.definitions] as const;
  const places = useMemo(() => placesOf(definition), [definition]);
  const coverage = useMemo(
    () =>
      coverageOf(
        places,
        [...runs.results.values()].map(({ seen }) => seen),
      ),
    [places, runs.results],
  );
  const covered = useMemo(() => {
    const missed = new Set(coverage.missed);
    return [...places.elements, ...places.flows].filter((id) => !missed.has(id));
  }, [places, coverage]);
  const cast = useMemo(() => Object.fromEntries(CAST.map((role) => [role, t(`people.${role}`)])), [t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: beginning again makes a new world of the same things
  const session = useMemo(() => {
    try {
      const begun = new PlaySession(definition, day, language, cast, opened, called.definitions);
      if (opened) begun.goOn();
      return begun;
    } catch (error) {
      if (error instanceof InvalidDefinition) return undefined;
      throw error;
    }
  }, [definition, called, day, language, cast, opened, run]);
  const open = (story: Opened | undefined) => {
    setOpened(story);
    setRun(run + 1);
    setTab('play');
  };
  const openKept = ({ scenario }: Kept) => {
    const items = scenario.steps as StoryItem[];
    const written = scenario as Parameters<typeof stageOfKept>[1];
    try {
      const begun = begunWith(stageOfKept(definition, written, called.definitions), written);
      open({ title: scenario.scenario, ...begun, labels: toldSteps(begun.items, all, language) });
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error;
      // It names what is gone: as far as it goes, with the people of here.
      open({ title: scenario.scenario, items, labels: toldSteps(items, all, language) });
    }
  };
  const openBroken = ({ story }: Broken, title: string) => {
    const [date] = String(story[0]?.at ?? day).split('T');
    if (date) setDay(date);
    open({ title, items: story, labels: toldSteps(story, all, language) });
  };
  if (!session) return <p className={styles.broken}>{t('broken')}</p>;
  const tabs = (
    <SegmentedControl
      fullWidth
      size="sm"
      aria-label={trying('tabs')}
      value={tab}
      onChange={(value) => setTab(value as Tab)}
      data={[
        { value: 'play', label: trying('play') },
        {
          value: 'scenarios',
          label: scenarios?.length ? `${trying('scenarios')} (${scenarios.length})` : trying('scenarios'),
        },
        { value: 'breaking', label: trying('breaking') },
      ]}
    />
  );
  if (tab === 'play')
    return (
      <Stage
        key={`${run} ${day} ${language}`}
        session={session}
        day={day}
        tabs={tabs}
        opened={opened}
        places={places}
        runs={runs}
        missing={called.missing}
        onDay={setDay}
        onAgain={() => setRun(run + 1)}
        onClose={() => open(undefined)}
        cast={cast}
      />
    );
  return (
    <div className={styles.play}>
      <div className={tab === 'scenarios' ? `${styles.map} ${styles.missed}` : styles.map}>
        {tab === 'scenarios' ? (
          <ProcessMap definition={definition} walked={covered} label={trying('coverageMap')} />
        ) : (
          <ProcessMap definition={definition} />
        )}
      </div>
      <section className={styles.panel} aria-label={trying(tab)}>
        {tabs}
        {tab === 'scenarios' ? (
          <ScenariosPanel
            definition={definition}
            called={called.definitions}
            scenarios={scenarios ?? []}
            runs={runs}
            coverage={coverage}
            onOpen={openKept}
          />
        ) : (
          <BreakPanel definition={definition} called={called.definitions} hunt={hunt} onOpen={openBroken} />
        )}
      </section>
    </div>
  );
}
