/** Over every screen of a rehearsal: that it is one, what its clock shows and turning it, and whose part one plays. */
import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { IconDots, IconMasksTheater, IconPlayerTrackNext, IconRotateClockwise } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Player, playPart, type Rehearsal } from '../app/rehearsal.ts';
import { go } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { announce } from '../shared/announce.tsx';
import { Failed } from '../shared/failed.tsx';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { useDays } from '../shared/today.ts';
import { WhatHappened } from './happened.tsx';
import { usePlayerWords } from './players.ts';
import styles from './strip.module.css';
import { TurnDialog } from './turn-dialog.tsx';
import { useClock } from './use-clock.ts';

/** With it come forms, and what checks them. */
const BeginDialog = lazy(async () => ({
  default: (await import('../initiatives/begin-dialog.tsx')).BeginDialog,
}));

interface Props {
  rehearsal: Rehearsal;
  players: readonly Player[];
}

type Open = 'turn' | 'begin' | 'close' | undefined;

export function Strip({ rehearsal: { world, part }, players }: Props) {
  const { t } = useTranslation('rehearsal');
  const days = useDays();
  const may = useMay();
  const words = usePlayerWords();
  const clock = useClock(world);
  const [open, setOpen] = useState<Open>();
  const isOver = world.state === 'closed';
  const now = days.full(world.at);
  const mayTurn = !isOver && may('world.write');
  async function next() {
    const at = await clock.turnToNext();
    if (at === '') announce(t('strip.nothingNext'));
    else if (at !== undefined) announce(t('strip.turned', { when: days.full(at) }));
  }
  return (
    <>
      <section className={styles.strip} aria-label={t('strip.label')}>
        <p className={styles.name}>
          <IconMasksTheater size={22} stroke={1.75} aria-hidden />
          {t('strip.is', { name: world.name })}
        </p>
        <p className={styles.clock}>
          <span className="unseen">{t('strip.clock')} </span>
          <time dateTime={world.at}>{now}</time>
        </p>
        {mayTurn ? (
          <div className={styles.turn}>
            <Button
              size="compact-md"
              loading={clock.busy}
              leftSection={<IconPlayerTrackNext size={18} aria-hidden />}
              onClick={() => void next()}
            >
              {t('strip.next')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              disabled={clock.busy}
              leftSection={<IconRotateClockwise size={18} aria-hidden />}
              onClick={() => setOpen('turn')}
            >
              {t('strip.turn')}
            </Button>
          </div>
        ) : null}
        <div className={styles.part}>
          <label htmlFor="part">{t('strip.part')}</label>
          <NativeSelect
            id="part"
            size="sm"
            data={players.map((one) => ({ value: one.id, label: words(one) }))}
            value={part.id}
            onChange={(event) => {
              const chosen = players.find(({ id }) => id === event.currentTarget.value);
              if (!chosen) return;
              playPart(world.id, chosen.id);
              go('/');
              announce(t('strip.played', { who: chosen.name }));
            }}
          />
          <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label={t('strip.more')}>
                <IconDots size={20} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {mayTurn && may('instance.start') ? (
                <Menu.Item onClick={() => setOpen('begin')}>{t('strip.begin')}</Menu.Item>
              ) : null}
              <Menu.Item onClick={() => go('/rehearsals')}>{t('missing.back')}</Menu.Item>
              <Menu.Item onClick={() => go('/', { leave: true })}>{t('strip.leave')}</Menu.Item>
              {mayTurn ? (
                <Menu.Item color="late" onClick={() => setOpen('close')}>
                  {t('strip.close')}
                </Menu.Item>
              ) : null}
            </Menu.Dropdown>
          </Menu>
        </div>
        <p className="unseen" role="status">
          {clock.busy ? t('strip.turning') : ''}
        </p>
        {isOver ? <p className={styles.over}>{t('strip.over')}</p> : null}
        {clock.error ? <Failed error={clock.error} /> : null}
        {clock.happened ? <WhatHappened happened={clock.happened} onHide={clock.forget} /> : null}
      </section>
      {open === 'turn' ? <TurnDialog world={world} clock={clock} onClose={() => setOpen(undefined)} /> : null}
      {open === 'begin' ? (
        <Suspense>
          <BeginDialog by={part.name} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
      {open === 'close' ? (
        <MoveDialog
          title={t('closeDialog.title')}
          lead={t('closeDialog.lead')}
          go={t('closeDialog.go')}
          said={t('closeDialog.said')}
          color="late"
          request={() => ({ method: 'DELETE', path: `/worlds/${world.id}`, body: undefined })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}
