/** The way back to a process, above what is looked at by itself. */
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from '../app/router.tsx';
import pageStyles from '../processes/process-page.module.css';

export function WayBack({ process }: { process: string }) {
  const { t } = useTranslation('differences');
  return (
    <Link
      to={`/processes/${encodeURIComponent(process)}`}
      className={pageStyles.back as string}
      aria-label={t('back')}
      title={t('back')}
    >
      <IconArrowLeft size={20} stroke={1.75} aria-hidden />
    </Link>
  );
}
