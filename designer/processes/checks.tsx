/** What deserves attention in the drawing: the worst first, each leading to its place. */
import { IconAlertCircle, IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Finding } from '../../contract/index.ts';
import { check } from '../../core/check/index.ts';
import { useSaid } from '../app/i18n.ts';
import styles from './process-page.module.css';

/** Checks a little after hands rest, so that drawing stays smooth. */
export function useFindings(
  definition: Definition,
  processes: readonly string[] | undefined,
): Finding[] | undefined {
  const [findings, setFindings] = useState<Finding[]>();
  useEffect(() => {
    const timer = setTimeout(
      () => setFindings(check(definition, processes ? { processes: [...processes] } : {})),
      250,
    );
    return () => clearTimeout(timer);
  }, [definition, processes]);
  return findings;
}

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, hint: IconBulb };

export function Checks({
  findings,
  onShow,
}: {
  findings: Finding[] | undefined;
  onShow(finding: Finding): void;
}) {
  const { t } = useTranslation('processes');
  const said = useSaid();
  if (!findings) return <p className={styles.quietNote}>{t('findings.checking')}</p>;
  if (findings.length === 0) return <p className={styles.quietNote}>{t('findings.none')}</p>;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => {
        const Icon = icons[finding.severity];
        const words = said(finding.message);
        return (
          <li key={`${finding.rule} ${finding.element} ${words}`}>
            <button
              type="button"
              className={styles.finding}
              data-severity={finding.severity}
              onClick={() => onShow(finding)}
            >
              <Icon size={20} stroke={1.75} aria-hidden="true" />
              <span>
                <strong>{t(`findings.${finding.severity}`)}</strong> {words}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
