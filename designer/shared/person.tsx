/** Somebody, by name; "you" for whoever looks. */
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/queries.ts';

/** Names by person id. */
export function useNames(): (person: string | undefined) => string {
  const { t } = useTranslation('shared');
  const people = usePeople();
  return (person) => (person === undefined ? t('nobody') : (people.get(person)?.name ?? t('someone')));
}

export function Person({ id }: { id: string | undefined }) {
  const name = useNames();
  return <span>{name(id)}</span>;
}
