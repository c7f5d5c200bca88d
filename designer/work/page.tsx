/** My work: what waits for me by day on the left, the work itself on the right. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/i18n.ts';
import { queryClient, taskQuery } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { go, usePlace } from '../app/router.tsx';
import { sweepDrafts } from '../form/drafts.ts';
import { announce } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { useToday } from '../shared/today.ts';
import { byDay, GROUPS, type Group, isTurnOf } from './by-day.ts';
import { matches, readItemId, taskItem, type WorkItem } from './item.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { type Move, moveDialogs } from './moves.tsx';
import { NothingDue } from './nothing-due.tsx';
import { CommitmentPanel, RaisedPanel } from './other-panels.tsx';
import styles from './page.module.css';
import { useHeadingFocus, usePromisedTo } from './panel.tsx';
import { Row, rowId } from './row.tsx';
import { type PanelHandle, TaskPanel } from './task-panel.tsx';
import { useKeys } from './use-keys.ts';
import { useViewer, useWork } from './use-work.ts';
import { useWhatFor } from './what-for.ts';

/** What waits on others is to be known of, not to be gone through. */
const WAITING_SHOWN = 6;
/** More than anybody goes through at one sitting, and little enough to be there at once. */
const SHOWN = 60;

/** In a rehearsal whoever is no colleague has a page of their own instead. */
export function Page() {
  const part = useRehearsal()?.part;
  return part && part.side !== 'us' ? <TheirPart part={part} /> : <Mine />;
}

const TheirPart = lazy(async () => ({ default: (await import('../rehearsal/their-part.tsx')).TheirPart }));

