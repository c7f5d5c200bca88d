/** One finding, which leads to its place in the drawing. */
import { IconAlertCircle, IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../contract/index.ts';
import { useSaid } from '../app/i18n.ts';
import styles from './process-page.module.css';

const icons = { error: IconAlertCircle, warning: IconAlertTriangle, hint: IconBulb };

export function FindingButton({ finding, onShow }: { finding: Finding; onShow(finding: Finding): void }) {
  const { t } = useTranslation('processes');
  const said = useSaid();
  const Icon = icons[finding.severity];
  return (
    <button
      type="button"
      className={styles.finding}
      data-severity={finding.severity}
      onClick={() => onShow(finding)}
    >
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <span>
        <strong>{t(`findings.${finding.severity}`)}</strong> {said(finding.message)}
      </span>
    </button>
  );
}
