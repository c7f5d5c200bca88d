/** An open task in play: whose it is, by when and why then, its form, and the ways to end it. */
import { Button } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { validateForm } from '../../core/forms/index.ts';
import { roleName } from '../../core/prose/say.ts';
import type { Variables } from '../../core/state.ts';
import { writtenMoment } from '../../core/texts/index.ts';
import { useLanguage, useSaid } from '../app/i18n.ts';
import { FormFields } from '../form/form-fields.tsx';
import { Ledger } from '../properties/term-editor.tsx';
import { SideMark } from '../shared/side-mark.tsx';
import styles from './play.module.css';
import { sampleData } from './sample-data.ts';
import type { OpenTask, PlaySession } from './session.ts';

interface Props {
  task: OpenTask;
  session: PlaySession;
  /** The called process it is in. */
  within?: string | undefined;
  nameOf(person: string): string;
  onComplete(task: OpenTask, outcome: string | undefined, data: Variables, by: string): void;
}

export function TaskCard({ task, session, within, nameOf, onComplete }: Props) {
  const { t } = useTranslation('play');
  const trying = useTranslation('trying').t;
  const said = useSaid();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState(false);
  const [data, setData] = useState<Variables>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const now = useMemo(() => ({ at: session.at, zone: dutchCalendar.zone }), [session.at]);
  const finish = (outcome: string | undefined, by: string) => {
    let kept: Variables = data;
    if (task.form) {
      const checked = validateForm(
        task.form,
        session.asSent(task.form, data),
        session.variables,
        now,
        outcome,
        session.people,
      );
      if (!checked.ok) {
        setProblems(Object.fromEntries(checked.problems.map(({ path, text }) => [path, text[language]])));
        setOpen(true);
        return;
      }
      kept = checked.data;
    }
    onComplete(task, outcome, kept, by);
  };
  const label = said(task.title) || task.name;
  const ending = task.confirms ? t('confirm') : t('done');
  return (
    <li className={styles.task} data-side={task.side}>
      {within === undefined ? null : <p className={styles.line}>{trying('within', { what: within })}</p>}
      <div className={styles.taskHead}>
        <SideMark side={task.side} size={12} />
        <strong>{label}</strong>
      </div>
      <p className={styles.line}>
        {nameOf(task.person)},{' '}
        {roleName(session.definition, task.roles[0] ?? task.person, language).toLowerCase()}
        {task.due ? (
          <>
            {' · '}
            <button
              type="button"
              className={styles.due}
              data-late={task.late || undefined}
              aria-expanded={why}
              onClick={() => setWhy(!why)}
            >
              {task.late ? `${t('late')}: ` : ''}
              {t('due', { when: writtenMoment(language, dutchCalendar.zone, task.due, session.today) })}
            </button>
          </>
        ) : null}
      </p>
      {why && task.ledger ? <Ledger lines={task.ledger} language={language} /> : null}
      {task.form && open ? (
        <div className={styles.form}>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconWand size={16} aria-hidden />}
            onClick={() =>
              setData(
                sampleData(task.form, {
                  today: session.today,
                  at: session.at,
                  language,
                  words: t('sampleText'),
                }),
              )
            }
          >
            {t('sample')}
          </Button>
          <FormFields
            form={task.form}
            name={`play-${task.key}`}
            data={data}
            outcome={undefined}
            now={now}
            problems={problems}
            onChange={(key, value) => setData((before) => ({ ...before, [key]: value }))}
          />
        </div>
      ) : null}
      <div className={styles.buttons}>
        {task.form && !open ? (
          <Button size="sm" aria-label={`${t('do')}: ${label}`} onClick={() => setOpen(true)}>
            {t('do')}
          </Button>
        ) : task.outcomes.length > 0 ? (
          task.outcomes.map((outcome) => (
            <Button
              key={outcome.id}
              size="sm"
              variant="default"
              onClick={() => finish(outcome.id, outcome.by?.[0] ?? task.person)}
            >
              {said(outcome.label)}
            </Button>
          ))
        ) : (
          <Button size="sm" aria-label={`${ending}: ${label}`} onClick={() => finish(undefined, task.person)}>
            {ending}
          </Button>
        )}
      </div>
    </li>
  );
}
