/** What happens when something is not done in time: a ladder, drawn as a time line. */
import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ladder, Language, Rung, RungAct, Term } from '../../contract/index.ts';
import { defaultTerm } from '../../core/chasing/standard-ladders.ts';
import { lengthOf } from '../../core/picture/card-words.ts';
import { ladderOf, laddersOf, roleName, said } from '../../core/prose/say.ts';
import { LadderEditor } from '../ladder/ladder-editor.tsx';
import { ownCopy } from '../ladder/rungs.ts';
import { Section, useProperties } from './parts.tsx';
import styles from './properties.module.css';

interface Props {
  title: string;
  roles: readonly string[];
  ladder: string | undefined;
  term: Term | undefined;
  /** `field` joins it with what else is changed at that field. */
  onChange(ladder: string | undefined, field?: string): void;
}

export function LadderPicker({ title, roles, ladder, term = { ...defaultTerm }, onChange }: Props) {
  const { t } = useTranslation('properties');
  const { t: say } = useTranslation('ladder');
  const { definition, language, editor } = useProperties();
  const usual = ladderOf(definition, roles, undefined);
  const chosen = ladderOf(definition, roles, ladder);
  const own = definition.ladders.findIndex(({ id }) => id === chosen?.id);
  const makeOwn = (from: Ladder) => {
    const copy = ownCopy(definition, from);
    // The ladder and who uses it are one step: undoing it leaves neither.
    const field = `own ladder ${copy.id}`;
    const chosenElement = editor.drawing.selection.elements[0] ?? '';
    editor.run('changeProcess', { ladders: [...definition.ladders, copy] }, `${chosenElement} ${field}`);
    onChange(copy.id, field);
    editor.settle();
  };
  return (
    <Section title={title}>
      <NativeSelect
        size="sm"
        aria-label={title}
        value={ladder ?? ''}
        data={[
          { value: '', label: t('ladderUsual', { name: said(usual?.name, language) }) },
          ...laddersOf(definition).map(({ id, name }) => ({ value: id, label: said(name, language) })),
          { value: 'none', label: t('ladderNone') },
        ]}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
      {own >= 0 && chosen ? (
        // By its place, so that it stays as it is under another identifier.
        <LadderEditor key={own} ladder={chosen} owner={roles[0] ?? 'initiator'} />
      ) : chosen ? (
        <>
          <Rungs ladder={chosen} term={term} />
          <Button
            size="compact-sm"
            variant="light"
            style={{ justifySelf: 'start' }}
            title={say('makeOwnHint')}
            onClick={() => makeOwn(chosen)}
          >
            {say('makeOwn')}
          </Button>
        </>
      ) : null}
    </Section>
  );
}

function Rungs({ ladder, term }: { ladder: Ladder; term: Term }) {
  const { t } = useTranslation('properties');
  const { definition, language } = useProperties();
  const length = Math.min(15, lengthOf(term));
  const shown = ladder.rungs.filter(
    ({ when, from }) => !when?.remindMe && !from && (when?.termAtLeast ?? 0) <= lengthOf(term),
  );
  const last = Math.max(length + 1, ...shown.map(({ amount }) => length + amount));
  const x = (days: number) => 6 + (Math.max(0, days) / last) * 288;
  const words = (act: RungAct) =>
    actWords(
      act,
      t,
      (role) =>
        role === 'owner'
          ? roleName(definition, 'owner', language).toLowerCase()
          : roleName(definition, role, language).toLowerCase(),
      language,
    );
  return (
    <>
      <svg className={styles.timeline} viewBox="0 0 300 34" aria-hidden="true">
        <line x1="6" y1="17" x2="294" y2="17" stroke="var(--edge)" strokeWidth="1.5" />
        <line x1="6" y1="17" x2={x(length)} y2="17" stroke="var(--us)" strokeWidth="4" />
        <rect x={x(length) - 3} y="7" width="6" height="20" rx="2" fill="var(--ink)" />
        {shown.map((rung) => (
          <circle
            key={rung.id}
            cx={x(length + rung.amount)}
            cy="17"
            r={kindOf(rung) === 'notify' ? 5 : 7}
            fill={
              kindOf(rung) === 'raise'
                ? 'var(--late)'
                : kindOf(rung) === 'notify'
                  ? 'var(--quiet)'
                  : 'var(--raised)'
            }
            stroke="var(--card)"
            strokeWidth="2"
          />
        ))}
      </svg>
      <ol className={styles.rungs}>
        {[...shown.map((rung) => ({ at: rung.amount, rung })), { at: 0, rung: undefined }]
          .toSorted((a, b) => a.at - b.at)
          .map(({ rung }) =>
            rung ? (
              <li key={rung.id} data-kind={kindOf(rung)}>
                <b>
                  {t(rung.amount < 0 ? 'rungs.before' : 'rungs.after', {
                    n: Math.abs(rung.amount),
                    unit: rung.unit === 'workingDays' ? 'wd' : t(`units.${rung.unit}`),
                  })}
                </b>
                <span>{rung.acts.map(words).join(language === 'nl' ? ' en ' : ' and ')}</span>
              </li>
            ) : (
              <li key="due">
                <b>{t('rungs.due')}</b>
                <span />
              </li>
            ),
          )}
      </ol>
    </>
  );
}

const kindOf = ({ acts }: Rung): RungAct['act'] =>
  (acts.find(({ act }) => act === 'raise') ?? acts.find(({ act }) => act === 'task') ?? acts[0])?.act ??
  'notify';

function actWords(
  act: RungAct,
  t: ReturnType<typeof useTranslation<'properties'>>['t'],
  role: (id: string) => string,
  language: Language,
): string {
  switch (act.act) {
    case 'notify':
      return t('rungs.notify', { to: role(act.to) });
    case 'offer':
      return t('rungs.offer', { to: role(act.to) });
    case 'raise':
      return t('rungs.raise', { to: role(act.to) });
    case 'task':
      return t('rungs.task', { to: role(act.role), name: said(act.name, language) });
  }
}
