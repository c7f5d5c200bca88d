/** Who is there and who is away, with whoever stands in; one reports oneself, and those who coordinate report others. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAway } from '../../core/away.ts';
import { type PersonRow, usePeople } from '../app/queries.ts';
import { useMay, useMe } from '../app/session.ts';
import { useDays, useToday } from '../shared/today.ts';
import { ReportAway, ReportBack } from './absence-dialog.tsx';
import styles from './colleagues.module.css';

export function WhoIsThere() {
  const { t } = useTranslation('colleagues');
  const people = usePeople();
  const today = useToday();
  const me = useMe().person?.id;
  const [open, setOpen] = useState<PersonRow>();
  const colleagues = [...people.values()]
    .filter(({ side, name }) => side === 'us' && name !== undefined)
    .map((one) => ({ ...one, name: one.name ?? '' }))
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name));
  const opened = open && {
    person: open.id,
    name: open.name ?? '',
    isMe: open.id === me,
    onClose: () => setOpen(undefined),
  };
  return (
    <section className="card" aria-labelledby="there">
      <h2 id="there">{t('there')}</h2>
      <p className="quiet">{t('thereLead')}</p>
      <ul className={styles.rows}>
        {colleagues.map((one) => (
          <Row key={one.id} one={one} people={people} isMe={one.id === me} onOpen={() => setOpen(one)} />
        ))}
      </ul>
      {open && opened ? (
        isAway(awayOf(open), today) ? (
          <ReportBack {...opened} />
        ) : (
          <ReportAway {...opened} colleagues={colleagues} />
        )
      ) : null}
    </section>
  );
}

/** As core asks: what is left out is not there. */
const awayOf = ({ away }: PersonRow): Parameters<typeof isAway>[0] =>
  away === undefined
    ? {}
    : {
        away: {
          ...(away.until === undefined ? {} : { until: away.until }),
          ...(away.deputy === undefined ? {} : { deputy: away.deputy }),
        },
      };

interface RowProps {
  one: PersonRow;
  people: ReadonlyMap<string, PersonRow>;
  isMe: boolean;
  onOpen(): void;
}

function Row({ one, people, isMe, onOpen }: RowProps) {
  const { t } = useTranslation('colleagues');
  const may = useMay();
  const days = useDays();
  const today = useToday();
  const away = isAway(awayOf(one), today) ? one.away : undefined;
  const name = one.name ?? '';
  const deputy = away?.deputy === undefined ? undefined : people.get(away.deputy)?.name;
  const words = away
    ? [
        away.until === undefined ? t('awayNow') : t('awayUntil', { day: days.day(away.until) }),
        ...(deputy === undefined ? [] : [t('standsIn', { name: deputy })]),
      ].join('. ')
    : t('isThere');
  const word = away ? t('back.button') : t('away.button');
  return (
    <li data-closed={away ? true : undefined}>
      <div>
        <b>{name}</b> {isMe ? <span className="quiet">({t('you')})</span> : null}
        <p className={away ? undefined : 'quiet'}>{words}</p>
      </div>
      {may(isMe ? 'absence.own' : 'absence.write') ? (
        <div className={styles.moves}>
          <Button size="sm" variant="default" aria-label={`${word} ${name}`} onClick={onOpen}>
            {word}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
