/** A ladder of the process itself: a time line, what each point does, and the dates for an example. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ladder, Rung, RungAct } from '../../contract/index.ts';
import { dutchCalendar, isPlannable, reckon, rollForward } from '../../core/calendar/index.ts';
import { rungWords } from '../../core/prose/ladder-words.ts';
import { roleName, rolesOf } from '../../core/prose/say.ts';
import { useProperties, Words } from '../properties/parts.tsx';
import { Ledger } from '../properties/term-editor.tsx';
import styles from './ladder.module.css';
import {
  actOf,
  isOnLine,
  placesOf,
  type What,
  whatOf,
  whoOf,
  withNewRung,
  withoutRung,
  withRung,
} from './rungs.ts';
import { TimeLine } from './time-line.tsx';

const WHATS: readonly What[] = ['remind', 'honest', 'offer', 'raise', 'task'];

export function LadderEditor({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation('ladder');
  const { definition, language, editor } = useProperties();
  const [chosen, setChosen] = useState<string>();
  const [due, setDue] = useState(
    () => rollForward(dutchCalendar, new Date().toISOString().slice(0, 10)).date,
  );
  const put = (next: Ladder, gesture?: string) => {
    const ladders = definition.ladders.map((one) => (one.id === ladder.id ? next : one));
    editor.run('changeProcess', { ladders }, gesture && `ladder ${ladder.id} ${gesture}`);
    if (!gesture) editor.settle();
  };
  const words = (rung: Rung) => rungWords(definition, rung, language);
  const add = (side: 'before' | 'after') => {
    const { ladder: next, id } = withNewRung(ladder, side);
    put(next);
    setChosen(id);
  };
  const sorted = ladder.rungs.toSorted((a, b) => a.amount - b.amount);
  return (
    <>
      <p className={styles.quiet}>
        {t('places', { count: placesOf(definition, ladder.id) })} {t('firstRole')}
      </p>
      <Words
        label={t('name')}
        value={ladder.name}
        onChange={(name) => put({ ...ladder, name }, 'name')}
        onBlur={editor.settle}
      />
      <TimeLine
        ladder={ladder}
        words={words}
        onMove={(rung) => put(withRung(ladder, rung), `move ${rung.id}`)}
        onRemove={(id) => put(withoutRung(ladder, id))}
        onChoose={setChosen}
        onSettle={editor.settle}
      />
      <p className={styles.quiet}>{t(sorted.length > 0 ? 'hint' : 'empty')}</p>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {(['before', 'after'] as const).map((side) => (
          <Button
            key={side}
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(side)}
          >
            {t(side === 'before' ? 'addBefore' : 'addAfter')}
          </Button>
        ))}
      </div>
      <TextInput
        size="sm"
        type="date"
        label={t('sample')}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <ol className={styles.rungs}>
        {sorted.map((rung) => (
          <li key={rung.id} className={styles.rung} data-chosen={rung.id === chosen || undefined}>
            <div className={styles.head}>
              <p>{words(rung)}</p>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove', { what: words(rung) })}
                onClick={() => put(withoutRung(ladder, rung.id))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </div>
            <OnDate rung={rung} due={due} />
            {rung.id === chosen
              ? rung.acts.map((act, index) => (
                  <Act
                    // biome-ignore lint/suspicious/noArrayIndexKey: the acts of a rung stay in their places
                    key={index}
                    act={act}
                    rung={rung}
                    ladder={ladder}
                    onChange={(next, gesture) =>
                      put(
                        withRung(ladder, { ...rung, acts: rung.acts.with(index, next) }),
                        gesture && `act ${rung.id} ${gesture}`,
                      )
                    }
                  />
                ))
              : null}
            {rung.id === chosen ? null : (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => setChosen(rung.id)}
                aria-label={`${t('what')}: ${words(rung)}`}
                style={{ justifySelf: 'start' }}
              >
                {t('what')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface ActProps {
  act: RungAct;
  rung: Rung;
  ladder: Ladder;
  onChange(act: RungAct, gesture?: string): void;
}

function Act({ act, rung, ladder, onChange }: ActProps) {
  const { t } = useTranslation('ladder');
  const { definition, language, editor } = useProperties();
  const [what, who] = [whatOf(act), whoOf(act)];
  const known = rolesOf(definition, language);
  const people = [
    { value: 'owner', label: roleName(definition, 'owner', language) },
    ...known,
    ...(who === 'owner' || known.some(({ value }) => value === who)
      ? []
      : [{ value: who, label: roleName(definition, who, language) }]),
  ];
  const someoneElse = known.find(({ value }) => value === 'manager')?.value ?? known[0]?.value ?? 'manager';
  return (
    <>
      <NativeSelect
        size="sm"
        label={t('what')}
        value={what}
        data={WHATS.map((value) => ({ value, label: t(`whats.${value}`) }))}
        onChange={(event) => {
          const next = event.currentTarget.value as What;
          // Only a reminder goes to whoever does it.
          const to = who === 'owner' && next !== 'remind' && next !== 'honest' ? someoneElse : who;
          onChange(actOf(next, to, ladder, rung.amount));
        }}
      />
      <NativeSelect
        size="sm"
        label={t('who')}
        value={who}
        data={people.filter(({ value }) => value !== 'owner' || what === 'remind' || what === 'honest')}
        onChange={(event) => {
          const to = event.currentTarget.value;
          onChange(act.act === 'task' ? { ...act, role: to } : { ...act, to });
        }}
      />
      {act.act === 'task' ? (
        <Words
          label={t('taskName')}
          value={act.name}
          onChange={(name) => onChange({ ...act, name }, 'name')}
          onBlur={editor.settle}
        />
      ) : null}
    </>
  );
}

/** The day a rung falls on when the example is due, and why. */
function OnDate({ rung, due }: { rung: Rung; due: string }) {
  const { t } = useTranslation('ladder');
  const { language } = useProperties();
  if (!isOnLine(rung) || !isPlannable(due)) return null;
  const term = { amount: rung.amount, unit: rung.unit, time: dutchCalendar.messageTime };
  const { date, ledger } = reckon(dutchCalendar, due, term);
  const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
  return (
    <details className={styles.date}>
      <summary>
        {t('onDate', { date: written })} · {t('counted')}
      </summary>
      <Ledger lines={ledger} language={language} />
    </details>
  );
}
