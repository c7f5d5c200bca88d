/** A task: what was promised, advice, its form, and its outcomes as buttons. */
import { Alert, Button, Group, Radio } from '@mantine/core';
import { IconArrowsExchange, IconBulb, IconCheck, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../app/api.ts';
import { useSaid } from '../app/i18n.ts';
import { commitmentsQuery, taskQuery, useInitiative, type WholeTask } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { useSelf } from '../app/session.ts';
import { useAct } from '../app/use-act.ts';
import { FormFields, inputId } from '../form/form-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { Failed } from '../shared/failed.tsx';
import { useNames } from '../shared/person.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { useDays } from '../shared/today.ts';
import type { WorkItem } from './item.ts';
import type { Move } from './moves.tsx';
import { Panel, usePromisedTo } from './panel.tsx';
import styles from './task-panel.module.css';

export type TaskItem = WorkItem & { kind: 'task' };

/** What the keyboard can ask of the work on screen. */
export interface PanelHandle {
  complete(): void;
}

interface Props {
  item: TaskItem;
  heading: Ref<HTMLHeadingElement>;
  handle: Ref<PanelHandle>;
  onMove(move: Move): void;
  onBack(): void;
  onDone(): void;
}

export function TaskPanel(props: Props) {
  const { t } = useTranslation('work');
  const { data: whole } = useQuery(taskQuery(props.item.view.id));
  // While one completes it oneself, the work stays as it is until one is led on.
  const [completing, setCompleting] = useState(false);
  const open = completing || (whole?.state ?? props.item.view.state) === 'open';
  return (
    <Panel {...props} open={open} isMeeting={whole?.isMeeting ?? false} promise={<Promised {...props} />}>
      {whole === undefined ? (
        <p className="quiet">{t('opening')}</p>
      ) : open ? (
        <Doing key={whole.id} {...props} whole={whole} onCompleting={setCompleting} />
      ) : (
        <Gone whole={whole} />
      )}
    </Panel>
  );
}

/** What was promised, to whom, and by when; whose it is when it is not ours. */
function Promised({ item }: { item: TaskItem }) {
  const { t } = useTranslation('work');
  const days = useDays();
  const name = useNames();
  const initiative = useInitiative(item.initiative);
  const to = usePromisedTo(initiative);
  if (item.side !== 'us') return <p>{t('promised.theirs', { owner: name(item.owner) })}</p>;
  if (!item.due) return <p className="quiet">{t('promised.noTerm')}</p>;
  const when = days.day(item.due.date ?? days.dateOf(item.due.at));
  return <p>{t(item.late ? 'promised.taskLate' : 'promised.task', { to, when })}</p>;
}

function Gone({ whole }: { whole: WholeTask }) {
  const { t } = useTranslation('work');
  const days = useDays();
  const name = useNames();
  return (
    <Alert color="us" icon={<IconCheck aria-hidden />} title={t('gone.title')}>
      {whole.by && whole.endedAt
        ? t('gone.lead', { who: name(whole.by), when: days.day(days.dateOf(whole.endedAt)) })
        : t('gone.leadUnknown')}
    </Alert>
  );
}

interface DoingProps extends Props {
  whole: WholeTask;
  onCompleting(is: boolean): void;
}

function Doing({ item, whole, handle, onDone, onCompleting }: DoingProps) {
  const { t } = useTranslation('work');
  const { t: tForm } = useTranslation('form');
  const said = useSaid();
  const self = useSelf();
  const initiative = useInitiative(item.initiative);
  const rehearsal = useRehearsal();
  const filling = useForm(whole.id, whole.form, initiative?.roles ?? rehearsal?.world.roles, whole.values);
  const [outcome, setOutcome] = useState<string>();
  const [channel, setChannel] = useState<string | null>(null);
  const [channelMissing, setChannelMissing] = useState(false);
  const act = useAct();
  const buttons = useRef<HTMLDivElement>(null);
  const name = `task-${whole.key}`;
  const onBehalfOf = item.side === 'us' ? undefined : item.owner;
  const outcomes = whole.outcomes ?? [];
  const problems = Object.values(filling.problems);

  async function complete(chosen: string | undefined) {
    setOutcome(chosen);
    const data = filling.check(chosen);
    const noChannel = onBehalfOf !== undefined && channel === null;
    setChannelMissing(noChannel);
    if (!data || noChannel) return;
    onCompleting(true);
    const done = await act.run(`/tasks/${whole.instance}/${whole.key}/complete`, {
      ...(chosen === undefined ? {} : { outcome: chosen }),
      ...(whole.form ? { data } : {}),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf, channel }),
    });
    if (!done) {
      onCompleting(false);
      return;
    }
    filling.done();
    onDone();
  }

  // What the server finds is shown at its question, as what this page finds itself.
  const { error } = act;
  const { setProblems } = filling;
  useEffect(() => {
    if (error instanceof Refused && error.problem.problems)
      setProblems(
        Object.fromEntries(
          error.problem.problems.map(({ path, message }) => [path.replace(/^data\./, ''), message]),
        ),
      );
  }, [error, setProblems]);

  useFocusOnProblem(name, filling.problems, whole);
  useImperativeHandle(handle, () => ({
    complete() {
      if (outcomes.length > 1) buttons.current?.querySelector<HTMLElement>('button')?.focus();
      else void complete(outcomes[0]?.id);
    },
  }));

  return (
    <>
      {whole.documentation ? (
        <p className={styles.advice}>
          <IconBulb size={20} stroke={1.75} aria-hidden />
          <span>{said(whole.documentation)}</span>
        </p>
      ) : null}
      <SoFar whole={whole} />
      <Offer whole={whole} person={self.id} act={act} />
      {whole.element.endsWith('.confirm') && whole.initiative ? (
        <Agreed initiative={whole.initiative} />
      ) : null}
      {onBehalfOf === undefined ? null : (
        <OnBehalf
          person={onBehalfOf}
          channel={channel}
          missing={channelMissing}
          onChange={(given) => {
            setChannel(given);
            setChannelMissing(false);
          }}
        />
      )}
      {whole.form ? (
        <section>
          {filling.restored ? (
            <p className={styles.restored}>
              <IconHistory size={18} aria-hidden /> {tForm('restored')}{' '}
              <Button variant="subtle" size="compact-sm" onClick={filling.reset}>
                {tForm('startAfresh')}
              </Button>
            </p>
          ) : null}
          <FormFields
            form={whole.form}
            name={name}
            data={filling.data}
            outcome={outcome}
            now={filling.now}
            problems={filling.problems}
            onChange={filling.set}
            {...(item.initiative ? { initiative: item.initiative } : {})}
          />
        </section>
      ) : null}
      <div>
        <div role="alert">
          {problems.length > 0 ? (
            <p className={styles.problems}>
              {tForm('problems', { count: problems.length })} {problems[0]}
            </p>
          ) : null}
        </div>
        <div className={styles.outcomes} ref={buttons}>
          {outcomes.length === 0 ? (
            <Button
              size="md"
              loading={act.busy}
              leftSection={<IconCheck size={20} aria-hidden />}
              onClick={() => void complete(undefined)}
            >
              {t('complete')}
            </Button>
          ) : (
            outcomes.map(({ id, label }, index) => (
              <Button
                key={id}
                size="md"
                variant={index === 0 ? 'filled' : 'default'}
                loading={act.busy && outcome === id}
                disabled={act.busy && outcome !== id}
                aria-pressed={outcome === id}
                onClick={() => void complete(id)}
              >
                {said(label)}
              </Button>
            ))
          )}
        </div>
        {error instanceof Refused && error.problem.problems ? null : <Failed error={error} />}
      </div>
    </>
  );
}

