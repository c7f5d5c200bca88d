/** A ladder of the process itself: a time line, what each point does, and the dates for an example. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ladder, Rung, RungAct } from '../../contract/index.ts';
import { dutchCalendar, isPlannable, reckon, rollForward } from '../../core/calendar/index.ts';
import { rungWords } from '../../core/prose/ladder-words.ts';
import { roleName, rolesOf } from '../../core/prose/say.ts';
import { mayRenameLadder, mayRenameRung } from '../actions/index.ts';
import { ExpertId } from '../expert/expert-id.tsx';
import { useProperties, Words } from '../properties/parts.tsx';
import { Ledger } from '../properties/term-editor.tsx';
import { NotifyWords, RaiseKind } from './act-words.tsx';
import styles from './ladder.module.css';
import { RungWhen } from './rung-when.tsx';
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

export function LadderEditor({ ladder, owner }: { ladder: Ladder; owner: string }) {
  const { t } = useTranslation('ladder');
  const { t: te } = useTranslation('expert');
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
            {rung.id === chosen ? (
              <RungWhen
                rung={rung}
                onChange={(next, gesture) =>
                  put(withRung(ladder, next), gesture && `rung ${rung.id} ${gesture}`)
                }
              />
            ) : null}
            {rung.id === chosen
              ? rung.acts.map((act, index) => (
                  <Act
                    // biome-ignore lint/suspicious/noArrayIndexKey: the acts of a rung stay in their places
                    key={index}
                    act={act}
                    index={index}
                    owner={owner}
                    rung={rung}
                    ladder={ladder}
                    onChange={(next, gesture) =>
                      put(
                        withRung(ladder, { ...rung, acts: rung.acts.with(index, next) }),
                        gesture && `act ${rung.id} ${index} ${gesture}`,
                      )
                    }
                    {...(rung.acts.length > 1
                      ? {
                          onRemove: () =>
                            put(withRung(ladder, { ...rung, acts: rung.acts.toSpliced(index, 1) })),
                        }
                      : {})}
                  />
                ))
              : null}
            {rung.id === chosen ? (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconPlus size={16} aria-hidden />}
                style={{ justifySelf: 'start' }}
                onClick={() =>
                  put(
                    withRung(ladder, {
                      ...rung,
                      acts: [...rung.acts, actOf('remind', 'owner', ladder, rung.amount)],
                    }),
                  )
                }
              >
                {te('addAct')}
              </Button>
            ) : null}
            {rung.id === chosen ? (
              <ExpertId
                value={rung.id}
                place="rung"
                may={(id) => mayRenameRung(ladder, rung.id, id)}
                onChange={(to) => {
                  editor.run('renameRung', { ladder: ladder.id, rung: rung.id, to });
                  editor.settle();
                  setChosen(to);
                }}
              />
            ) : null}
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
      <ExpertId
        value={ladder.id}
        place="ladder"
        may={(id) => mayRenameLadder(editor.drawing, ladder.id, id)}
        onChange={(to) => {
          editor.run('renameLadder', { ladder: ladder.id, to });
          editor.settle();
        }}
      />
    </>
  );
}

interface ActProps {
  act: RungAct;
  /** Its place among what happens at this moment. */
  index: number;
  rung: Rung;
  ladder: Ladder;
  /** Role that is chased where it is shown. */
  owner: string;
  onChange(act: RungAct, gesture?: string): void;
  onRemove?(): void;
}

function Act({ act, index, rung, ladder, owner, onChange, onRemove }: ActProps) {
  const { t } = useTranslation('ladder');
  const { t: te } = useTranslation('expert');
  const numbered = (label: string) => (rung.acts.length > 1 ? te('act', { n: index + 1, label }) : label);
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
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a border and a legend
    <div role="group" aria-label={numbered(t(`whats.${what}`))} className={styles.act}>
      <NativeSelect
        size="sm"
        label={numbered(t('what'))}
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
        label={numbered(t('who'))}
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
      {act.act === 'notify' && act.kind !== 'honest' ? (
        <NotifyWords act={act} owner={owner} onChange={onChange} />
      ) : null}
      {act.act === 'raise' ? <RaiseKind act={act} onChange={onChange} /> : null}
      {onRemove ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          style={{ justifySelf: 'start' }}
          onClick={onRemove}
        >
          {te('removeAct', { what: numbered(t(`whats.${what}`)) })}
        </Button>
      ) : null}
    </div>
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
