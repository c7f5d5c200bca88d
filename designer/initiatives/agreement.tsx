/** What was agreed: who carries how much, every commitment with its owner and day, and adding one. */
import { Button, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../contract/index.ts';
import { type Commitment, commitmentsQuery, usePeople } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { useOwnOptions } from '../form/person-options.ts';
import { DueChip } from '../shared/due-chip.tsx';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { OwnerShare } from '../shared/owner-share.tsx';
import { useNames } from '../shared/person.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import { useDays } from '../shared/today.ts';
import { commitmentItem } from '../work/item.ts';
import styles from './page.module.css';

interface Props {
  initiative: string;
  /** Where a new commitment is added; none when nothing runs. */
  running: string | undefined;
}

const isOpen = ({ status }: Commitment) => status !== 'done' && status !== 'dropped';

export function Agreement({ initiative, running }: Props) {
  const { t } = useTranslation('initiatives');
  const may = useMay();
  const { data = [] } = useQuery(commitmentsQuery({ initiative }));
  const [adding, setAdding] = useState(false);
  const [showDone, setShowDone] = useState(false);
  const open = data.filter(isOpen);
  const done = data.filter((one) => !isOpen(one));
  return (
    <section className="card" aria-labelledby="agreement">
      <h2 id="agreement">{t('page.agreement')}</h2>
      {data.length === 0 ? (
        <p className="quiet">{t('page.agreementNone')}</p>
      ) : (
        <OwnerShare owners={open.map(({ side }) => side)} />
      )}
      <ul className={styles.commitments}>
        {open.map((one) => (
          <Open key={one.id} commitment={one} />
        ))}
        {showDone ? done.map((one) => <Finished key={one.id} commitment={one} />) : null}
      </ul>
      <div className={styles.buttons}>
        {done.length > 0 && !showDone ? (
          <Button variant="subtle" size="compact-md" onClick={() => setShowDone(true)}>
            {t('page.showDone', { count: done.length })}
          </Button>
        ) : null}
        {running !== undefined && may('commitment.act') ? (
          <Button
            variant="light"
            size="compact-md"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('page.add')}
          </Button>
        ) : null}
      </div>
      {adding && running !== undefined ? (
        <Add instance={running} initiative={initiative} onClose={() => setAdding(false)} />
      ) : null}
    </section>
  );
}

function Open({ commitment }: { commitment: Commitment }) {
  const name = useNames();
  const { id, text, owner, side, due } = commitment;
  return (
    <li>
      <SideMark side={side} />
      <span>
        <Link to={`/?item=${encodeURIComponent(`commitment:${id}`)}`}>{text}</Link>
        <span className="quiet"> {name(owner)}</span>
      </span>
      <DueChip due={{ at: `${due}T17:00:00.000Z`, date: due }} late={commitmentItem(commitment).late} />
    </li>
  );
}

function Finished({ commitment }: { commitment: Commitment }) {
  const { t } = useTranslation('initiatives');
  const days = useDays();
  const name = useNames();
  const { text, owner, side, status, doneOn, rePromises } = commitment;
  return (
    <li className={styles.finished}>
      <SideMark side={side} />
      <span>
        {text}
        <span className="quiet">
          {' '}
          {name(owner)} ·{' '}
          {status === 'dropped'
            ? t('page.dropped').toLocaleLowerCase()
            : t('page.doneOn', { when: doneOn ? days.day(doneOn) : '' })}
          {rePromises > 0 ? `, ${t('page.moved')}` : ''}
        </span>
      </span>
    </li>
  );
}

const CHANNELS = ['phone', 'conversation', 'mail', 'paper'] as const;

function Add({ instance, initiative, onClose }: { instance: string; initiative: string; onClose(): void }) {
  const { t } = useTranslation('initiatives');
  const { t: tShared } = useTranslation('shared');
  const { t: tWork } = useTranslation('work');
  const people = usePeople();
  const options = useOwnOptions(initiative);
  const [tried, setTried] = useState(false);
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const [why, setWhy] = useState('');
  const [channel, setChannel] = useState<string | null>(null);
  const side = people.get(owner ?? '')?.side as Side | undefined;
  const isTheirs = side !== undefined && side !== 'us';
  const missing = (value: string | null) => (tried && !value?.trim() ? tShared('required') : undefined);
  return (
    <MoveDialog
      title={t('page.addTitle')}
      lead={t('page.addLead')}
      go={t('page.add')}
      said={t('page.addSaid')}
      onClose={onClose}
      request={() => {
        setTried(true);
        if (!text.trim() || !owner || !due || (isTheirs && !channel)) return undefined;
        const commitment = { text, owner, due, ...(why.trim() ? { why } : {}) };
        const behalf = isTheirs ? { onBehalfOf: owner, channel } : {};
        return { path: '/commitments', body: { instance, commitment, ...behalf } };
      }}
    >
      <TextInput
        label={t('page.what')}
        value={text}
        error={missing(text)}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t('page.who')}
        data={options}
        searchable
        value={owner}
        error={missing(owner)}
        onChange={setOwner}
      />
      <TextInput
        type="date"
        label={t('page.when')}
        value={due}
        error={missing(due)}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      {side === 'us' ? (
        <Textarea
          label={t('page.why')}
          autosize
          minRows={1}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      ) : null}
      {isTheirs ? (
        <Radio.Group label={t('page.behalf')} value={channel} error={missing(channel)} onChange={setChannel}>
          <div className={styles.channels}>
            {CHANNELS.map((one) => (
              <Radio key={one} value={one} label={tWork(`onBehalf.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      ) : null}
    </MoveDialog>
  );
}
