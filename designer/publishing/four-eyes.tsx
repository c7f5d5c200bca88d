/** The setting: whether a second person looks at this process, or at every one. */
import { Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import styles from './publishing.module.css';
import { chooseFourEyes, type FourEyes, fourEyesQuery } from './publishing-api.ts';

export function FourEyesSetting({ id }: { id: string }) {
  const { t } = useTranslation('publishing');
  const queries = useQueryClient();
  const may = useMay()('publishing.write');
  const failure = useFailureWords();
  const { data: now } = useQuery(fourEyesQuery);
  if (!now) return null;
  const choose = (next: FourEyes) =>
    void chooseFourEyes(next)
      .then((chosen) => queries.setQueryData(fourEyesQuery.queryKey, chosen))
      .catch((error: unknown) => announce(failure(error)));
  return (
    <section className={styles.card} aria-label={t('settings')}>
      <h2>{t('settings')}</h2>
      <p className="quiet">{may ? t('settingsLead') : `${t('settingsLead')} ${t('onlyManagers')}`}</p>
      <Switch
        label={t('thisProcess')}
        checked={now.all || now.processes.includes(id)}
        disabled={!may || now.all}
        onChange={({ currentTarget: { checked } }) =>
          choose({
            ...now,
            processes: checked ? [...now.processes, id] : now.processes.filter((one) => one !== id),
          })
        }
      />
      <Switch
        label={t('allProcesses')}
        checked={now.all}
        disabled={!may}
        onChange={({ currentTarget: { checked } }) => choose({ ...now, all: checked })}
      />
    </section>
  );
}
