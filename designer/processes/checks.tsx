/** What deserves attention in the drawing: the worst first, each leading to its place; and every way through it, when asked. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Finding } from '../../contract/index.ts';
import type { Known } from '../../core/check/index.ts';
import { useSaid } from '../app/i18n.ts';
import { BurdenShown } from '../burden/burden.tsx';
import { checker } from './checker.ts';
import { FindingButton } from './finding-button.tsx';
import styles from './process-page.module.css';
import { type Ways, WaysFound } from './ways.tsx';

/** Checks a little after hands rest, beside the page, so that drawing stays smooth. */
export function useFindings(definition: Definition, known: Known): Finding[] | undefined {
  const [findings, setFindings] = useState<Finding[]>();
  useEffect(() => {
    let over = false;
    const tell = (found: Finding[]) => {
      // The same findings are the same to everything that shows them.
      if (!over) setFindings((before) => (sameFindings(before, found) ? before : found));
    };
    const timer = setTimeout(() => checker.check(definition, known, tell), 250);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [definition, known]);
  return findings;
}

const sameFindings = (a: Finding[] | undefined, b: Finding[]): boolean =>
  a?.length === b.length && JSON.stringify(a) === JSON.stringify(b);

interface Props {
  definition: Definition;
  findings: Finding[] | undefined;
  ways: Ways;
  onShow(place: Pick<Finding, 'element'>): void;
}

export function Checks({ definition, findings, ways, onShow }: Props) {
  return (
    <>
      <Found findings={findings} onShow={onShow} />
      <BurdenShown definition={definition} onShow={onShow} />
      <WaysFound definition={definition} ways={ways} onShow={onShow} />
    </>
  );
}

function Found({ findings, onShow }: Pick<Props, 'findings' | 'onShow'>) {
  const { t } = useTranslation('processes');
  const said = useSaid();
  if (!findings) return <p className={styles.quietNote}>{t('findings.checking')}</p>;
  if (findings.length === 0) return <p className={styles.quietNote}>{t('findings.none')}</p>;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.element} ${said(finding.message)}`}>
          <FindingButton finding={finding} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}
