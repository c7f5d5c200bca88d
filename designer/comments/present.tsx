/** Who else has this process open: initials with a name; a sign of life is given while the page is there. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Presence } from '../../contract/api/definitions.ts';
import { ask } from '../app/api.ts';
import { queryClient } from '../app/queries.ts';
import { useMay, useMe } from '../app/session.ts';
import { useNames } from '../shared/person.tsx';
import styles from './comments.module.css';

type Here = z.output<typeof Presence>;

/** Twice within the time after which the server forgets. */
const SIGN_MS = 20_000;

export function Present({ id }: { id: string }) {
  const { t } = useTranslation('comments');
  const me = useMe().person?.id;
  const may = useMay()('comment.write');
  const name = useNames();
  const key = ['definitions', id, 'presence'];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask<Here>(`/definitions/${id}/presence`, { signal }),
    enabled: may,
    refetchInterval: SIGN_MS,
  });
  useEffect(() => {
    if (!may) return;
    const address = `/definitions/${id}/presence`;
    const sign = () =>
      void ask<Here>(address, { method: 'POST', body: {} })
        .then((here) => queryClient.setQueryData(['definitions', id, 'presence'], here))
        .catch(() => {});
    sign();
    const timer = setInterval(sign, SIGN_MS);
    return () => {
      clearInterval(timer);
      void ask(address, { method: 'DELETE' }).catch(() => {});
    };
  }, [id, may]);
  const others = (data?.items ?? []).filter(({ person }) => person !== me).map(({ person }) => name(person));
  if (others.length === 0) return null;
  return (
    <ul className={styles.present} aria-label={t('here', { who: others.join(', ') })}>
      {others.slice(0, 5).map((who) => (
        <li key={who} title={t('here', { who })}>
          <span aria-hidden="true">{initials(who)}</span>
        </li>
      ))}
    </ul>
  );
}

/** `Sam de Vries` is SV. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const [first = name, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return `${[...first][0] ?? ''}${last ? [...last][0] : ''}`.toUpperCase();
}