function Mine() {
  const { t } = useTranslation('work');
  const viewer = useViewer();
  const today = useToday();
  const name = useNames();
  const { query } = usePlace();
  const { items, initiatives, isLoading, error } = useWork();
  const whatFor = useWhatFor(useMemo(() => items.map(({ initiative }) => initiative), [items]));
  const [words, setWords] = useState('');
  const [move, setMove] = useState<Move>();
  const [help, setHelp] = useState(false);
  /** Whether the reader's place moves to the work that opens. */
  const [follow, setFollow] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const handle = useRef<PanelHandle>(null);

  const sought = words.trim();
  const found = useMemo(
    () =>
      sought === ''
        ? items
        : items.filter((item) => matches(item, sought, initiatives.get(item.initiative ?? ''), name)),
    [items, sought, initiatives, name],
  );
  const chosenId = query.get('item') ?? undefined;
  const [unfolded, setUnfolded] = useState<ReadonlySet<Group>>(new Set());
  const whole = useMemo(() => byDay(found, viewer, today), [found, viewer, today]);
  const shownOf = (group: Group): readonly WorkItem[] => {
    const all = whole[group];
    const most = group === 'waiting' && sought === '' ? WAITING_SHOWN : SHOWN;
    const isHidden = all.findIndex(({ id }) => id === chosenId) >= most;
    return unfolded.has(group) || isHidden ? all : all.slice(0, most);
  };
  const groups = Object.fromEntries(GROUPS.map((group) => [group, shownOf(group)])) as Record<
    Group,
    readonly WorkItem[]
  >;
  const inOrder = GROUPS.flatMap((group) => groups[group]);
  const chosen = useChosen(chosenId, items);
  const to = usePromisedTo(initiatives.get(chosen?.initiative ?? ''));

  useEffect(() => sweepDrafts(), []);

  const choose = (item: WorkItem | undefined, toHeading = false) => {
    setFollow(toHeading);
    go(item ? `/?item=${encodeURIComponent(item.id)}` : '/');
  };
  const step = (by: 1 | -1) => {
    const at = inOrder.findIndex(({ id }) => id === chosenId);
    const next = inOrder[at < 0 ? 0 : Math.min(Math.max(at + by, 0), inOrder.length - 1)];
    if (!next) return;
    choose(next);
    document.getElementById(rowId(next.id))?.focus();
  };
  const back = () => {
    const row = chosenId ? document.getElementById(rowId(chosenId)) : null;
    choose(undefined);
    setTimeout(() => row?.focus());
  };
  const ask = (wanted: Move) => {
    if (chosen && chosen.kind !== 'raised') setMove(wanted);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      if (chosen) setFollow(true);
    },
    c: () => handle.current?.complete(),
    r: () => ask('newDate'),
    h: () => ask('handOver'),
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    Escape: () => {
      if (document.activeElement === search.current) setWords('');
      else if (chosenId) back();
    },
  });

  /** Slides on to what is next in the same initiative, and says so. */
  async function goOn(done: WorkItem) {
    await queryClient.invalidateQueries({ queryKey: ['tasks'] });
    const fresh = latest.current.filter(({ id }) => id !== done.id);
    const mine = (item: WorkItem) => isTurnOf(viewer, item);
    const order = byDay(fresh, viewer, today);
    const next = GROUPS.flatMap((group) => order[group]).find(
      (item) => item.initiative !== undefined && item.initiative === done.initiative && mine(item),
    );
    const initiative = whatFor(done);
    announce(
      `${t('done.said', { what: done.what })} ${
        next ? t('done.next', { initiative, what: next.what }) : t('done.noNext', { initiative })
      }`,
    );
    choose(next, true);
  }
  const latest = useRef(items);
  latest.current = items;

  const heading = useHeadingFocus(chosenId ?? '', follow);
  const panel = { heading, handle, onMove: setMove, onBack: back };
  const Dialog = move ? moveDialogs[move] : undefined;
  const nothingIsDue = !isLoading && groups.late.length === 0 && groups.today.length === 0;

  return (
    <div className={styles.page} data-open={chosenId !== undefined || undefined}>
      <section className={styles.list} aria-labelledby="my-work">
        <div className={styles.top}>
          <h1 id="my-work">{t('title')}</h1>
          <ActionIcon
            variant="subtle"
            color="quiet"
            size="lg"
            aria-label={t('keys.open')}
            onClick={() => setHelp(true)}
          >
            <IconKeyboard size={20} stroke={1.75} />
          </ActionIcon>
        </div>
        <TextInput
          ref={search}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <p className="unseen" role="status">
          {sought ? t('found', { count: found.length }) : ''}
        </p>
        <Failed error={items.length === 0 ? error : undefined} />
        {isLoading ? <p className="quiet">{t('opening')}</p> : null}
        {sought && found.length === 0 ? (
          <Empty title={t('empty.notFound', { words: sought })} lead={t('empty.notFoundLead')} />
        ) : null}
        {nothingIsDue && !sought ? (
          <NothingDue items={[...groups.week, ...groups.later]} today={today} />
        ) : null}
        {GROUPS.map((group) =>
          groups[group].length === 0 ? null : (
            <section key={group} className={styles.group} data-group={group}>
              <h2>
                {t(`group.${group}`)} <span className="quiet">{whole[group].length}</span>
              </h2>
              {group === 'waiting' ? <p className="quiet">{t('groupHelp.waiting')}</p> : null}
              <ul>
                {groups[group].map((item) => (
                  <Row
                    key={item.id}
                    item={item}
                    title={whatFor(item)}
                    name={name}
                    chosen={item.id === chosenId}
                    waiting={group === 'waiting'}
                    onChoose={() => choose(item, true)}
                  />
                ))}
              </ul>
              {groups[group].length < whole[group].length ? (
                <Button
                  variant="subtle"
                  size="compact-md"
                  onClick={() => setUnfolded(new Set([...unfolded, group]))}
                >
                  {t('showMore', { count: whole[group].length - groups[group].length })}
                </Button>
              ) : null}
            </section>
          ),
        )}
      </section>
      <section className={styles.detail} aria-label={t('detail')}>
        {chosen?.kind === 'task' ? (
          <TaskPanel key={chosen.id} item={chosen} {...panel} onDone={() => void goOn(chosen)} />
        ) : null}
        {chosen?.kind === 'commitment' ? <CommitmentPanel key={chosen.id} item={chosen} {...panel} /> : null}
        {chosen?.kind === 'raised' ? (
          <RaisedPanel
            key={chosen.id}
            item={chosen}
            about={aboutOf(chosen, items)}
            onOpen={(item) => choose(item, true)}
            {...panel}
          />
        ) : null}
        {chosen || isLoading || items.length === 0 ? null : (
          <Empty title={t('empty.choose')} lead={t('empty.chooseLead')} />
        )}
      </section>
      {Dialog && chosen ? (
        <Dialog
          item={chosen}
          to={to}
          onClose={(done) => {
            const was = move;
            setMove(undefined);
            if (done && (was === 'done' || was === 'skip' || was === 'drop')) void goOn(chosen);
          }}
        />
      ) : null}
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </div>
  );
}

/** What the address names: among what is shown, or a task one was sent a link to. */
function useChosen(id: string | undefined, items: readonly WorkItem[]): WorkItem | undefined {
  const language = useLanguage();
  const listed = items.find((item) => item.id === id);
  const named = id === undefined ? undefined : readItemId(id);
  const { data } = useQuery({
    ...taskQuery(named?.view ?? ''),
    enabled: listed === undefined && named?.kind === 'task',
  });
  return listed ?? (data && named ? taskItem(data, language) : undefined);
}

function aboutOf(raised: WorkItem & { kind: 'raised' }, items: readonly WorkItem[]): WorkItem | undefined {
  return items.find(
    (item) =>
      item.instance === raised.instance &&
      (item.kind === 'task'
        ? item.view.name === raised.view.item
        : item.kind === 'commitment' && item.view.commitment === raised.view.item),
  );
}
