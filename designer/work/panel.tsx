/** The frame of a piece of work: for which initiative, what, when, what was promised to whom; the moves; what follows by itself. */
import { Button, CopyButton, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconCalendarPlus,
  IconCalendarRepeat,
  IconDots,
  IconPhone,
} from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Initiative, useInitiative } from '../app/queries.ts';
import { go, Link } from '../app/router.tsx';
import { announce } from '../shared/announce.tsx';
import { DueChip } from '../shared/due-chip.tsx';
import { useNames } from '../shared/person.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { IfNobodyActs } from './if-nobody-acts.tsx';
import { nameOf, type WorkItem } from './item.ts';
import { fittingMoves, type Move } from './moves.tsx';
import styles from './panel.module.css';
import { useWhatFor } from './what-for.ts';

interface Props {
  item: WorkItem;
  isMeeting?: boolean;
  /** Whether it may still be acted on. */
  open: boolean;
  promise: ReactNode;
  heading: Ref<HTMLHeadingElement>;
  onMove(move: Move): void;
  onBack(): void;
  children?: ReactNode;
}

const ICONS = {
  plan: IconCalendarPlus,
  newDate: IconCalendarRepeat,
  handOver: IconArrowsExchange,
  log: IconPhone,
};
const isShown = (move: Move): move is keyof typeof ICONS => move in ICONS;

export function Panel({ item, isMeeting = false, open, promise, heading, onMove, onBack, children }: Props) {
  const { t } = useTranslation('work');
  const initiative = useInitiative(item.initiative);
  const whatFor = useWhatFor([item.initiative])(item);
  const moves = open ? fittingMoves(item, isMeeting) : [];
  const words = (move: Move) =>
    move === 'plan' && item.kind === 'task' && item.view.meeting
      ? t('moves.planAgain')
      : t(`moves.${move as 'skip'}`);
  return (
    <article className={styles.panel}>
      <Button
        className={styles.back}
        variant="subtle"
        color="quiet"
        size="compact-md"
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={onBack}
      >
        {t('back')}
      </Button>
      <header>
        <p className={styles.for}>
          {initiative ? <Link to={`/initiatives/${initiative.id}`}>{initiative.words?.title}</Link> : whatFor}
          {initiative?.words?.place ? <span className="quiet"> · {initiative.words.place}</span> : null}
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {item.what}
        </h2>
        {item.about ? <p>{t('about', { what: item.about })}</p> : null}
        <div className={styles.facts}>
          <SideMark side={item.side} word />
          {item.due ? <DueChip due={item.due} late={item.late} withTime={item.kind === 'task'} /> : null}
        </div>
        {promise}
      </header>
      {children}
      {moves.length > 0 ? (
        <div className={styles.moves}>
          {moves.filter(isShown).map((move) => {
            const Icon = ICONS[move];
            return (
              <Button
                key={move}
                variant="default"
                leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
                onClick={() => onMove(move)}
              >
                {words(move)}
              </Button>
            );
          })}
          <More item={item} moves={moves.filter((move) => !isShown(move))} words={words} onMove={onMove} />
        </div>
      ) : null}
      {open && item.kind !== 'raised' ? <IfNobodyActs instance={item.instance} name={nameOf(item)} /> : null}
    </article>
  );
}

interface MoreProps {
  item: WorkItem;
  moves: Move[];
  words(move: Move): string;
  onMove(move: Move): void;
}

function More({ item, moves, words, onMove }: MoreProps) {
  const { t } = useTranslation('work');
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 120 }}>
      <Menu.Target>
        <Button variant="subtle" color="quiet" leftSection={<IconDots size={18} aria-hidden />}>
          {t('moves.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {moves.map((move) => (
          <Menu.Item key={move} onClick={() => onMove(move)}>
            {words(move)}
          </Menu.Item>
        ))}
        {item.initiative ? (
          <Menu.Item onClick={() => go(`/initiatives/${item.initiative}`)}>
            {t('moves.openInitiative')}
          </Menu.Item>
        ) : null}
        <CopyButton value={location.href}>
          {({ copy }) => (
            <Menu.Item
              onClick={() => {
                copy();
                announce(t('moves.copied'));
              }}
            >
              {t('moves.copyLink')}
            </Menu.Item>
          )}
        </CopyButton>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whom a promise in an initiative is made to, by name. */
export function usePromisedTo(initiative: Initiative | undefined): string {
  const { t } = useTranslation('work');
  const name = useNames();
  const contact = initiative?.contact ?? initiative?.roles.initiator?.[0];
  return contact === undefined ? t('promised.everybody') : name(contact);
}

/** Puts the reader at the top of a piece of work when it is opened by keyboard or follows another. */
export function useHeadingFocus(id: string, wanted: boolean): Ref<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another piece of work is another heading
  useEffect(() => {
    if (wanted) heading.current?.focus();
  }, [id, wanted]);
  return heading;
}
