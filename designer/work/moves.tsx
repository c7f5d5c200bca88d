/** The moves one can make on a piece of work, each with what it asks. */
import { Checkbox, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, toInstant } from '../../core/calendar/index.ts';
import { usePeople } from '../app/queries.ts';
import { useSelf } from '../app/session.ts';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { useNames } from '../shared/person.tsx';
import { useDays, useZone } from '../shared/today.ts';
import type { WorkItem } from './item.ts';

export const MOVES = ['newDate', 'handOver', 'log', 'plan', 'skip', 'drop', 'done'] as const;
export type Move = (typeof MOVES)[number];

interface Props {
  item: WorkItem;
  /** Whom it was promised to, by name. */
  to: string;
  onClose(done: boolean): void;
}

export const moveDialogs: Record<Move, (props: Props) => ReactNode> = {
  newDate: (props) => <NewDate {...props} />,
  handOver: (props) => <HandOver {...props} />,
  log: (props) => <LogContact {...props} />,
  plan: (props) => <PlanMeeting {...props} />,
  skip: (props) => <Skip {...props} />,
  drop: (props) => <Drop {...props} />,
  done: (props) => <Done {...props} />,
};

/** Which moves fit a kind of work. */
export function fittingMoves(item: WorkItem, isMeeting: boolean): Move[] {
  if (item.kind === 'raised') return [];
  if (item.kind === 'commitment') return ['newDate', 'handOver', 'log', 'drop'];
  return [...(isMeeting ? (['plan'] as const) : []), 'newDate', 'handOver', 'log', 'skip'];
}

const keyOf = (item: WorkItem) => item.view.id.slice(item.instance.length + 1);

const ofTask = (item: WorkItem, verb: string) =>
  `/tasks/${item.instance}/${encodeURIComponent(keyOf(item))}/${verb}`;
const ofCommitment = (item: WorkItem, verb: string) =>
  `/commitments/${item.instance}/${encodeURIComponent(keyOf(item))}/${verb}`;
const acts = (item: WorkItem) => `/instances/${item.instance}/acts`;

/** Shown as missing only once somebody tried to send it. */
function useMissing() {
  const { t } = useTranslation('shared');
  const [tried, setTried] = useState(false);
  return {
    tried: () => setTried(true),
    error: (value: string | null) => (tried && !value?.trim() ? t('required') : undefined),
  };
}

function NewDate({ item, to, onClose }: Props) {
  const { t } = useTranslation('work');
  const days = useDays();
  const missing = useMissing();
  const [due, setDue] = useState('');
  const [why, setWhy] = useState('');
  const [called, setCalled] = useState(false);
  const isPromise = item.kind === 'commitment';
  return (
    <MoveDialog
      title={t('newDate.title')}
      lead={isPromise ? t('newDate.lead', { to }) : t('newDate.leadTask')}
      go={t('newDate.go')}
      said={t('saved')}
      onClose={onClose}
      request={() => {
        missing.tried();
        if (!due || !why.trim()) return undefined;
        return isPromise
          ? {
              path: ofCommitment(item, 're-promise'),
              body: { due, why, ...(called ? { calledInitiator: true } : {}) },
            }
          : { path: ofTask(item, 'postpone'), body: { until: due, why } };
      }}
    >
      <TextInput
        type="date"
        label={t('newDate.due')}
        value={due}
        min={addDays(days.today, 1)}
        error={missing.error(due)}
        data-autofocus
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <Textarea
        label={t('newDate.why')}
        description={t('newDate.whyHelp')}
        autosize
        minRows={2}
        value={why}
        error={missing.error(why)}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      {isPromise ? (
        <Checkbox
          label={t('newDate.called')}
          checked={called}
          onChange={(event) => setCalled(event.currentTarget.checked)}
        />
      ) : null}
    </MoveDialog>
  );
}

