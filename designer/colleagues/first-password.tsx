/** A password that was made for somebody, shown this once to whoever hands it over. */
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '../shared/shown-once.tsx';

export function FirstPassword({
  name,
  password,
  onClose,
}: {
  name: string;
  password: string;
  onClose(): void;
}) {
  const { t } = useTranslation('colleagues');
  return (
    <ShownOnce
      title={t('madeTitle', { name })}
      lead={t('madeLead', { name })}
      label={t('password')}
      value={password}
      words={{ copy: t('copy'), copied: t('copied'), done: t('done') }}
      onClose={onClose}
    />
  );
}