/** After an attempt the first question with a problem has the cursor. */
function useFocusOnProblem(name: string, problems: Readonly<Record<string, string>>, whole: WholeTask): void {
  const before: RefObject<boolean> = useRef(false);
  useEffect(() => {
    const has = Object.keys(problems).length > 0;
    if (has && !before.current) {
      const first = whole.form?.fields.find(({ key }) =>
        Object.keys(problems).some((path) => path === key || path.startsWith(`${key}[`)),
      );
      const place = first ? document.getElementById(inputId(name, first.key)) : null;
      const input = place?.matches('input, textarea, select, button')
        ? place
        : (place?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
          place?.querySelector<HTMLElement>('input, textarea, button') ??
          document.querySelector<HTMLElement>(`[id^="${inputId(name, first?.key ?? '')}"] input`));
      input?.focus();
    }
    before.current = has;
  }, [name, problems, whole]);
}

/** Contacts and the planned conversation. */
function SoFar({ whole }: { whole: WholeTask }) {
  const { t } = useTranslation('work');
  const days = useDays();
  const { reached, notReached, lastAt } = whole.contacts;
  const contacts = [
    ...(reached > 0 ? [t('contacts.reached', { count: reached })] : []),
    ...(notReached > 0 ? [t('contacts.tried', { count: notReached })] : []),
    ...(lastAt ? [t('contacts.last', { when: days.moment(lastAt) })] : []),
  ];
  if (contacts.length === 0 && !whole.meeting) return null;
  return (
    <ul className={styles.soFar}>
      {whole.meeting ? (
        <li>
          {whole.meeting.place
            ? t('meeting.plannedAt', { when: days.moment(whole.meeting.at), place: whole.meeting.place })
            : t('meeting.planned', { when: days.moment(whole.meeting.at) })}
        </li>
      ) : null}
      {contacts.length > 0 ? (
        <li>
          {t('contacts.title')}: {contacts.join(', ')}
        </li>
      ) : null}
    </ul>
  );
}

