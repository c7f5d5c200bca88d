/** People one can choose: those of the initiative first, then everybody else. */
import { useTranslation } from 'react-i18next';
import { useInitiative, usePeople } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';

export interface PersonOption {
  value: string;
  label: string;
}

/** Those of the initiative alone: only they can promise something in it. Where there is no initiative, everybody. */
export function useOwnOptions(initiative: string | undefined): PersonOption[] {
  const around = useInitiative(initiative)?.roles ?? {};
  const near = new Set(Object.values(around).flat());
  return usePersonOptions(initiative).filter(({ value }) => initiative === undefined || near.has(value));
}

export function usePersonOptions(initiative: string | undefined): PersonOption[] {
  const { t } = useTranslation('shared');
  const people = usePeople();
  const around = useInitiative(initiative)?.roles ?? {};
  const near = new Set([...(around.initiator ?? []), ...Object.values(around).flat()]);
  // A rehearsal is small, and all of it takes part.
  const isRehearsal = useRehearsal() !== undefined;
  const rank = (id: string) => (near.has(id) ? [...near].indexOf(id) : near.size);
  return [...people.values()]
    .filter(({ side, id }) => isRehearsal || side !== 'initiator' || near.has(id))
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.name ?? '').localeCompare(b.name ?? ''))
    .map(({ id, name, side }) => ({
      value: id,
      label: `${name ?? t('someone')} (${t(`side.${side as 'us'}`)})`,
    }));
}
