/** Where an own template was taken from, by whom, and when. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery } from '../processes/processes-api.ts';
import { useNames } from '../shared/person.tsx';
import { useDays } from '../shared/today.ts';
import type { Template } from './templates-api.ts';

export function TakenFrom({ template: { id, own } }: { template: Template }) {
  const { t } = useTranslation('templates');
  const said = useSaid();
  const days = useDays();
  const nameOf = useNames();
  const { data: processes = [] } = useQuery(definitionsQuery);
  if (!own) return null;
  const { process, version } = own.from;
  const name = said(processes.find((one) => one.id === process)?.name) || process;
  const from =
    process === id
      ? t('fromItself')
      : version === undefined
        ? t('fromDraft', { name })
        : t('fromVersion', { n: version, name });
  return (
    <span className="quiet">
      {t('own')}: {from}, {t('savedBy', { who: nameOf(own.savedBy), when: days.moment(own.savedAt) })}
    </span>
  );
}
