/** The scenarios of a process: each holds or does not, and what all of them together come to. */
import { Button } from '@mantine/core';
import {
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconFileDownload,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { nameOf } from '../../core/prose/say.ts';
import {
  begunWith,
  type Coverage,
  PARTS,
  type StoryItem,
  stageOfKept,
  writeScenario,
} from '../../core/trying/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { useMay } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import { failureWords } from './failure-words.ts';
import styles from './play.module.css';
import { ScenarioWords } from './scenario-words.tsx';
import { type Kept, removeScenario, saveScenario, scenarioFile, scenariosQuery } from './scenarios-api.ts';
import { toldSteps } from './told-steps.ts';
import { UploadScenario } from './upload-scenario.tsx';
import type { Run, Runs } from './use-runs.ts';

interface Props {
  definition: Definition;
  /** Processes that it calls. */
  called: readonly Definition[];
  scenarios: readonly Kept[];
  runs: Runs;
  coverage: Coverage;
  onOpen(kept: Kept): void;
}

export function ScenariosPanel({ definition, called, scenarios, runs, coverage, onOpen }: Props) {
  const { t } = useTranslation('trying');
  const may = useMay();
  const done = scenarios.flatMap(({ id }) => runs.results.get(id) ?? []);
  const red = done.filter(({ ok }) => !ok).length;
  return (
    <>
      <p style={{ margin: 0 }}>{t('lead')}</p>
      {may('definition.write') ? (
        <div className={styles.buttons}>
          <UploadScenario process={definition.id} />
        </div>
      ) : null}
      {scenarios.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <>
          <div className={styles.buttons}>
            <Button
              leftSection={<IconPlayerPlay size={18} aria-hidden />}
              loading={runs.busy}
              onClick={runs.run}
            >
              {t('runAll')}
            </Button>
          </div>
          <p role="status" className={styles.line}>
            {runs.busy
              ? t('running')
              : red > 0
                ? t('someRed', { count: red, all: scenarios.length })
                : t('allGreen', { count: scenarios.length })}
          </p>
        </>
      )}
      <ul className={styles.list}>
        {scenarios.map((kept) => (
          <OneScenario
            key={kept.id}
            kept={kept}
            definition={definition}
            called={called}
            run={runs.results.get(kept.id)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <CoverageShown definition={definition} coverage={coverage} />
    </>
  );
}

function OneScenario({
  kept,
  definition,
  called,
  run,
  onOpen,
}: {
  kept: Kept;
  definition: Definition;
  called: readonly Definition[];
  run: Run | undefined;
  onOpen(kept: Kept): void;
}) {
  const { t } = useTranslation('trying');
  const may = useMay();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const [writing, setWriting] = useState(false);
  const [error, setError] = useState<unknown>();
  const name = kept.scenario.scenario;
  const remove = async () => {
    if (!sure) return setSure(true);
    try {
      await removeScenario(kept.process, kept.id);
      announce(t('removed', { name }));
      await client.invalidateQueries({ queryKey: scenariosQuery(kept.process).queryKey });
    } catch (error) {
      setError(error);
    }
  };
  /** The same steps, and what they come to on the drawing as it is now. */
  const accept = async () => {
    try {
      const { scenario } = kept;
      const written = scenario as Parameters<typeof stageOfKept>[1];
      const begun = begunWith(stageOfKept(definition, written, called), written);
      const { steps } = writeScenario({
        title: name,
        process: kept.process,
        ...begun,
      });
      await saveScenario(kept, { ...scenario, steps });
      announce(t('accepted', { name }));
      await client.invalidateQueries({ queryKey: scenariosQuery(kept.process).queryKey });
    } catch (error) {
      setError(error);
    }
  };
  const state = run === undefined ? 'waitingToRun' : run.ok ? 'green' : 'red';
  const Icon = run === undefined ? IconClockPause : run.ok ? IconCircleCheck : IconCircleX;
  return (
    <li className={styles.scenario} data-state={state}>
      <div className={styles.taskHead}>
        <Icon size={20} aria-hidden />
        <strong>{name}</strong>
        <span className={styles.verdict}>{t(state)}</span>
      </div>
      {kept.scenario.description ? <p className={styles.line}>{kept.scenario.description}</p> : null}
      {writing ? <ScenarioWords kept={kept} onClose={() => setWriting(false)} /> : null}
      {run && !run.ok ? <WhyRed kept={kept} run={run} all={[definition, ...called]} /> : null}
      <div className={styles.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('openOf', { name })}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => onOpen(kept)}
        >
          {t('open')}
        </Button>
        {run && !run.ok && !run.invalid && may('definition.write') ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('acceptOf', { name })}
            leftSection={<IconCheck size={16} aria-hidden />}
            onClick={() => void accept()}
          >
            {t('accept')}
          </Button>
        ) : null}
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={scenarioFile(kept.process, kept.id)}
          download={`${kept.process}-${kept.id.slice(-6).toLowerCase()}.scenario.yaml`}
          aria-label={t('fileOf', { name })}
          leftSection={<IconFileDownload size={16} aria-hidden />}
        >
          {t('file')}
        </Button>
        {may('definition.write') ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={writing}
            aria-label={t('wordsOf', { name })}
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setWriting(!writing)}
          >
            {t('rewrite')}
          </Button>
        ) : null}
        {may('definition.write') ? (
          <Button
            size="compact-sm"
            variant={sure ? 'light' : 'default'}
            color={sure ? 'late' : 'us'}
            aria-label={sure ? `${t('removeOf', { name })}: ${t('removeSure')}` : t('removeOf', { name })}
            leftSection={<IconTrash size={16} aria-hidden />}
            onBlur={() => setSure(false)}
            onClick={() => void remove()}
          >
            {sure ? t('removeSure') : t('remove')}
          </Button>
        ) : null}
      </div>
      {error ? <Failed error={error} /> : null}
    </li>
  );
}

