/** What a piece of work is for: its initiative in its own words, else the process it belongs to. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery, instancesQuery, useInitiatives } from '../app/queries.ts';
import type { WorkItem } from './item.ts';

type Placed = Pick<WorkItem, 'initiative' | 'instance'>;

/** `about`: the initiatives it will be asked of. */
export function useWhatFor(about: readonly (string | undefined)[]): (item: Placed) => string {
  const { t } = useTranslation('work');
  const said = useSaid();
  const initiatives = useInitiatives(about);
  const { data: instances = [] } = useQuery(instancesQuery({}));
  const { data: processes = [] } = useQuery(definitionsQuery);
  return ({ initiative, instance }) => {
    if (initiative !== undefined) return initiatives.get(initiative)?.words?.title ?? t('noInitiative');
    const process = instances.find((one) => one.instance === instance)?.process;
    return said(processes.find(({ id }) => id === process)?.name) || t('noInitiative');
  };
}
