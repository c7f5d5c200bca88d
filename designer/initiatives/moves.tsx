/** What one can change about an initiative as a whole: pause, go on, hand over, stop. */
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import {
  IconArrowsExchange,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRouteAltLeft,
} from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople, type WholeInitiative } from '../app/queries.ts';
import { useMay } from '../app/session.ts';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { useNames } from '../shared/person.tsx';
import styles from './page.module.css';

/** With it come forms, and what checks them. */
const BeginDialog = lazy(async () => ({ default: (await import('./begin-dialog.tsx')).BeginDialog }));

type Move = 'begin' | 'pause' | 'resume' | 'handOver' | 'stop';

const ICONS = {
  begin: IconRouteAltLeft,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  handOver: IconArrowsExchange,
  stop: IconPlayerStop,
};

interface Props {
  initiative: WholeInitiative;
  isPaused: boolean;
}

export function Moves({ initiative, isPaused }: Props) {
  const { t } = useTranslation('initiatives');
  const may = useMay();
  const [move, setMove] = useState<Move>();
  const possible: Move[] = [
    ...(may('instance.start') ? (['begin'] as const) : []),
    ...(may('initiative.act') ? ([isPaused ? 'resume' : 'pause', 'handOver'] as const) : []),
    ...(may('initiative.stop') ? (['stop'] as const) : []),
  ];
  const Dialog = move ? dialogs[move] : undefined;
  if (possible.length === 0) return null;
  return (
    <section className="no-print" aria-label={t('page.moves')}>
      <div className={styles.buttons}>
        {possible.map((one) => {
          const Icon = ICONS[one];
          return (
            <Button
              key={one}
              variant="default"
              leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
              onClick={() => setMove(one)}
            >
              {t(`page.${one}`)}
            </Button>
          );
        })}
      </div>
      {Dialog ? <Dialog initiative={initiative} onClose={() => setMove(undefined)} /> : null}
    </section>
  );
}

interface DialogProps {
  initiative: WholeInitiative;
  onClose(): void;
}

const dialogs: Record<Move, (props: DialogProps) => ReactNode> = {
  begin: ({ initiative, onClose }) => (
    <Suspense>
      <BeginDialog initiative={initiative.id} onClose={onClose} />
    </Suspense>
  ),
  pause: (props) => <Pause {...props} />,
  resume: (props) => <Resume {...props} />,
  handOver: (props) => <HandOver {...props} />,
  stop: (props) => <Stop {...props} />,
};

const acts = ({ id }: WholeInitiative) => `/initiatives/${id}/acts`;

function Pause({ initiative, onClose }: DialogProps) {
  const { t } = useTranslation('initiatives');
  const [until, setUntil] = useState('');
  const [why, setWhy] = useState('');
  return (
    <MoveDialog
      title={t('page.pauseDialog.title')}
      lead={t('page.pauseDialog.lead')}
      go={t('page.pauseDialog.go')}
      said={t('page.pauseDialog.said')}
      onClose={onClose}
      request={() => ({
        path: acts(initiative),
        body: { type: 'pause', ...(until ? { until } : {}), ...(why.trim() ? { why } : {}) },
      })}
    >
      <TextInput
        type="date"
        label={t('page.pauseDialog.until')}
        value={until}
        data-autofocus
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <Textarea
        label={t('page.pauseDialog.why')}
        autosize
        minRows={2}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

function Resume({ initiative, onClose }: DialogProps) {
  const { t } = useTranslation('initiatives');
  return (
    <MoveDialog
      title={t('page.resumeDialog.title')}
      lead={t('page.resumeDialog.lead')}
      go={t('page.resumeDialog.go')}
      said={t('page.resumeDialog.said')}
      onClose={onClose}
      request={() => ({ path: acts(initiative), body: { type: 'resume' } })}
    />
  );
}

function Stop({ initiative, onClose }: DialogProps) {
  const { t } = useTranslation('initiatives');
  const { t: tShared } = useTranslation('shared');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <MoveDialog
      title={t('page.stopDialog.title')}
      lead={t('page.stopDialog.lead')}
      go={t('page.stopDialog.go')}
      said={t('page.stopDialog.said')}
      color="late"
      onClose={onClose}
      request={() => {
        setTried(true);
        return why.trim() ? { path: acts(initiative), body: { type: 'stop', why } } : undefined;
      }}
    >
      <Textarea
        label={t('page.stopDialog.why')}
        autosize
        minRows={2}
        value={why}
        error={tried && !why.trim() ? tShared('required') : undefined}
        data-autofocus
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}

function HandOver({ initiative, onClose }: DialogProps) {
  const { t } = useTranslation('initiatives');
  const { t: tShared } = useTranslation('shared');
  const people = usePeople();
  const name = useNames();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (value: string | null) => (tried && !value ? tShared('required') : undefined);
  const around = [...new Set(Object.values(initiative.roles).flat())];
  const staff = (id: string) => people.get(id)?.side !== 'initiator';
  const others = [...people.values()].filter(({ id }) => staff(id) && id !== from);
  return (
    <MoveDialog
      title={t('page.handOverDialog.title')}
      lead={t('page.handOverDialog.lead')}
      go={t('page.handOverDialog.go')}
      said={t('page.handOverDialog.said')}
      onClose={onClose}
      request={() => {
        setTried(true);
        if (!from || !to) return undefined;
        return {
          path: acts(initiative),
          body: { type: 'handOver', from, to, ...(why.trim() ? { why } : {}) },
        };
      }}
    >
      <Select
        label={t('page.handOverDialog.from')}
        data={around.filter(staff).map((id) => ({ value: id, label: name(id) }))}
        value={from}
        error={missing(from)}
        data-autofocus
        onChange={setFrom}
      />
      <Select
        label={t('page.handOverDialog.to')}
        data={others.map(({ id }) => ({ value: id, label: name(id) }))}
        searchable
        value={to}
        error={missing(to)}
        onChange={setTo}
      />
      <Textarea
        label={t('page.handOverDialog.why')}
        autosize
        minRows={2}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </MoveDialog>
  );
}
