/** Until when the clock of a rehearsal turns. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addDays,
  addMonths,
  dutchCalendar,
  isWorkingDay,
  toInstant,
  toLocal,
} from '../../core/calendar/index.ts';
import type { World } from '../app/queries.ts';
import { announce } from '../shared/announce.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Failed } from '../shared/failed.tsx';
import { useDays } from '../shared/today.ts';
import type { Clock } from './use-clock.ts';

interface Props {
  world: World;
  clock: Clock;
  onClose(): void;
}

export function TurnDialog({ world, clock, onClose }: Props) {
  const { t } = useTranslation('rehearsal');
  const { t: tShared } = useTranslation('shared');
  const days = useDays();
  const { zone } = days;
  const here = toLocal(zone, world.at);
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const isAhead = (moment: string) => {
    const [date = '', time = ''] = moment.split('T');
    return date !== '' && time !== '' && toInstant(zone, date, time.slice(0, 5)) > world.at;
  };
  async function turn(moment: string) {
    if (!(await clock.turnTo(moment))) return;
    const [date = '', time = ''] = moment.split('T');
    announce(t('strip.turned', { when: days.full(toInstant(zone, date, time.slice(0, 5))) }));
    onClose();
  }
  const quick = {
    morning: `${morningAfter(here.date)}T09:00`,
    week: `${addDays(here.date, 7)}T09:00`,
    month: `${addMonths(here.date, 1)}T09:00`,
  } as const;
  return (
    <Dialog title={t('turnDialog.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isAhead(to)) void turn(to.slice(0, 16));
        }}
      >
        <p style={{ marginTop: 0 }}>{t('turnDialog.lead')}</p>
        <TextInput
          type="datetime-local"
          label={t('turnDialog.to')}
          description={t('turnDialog.toHelp', { when: days.full(world.at) })}
          min={`${here.date}T${here.time}`}
          value={to}
          error={tried && !isAhead(to) ? t('turnDialog.ahead') : undefined}
          data-autofocus
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <p>{t('turnDialog.quick')}</p>
        <Group gap="xs">
          {(['morning', 'week', 'month'] as const).map((one) => (
            <Button
              key={one}
              type="button"
              size="compact-md"
              variant="light"
              disabled={clock.busy}
              onClick={() => void turn(quick[one])}
            >
              {t(`turnDialog.${one}`)}
            </Button>
          ))}
        </Group>
        <Failed error={clock.error} />
        <Group mt="lg" gap="sm">
          <Button type="submit" loading={clock.busy}>
            {t('turnDialog.go')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {tShared('cancel')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Nothing goes out by itself before the next working day. */
function morningAfter(date: string): string {
  let next = addDays(date, 1);
  while (!isWorkingDay(dutchCalendar, next)) next = addDays(next, 1);
  return next;
}
