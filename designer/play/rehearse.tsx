/** On to a rehearsal on the real server, with what it was begun with here. */
import { Button } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said as saidIn } from '../../core/prose/say.ts';
import type { Variables } from '../../core/state.ts';
import { send } from '../app/api.ts';
import { useLanguage } from '../app/i18n.ts';
import { go } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import styles from './play.module.css';
import type { PlaySession } from './session.ts';

/** The same on the real server: a rehearsal world with the published version, at the same moment. */
export function Rehearse({ session, cast }: { session: PlaySession; cast: Record<string, string> }) {
  const { t } = useTranslation('play');
  const language = useLanguage();
  const may = useMay();
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (!may('world.write')) return null;
  const rehearse = async () => {
    setBusy(true);
    try {
      const { definition } = session;
      const start = session.starts()[0];
      const people = Object.fromEntries(
        Object.entries(cast).map(([role, name]) => [role, [{ name, side: session.side(role) }]]),
      );
      const world = await send<{ id: string; name: string }>('/worlds', {
        name: saidIn(definition.name, language),
        at: session.at,
        people,
      });
      await send(`/worlds/${world.id}/instances`, {
        process: definition.id,
        ...(start ? { element: start.id, by: start.by?.[0] ?? 'coordinator' } : {}),
        data: startData(session),
      });
      announce(t('rehearsed', { name: world.name }));
      go(`/rehearsals/${world.id}`);
    } catch (error) {
      setSaid(t('rehearseNot', { why: error instanceof Error ? error.message : String(error) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.rehearse}>
      <p className="quiet" style={{ margin: 0 }}>
        {t('rehearseLead')}
      </p>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconServer2 size={18} aria-hidden />}
        onClick={() => void rehearse()}
      >
        {t('rehearse')}
      </Button>
      {said ? <p role="status">{said}</p> : null}
    </div>
  );
}

/** What it was begun with; in another world the same roles are other people. */
function startData(session: PlaySession): Record<string, unknown> {
  const first = session.facts.find(({ type }) => type === 'instance.started');
  const data = first?.type === 'instance.started' ? (first.data ?? {}) : {};
  return session.playing.inRoles(data as Variables) as Variables;
}