function HandOver({ item, onClose }: Props) {
  const { t } = useTranslation('work');
  const { t: tShared } = useTranslation('shared');
  const self = useSelf();
  const people = usePeople();
  const missing = useMissing();
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [now, setNow] = useState(false);
  const from = item.owner ?? self.id ?? '';
  const options = [...people.values()]
    .filter(({ id, side }) => id !== from && side !== 'initiator')
    .map(({ id, name, side }) => ({
      value: id,
      label: `${name ?? tShared('someone')} (${tShared(`side.${side as 'us'}`)})`,
    }));
  return (
    <MoveDialog
      title={t('handOver.title')}
      lead={t('handOver.lead')}
      go={t('handOver.go')}
      said={t('saved')}
      onClose={onClose}
      request={() => {
        missing.tried();
        if (to === null) return undefined;
        const body = { from, to, ...(why.trim() ? { why } : {}), ...(now ? { now } : {}) };
        return item.kind === 'commitment'
          ? { path: acts(item), body: { type: 'handOver', item: keyOf(item), ...body } }
          : { path: ofTask(item, 'hand-over'), body };
      }}
    >
      <Select
        label={t('handOver.to')}
        data={options}
        searchable
        value={to}
        error={missing.error(to)}
        data-autofocus
        onChange={setTo}
      />
      <Textarea
        label={t('handOver.why')}
        autosize
        minRows={2}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Checkbox
        label={t('handOver.now')}
        checked={now}
        onChange={(event) => setNow(event.currentTarget.checked)}
      />
    </MoveDialog>
  );
}

function LogContact({ item, onClose }: Props) {
  const { t } = useTranslation('work');
  const missing = useMissing();
  const [outcome, setOutcome] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <MoveDialog
      title={t('log.title')}
      go={t('log.go')}
      said={t('saved')}
      onClose={onClose}
      request={() => {
        missing.tried();
        if (outcome === null) return undefined;
        const body = { outcome, ...(note.trim() ? { note } : {}) };
        return item.kind === 'commitment'
          ? { path: acts(item), body: { type: 'log', about: keyOf(item), ...body } }
          : { path: ofTask(item, 'log'), body };
      }}
    >
      <Radio.Group
        label={t('log.outcome')}
        value={outcome}
        error={missing.error(outcome)}
        onChange={setOutcome}
      >
        <Stack gap={6} mt={6}>
          <Radio value="reached" label={t('log.reached')} data-autofocus />
          <Radio value="not reached" label={t('log.notReached')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('log.note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

function PlanMeeting({ item, onClose }: Props) {
  const { t } = useTranslation('work');
  const zone = useZone();
  const missing = useMissing();
  const [moment, setMoment] = useState('');
  const [place, setPlace] = useState('');
  return (
    <MoveDialog
      title={t('plan.title')}
      lead={t('plan.lead')}
      go={t('plan.go')}
      said={t('saved')}
      onClose={onClose}
      request={() => {
        missing.tried();
        const [date, time] = moment.split('T');
        if (!date || !time) return undefined;
        const body = { moment: toInstant(zone, date, time.slice(0, 5)), ...(place.trim() ? { place } : {}) };
        return { path: ofTask(item, 'plan'), body };
      }}
    >
      <TextInput
        type="datetime-local"
        label={t('plan.moment')}
        value={moment}
        error={missing.error(moment)}
        data-autofocus
        onChange={(event) => setMoment(event.currentTarget.value)}
      />
      <TextInput
        label={t('plan.place')}
        description={t('plan.placeHelp')}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

/** A reason, and then it happens. */
function WithReason({
  words,
  path,
  onClose,
  item,
}: Props & { words: 'skip' | 'drop'; path: (item: WorkItem, verb: string) => string }) {
  const { t } = useTranslation('work');
  const missing = useMissing();
  const [why, setWhy] = useState('');
  return (
    <MoveDialog
      title={t(`${words}.title`)}
      lead={t(`${words}.lead`)}
      go={t(`${words}.go`)}
      said={t('saved')}
      onClose={onClose}
      request={() => {
        missing.tried();
        return why.trim() ? { path: path(item, words), body: { why } } : undefined;
      }}
    >
      <Textarea
        label={t(`${words}.why`)}
        autosize
        minRows={2}
        value={why}
        error={missing.error(why)}
        data-autofocus
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

const Skip = (props: Props) => <WithReason {...props} words="skip" path={ofTask} />;
const Drop = (props: Props) => <WithReason {...props} words="drop" path={ofCommitment} />;

function Done({ item, to, onClose }: Props) {
  const { t } = useTranslation('work');
  const name = useNames();
  const self = useSelf();
  const [note, setNote] = useState('');
  const own = item.owner === self.id;
  return (
    <MoveDialog
      title={item.what}
      {...(own ? {} : { lead: t('onBehalf.title', { who: name(item.owner) }) })}
      go={t('complete')}
      said={t('done.said', { what: item.what })}
      onClose={onClose}
      request={() => ({ path: ofCommitment(item, 'done'), body: note.trim() ? { note } : {} })}
    >
      <Textarea
        label={t('done.note')}
        description={t('done.noteHelp', { to })}
        autosize
        minRows={2}
        value={note}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}
