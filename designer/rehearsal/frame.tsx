/** What stands around every screen of a rehearsal: its world and the part one plays are there before anything is shown. */
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../app/api.ts';
import layout from '../app/layout.module.css';
import { peopleQuery, worldQuery } from '../app/queries.ts';
import { playPart, RehearsalContext, usePartIn } from '../app/rehearsal.ts';
import { Link } from '../app/router.tsx';
import { useMe } from '../app/session.ts';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { ownPart, playersOf } from './players.ts';
import { Strip } from './strip.tsx';

export function RehearsalFrame({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTranslation('rehearsal');
  const me = useMe();
  const { data: world, error } = useQuery(worldQuery(id));
  const { data: people } = useQuery(peopleQuery());
  const players = useMemo(() => (world && people ? playersOf(world, people) : []), [world, people]);
  const played = usePartIn(id);
  const part = players.find((one) => one.id === played);
  const own = ownPart(
    players,
    me.roles.map(({ role }) => role),
  );
  useEffect(() => {
    if (!part && own) playPart(id, own.id);
  }, [id, part, own]);
  const rehearsal = useMemo(() => (world && part ? { world, part } : undefined), [world, part]);
  if (error instanceof Refused || (world && people?.length === 0))
    return (
      <main id="content" tabIndex={-1} className={layout.content}>
        <Empty whole title={t('missing.title')} lead={t('missing.lead')}>
          <Link to="/rehearsals">{t('missing.back')}</Link>
        </Empty>
      </main>
    );
  if (!rehearsal) return <Failed error={error} />;
  return (
    <RehearsalContext.Provider value={rehearsal}>
      <Strip rehearsal={rehearsal} players={players} />
      <Fragment key={rehearsal.part.id}>{children}</Fragment>
    </RehearsalContext.Provider>
  );
}