function WhyRed({ kept, run, all }: { kept: Kept; run: Run; all: [Definition, ...Definition[]] }) {
  const { t } = useTranslation('trying');
  const language = useLanguage();
  const steps = kept.scenario.steps as StoryItem[];
  const told = toldSteps(steps, all, language);
  const [first] = run.failures;
  const step = (n: number) => t('step', { n, step: told[n - 1] ?? '' });
  if (!first) {
    const [gone] = run.invalid ?? [];
    return (
      <div className={styles.why}>
        {gone && gone.line > 0 ? <p>{step(gone.line)}</p> : null}
        <p>{t('gone', { what: /'([^']+)'/.exec(gone?.message ?? '')?.[1] ?? gone?.message ?? '' })}</p>
      </div>
    );
  }
  const words = failureWords(first, steps[first.line - 1], all[0], language, t);
  return (
    <div className={styles.why}>
      <p>{step(first.line)}</p>
      <dl>
        <dt>{t('expected')}</dt>
        <dd>{words.expected}</dd>
        <dt>{t('got')}</dt>
        <dd>{words.got}</dd>
      </dl>
      {run.failures.length > 1 ? <p>{t('more', { count: run.failures.length - 1 })}</p> : null}
    </div>
  );
}

function CoverageShown({ definition, coverage }: { definition: Definition; coverage: Coverage }) {
  const { t } = useTranslation('trying');
  const language = useLanguage();
  const flowName = (id: string) => {
    const flow = definition.flows.find((one) => one.id === id);
    return flow
      ? `${nameOf(definition, flow.from, language)} → ${nameOf(definition, flow.to, language)}`
      : nameOf(definition, id, language);
  };
  const rungs = Object.keys(coverage.missedRungs);
  return (
    <section className={styles.coverage} aria-labelledby="coverage">
      <h2 id="coverage">{t('coverage')}</h2>
      <strong className={styles.share}>
        {t('coverageShare', { percent: Math.round(coverage.share * 100) })}
      </strong>
      <dl className={styles.parts}>
        {PARTS.map((part) => {
          const { seen, all } = coverage.parts[part];
          return all === 0 ? null : (
            <div key={part}>
              <dt>{t(part)}</dt>
              <dd>
                {t('ofAll', { seen, all })}
                <span className={styles.bar} aria-hidden>
                  <span style={{ width: `${(100 * seen) / all}%` }} />
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      {coverage.missed.length + rungs.length > 0 ? (
        <>
          <p className={styles.line}>{t('legend')}</p>
          <details>
            <summary>{t('missed', { count: coverage.missed.length })}</summary>
            <ul className={styles.steps}>
              {coverage.missed.map((id) => (
                <li key={id}>{flowName(id)}</li>
              ))}
              {rungs.length > 0 ? (
                <li>
                  {t('missedRungs', {
                    list: rungs.map((id) => nameOf(definition, id, language)).join(', '),
                  })}
                </li>
              ) : null}
            </ul>
          </details>
        </>
      ) : null}
    </section>
  );
}