interface OfferProps {
  whole: WholeTask;
  person: string | undefined;
  act: ReturnType<typeof useAct>;
}

/** Offered, open to whoever takes it on, or taken on: the buttons that go with it. */
function Offer({ whole, person, act }: OfferProps) {
  const { t } = useTranslation('work');
  const name = useNames();
  const path = (verb: string) => `/tasks/${whole.instance}/${whole.key}/${verb}`;
  const { offered, claimed, owner } = whole;
  if (offered && offered.to === person)
    return (
      <Alert color="raised" icon={<IconArrowsExchange aria-hidden />}>
        <p style={{ marginTop: 0 }}>{t('offeredBy', { from: name(offered.from) })}</p>
        <Group gap="sm">
          <Button onClick={() => void act.run(path('accept'))} loading={act.busy}>
            {t('accept')}
          </Button>
          <Button variant="default" onClick={() => void act.run(path('decline'))}>
            {t('decline')}
          </Button>
        </Group>
      </Alert>
    );
  if (offered)
    return (
      <p className="quiet">{t('offeredTo', { to: name(offered.to), from: name(offered.from ?? owner) })}</p>
    );
  if (claimed !== undefined && claimed === person)
    return (
      <p className={styles.claim}>
        {t('claimedBy', { who: name(claimed) })}{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => void act.run(path('unclaim'))}>
          {t('unclaim')}
        </Button>
      </p>
    );
  if (whole.side === 'us' && claimed === undefined && owner !== person)
    return (
      <Button variant="light" w="fit-content" onClick={() => void act.run(path('claim'))}>
        {t('claim')}
      </Button>
    );
  return claimed === undefined ? null : <p className="quiet">{t('claimedBy', { who: name(claimed) })}</p>;
}

const CHANNELS = ['phone', 'conversation', 'mail', 'paper'] as const;

interface OnBehalfProps {
  person: string;
  channel: string | null;
  missing: boolean;
  onChange(channel: string): void;
}

/** Staff act for a resident only on behalf of them, and say how that was agreed. */
function OnBehalf({ person, channel, missing, onChange }: OnBehalfProps) {
  const { t } = useTranslation('work');
  const { t: tShared } = useTranslation('shared');
  const who = useNames()(person);
  return (
    <section className={styles.onBehalf}>
      <h3>{t('onBehalf.title', { who })}</h3>
      <p className="quiet">{t('onBehalf.lead', { who })}</p>
      <Radio.Group
        label={t('onBehalf.channel')}
        value={channel}
        error={missing ? tShared('required') : undefined}
        onChange={onChange}
      >
        <div className={styles.channels}>
          {CHANNELS.map((one) => (
            <Radio key={one} value={one} label={t(`onBehalf.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </section>
  );
}

/** The commitments one is asked to confirm. */
function Agreed({ initiative }: { initiative: string }) {
  const { t } = useTranslation('work');
  const days = useDays();
  const name = useNames();
  const { data } = useQuery(commitmentsQuery({ initiative, open: true }));
  if (!data || data.length === 0) return null;
  return (
    <section>
      <h3 className={styles.small}>{t('agreed')}</h3>
      <ul className={styles.agreed}>
        {data.map(({ id, text, owner, side, due }) => (
          <li key={id}>
            <SideMark side={side} />
            <span>
              {text}
              <span className="quiet">
                {' '}
                {name(owner)}, {days.day(due)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
