/** Every way the drawing can go, played on the engine while somebody waits: what may go wrong, and how it comes to that. */
import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Finding } from '../../contract/index.ts';
import type { Known } from '../../core/check/index.ts';
import { InvalidDefinition } from '../../core/engine/compile.ts';
import type { Explored } from '../../core/explore/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { FindingButton } from './finding-button.tsx';
import styles from './process-page.module.css';
import { storySteps } from './story-steps.ts';

/** As much as somebody who draws can wait for. */
const MOST = { maxStates: 2_000, maxSteps: 10_000 };
/** Milliseconds of work at a stretch: the screen goes on moving. */
const STRETCH = 12;

type Looked = { of: Definition; found: Explored } | 'impossible';

export interface Ways {
  looking: boolean;
  looked: Looked | undefined;
  look(): void;
}

/** What was found stays, whatever else of the page one turns to. */
export function useWays(definition: Definition, known: Known): Ways {
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState<Looked>();
  const run = useRef(0);
  // Whoever goes on drawing, or leaves, waits for nothing any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing ends it
  useEffect(
    () => () => {
      run.current += 1;
      setLooking(false);
    },
    [definition],
  );

  async function look() {
    run.current += 1;
    const mine = run.current;
    setLooking(true);
    try {
      const [{ exploring, stretch }, { modelOf }] = await Promise.all([
        import('../../core/explore/index.ts'),
        import('../../core/check/index.ts'),
      ]);
      const work = exploring(modelOf(definition, known), MOST);
      while (mine === run.current) {
        const until = performance.now() + STRETCH;
        const done = stretch(work, () => performance.now() >= until);
        if (done) {
          setLooked({ of: definition, found: done.value });
          break;
        }
        await new Promise((go) => setTimeout(go));
      }
    } catch (error) {
      if (!(error instanceof InvalidDefinition)) throw error;
      if (mine === run.current) setLooked('impossible');
    } finally {
      if (mine === run.current) setLooking(false);
    }
  }
  return { looking, looked, look: () => void look() };
}

interface Props {
  definition: Definition;
  ways: Ways;
  onShow(finding: Finding): void;
}

export function WaysFound({ definition, ways, onShow }: Props) {
  const { t } = useTranslation('processes');
  const language = useLanguage();
  const { looking, looked, look } = ways;
  const found = looked !== undefined && looked !== 'impossible' ? looked.found : undefined;
  return (
    <section className={styles.ways} aria-busy={looking} aria-labelledby="every-way">
      <h2 id="every-way">{t('ways.title')}</h2>
      <p className={styles.quietNote}>{t('ways.lead')}</p>
      <Button
        variant="light"
        size="compact-md"
        leftSection={<IconArrowsSplit2 size={18} aria-hidden />}
        loading={looking}
        onClick={look}
      >
        {t('ways.go')}
      </Button>
      <div role="status">
        {looked === 'impossible' ? <p className={styles.quietNote}>{t('ways.impossible')}</p> : null}
        {looked !== undefined && looked !== 'impossible' && looked.of !== definition ? (
          <p className={styles.quietNote}>{t('ways.changed')}</p>
        ) : null}
        {found?.findings.length === 0 ? <p className={styles.quietNote}>{t('ways.none')}</p> : null}
      </div>
      {found && found.findings.length > 0 ? (
        <ul className={styles.findings}>
          {found.findings.map((finding) => (
            <li key={`${finding.rule} ${finding.element}`}>
              <FindingButton finding={finding} onShow={onShow} />
              {finding.story ? (
                <details className={styles.story}>
                  <summary>{t('ways.how')}</summary>
                  <ol>
                    {storySteps(finding.story, definition, language).map((step, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one story stay in their places
                      <li key={i}>{step}</li>
                    ))}
                  </ol>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
