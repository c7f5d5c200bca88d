/** How a play begins: on which day, where, by whom, with which answers. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlayerPlay, IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rejection } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { validateForm } from '../../core/forms/index.ts';
import { nameOf as elementName, roleName } from '../../core/prose/say.ts';
import type { Variables } from '../../core/state.ts';
import { useLanguage } from '../app/i18n.ts';
import { FormFields } from '../form/form-fields.tsx';
import styles from './play.module.css';
import { sampleData } from './sample-data.ts';
import type { PlaySession } from './session.ts';

export function Begin({
  session,
  day,
  onDay,
  onBegun,
}: {
  session: PlaySession;
  day: string;
  onDay(day: string): void;
  onBegun(rejection: Rejection | undefined): void;
}) {
  const { t } = useTranslation('play');
  const language = useLanguage();
  const { definition } = session;
  const starts = session.starts();
  const [element, setElement] = useState(starts[0]?.id ?? '');
  const start = starts.find(({ id }) => id === element);
  const by = start?.by?.length ? start.by : ['coordinator'];
  const [who, setWho] = useState(by[0] as string);
  const form = session.form(start?.form);
  const [data, setData] = useState<Variables>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const now = useMemo(() => ({ at: session.at, zone: dutchCalendar.zone }), [session.at]);
  const begin = () => {
    if (!start) return;
    let kept: Variables = data;
    if (form) {
      const checked = validateForm(
        form,
        session.asSent(form, data),
        definition.variables as Variables,
        now,
        undefined,
        session.people,
      );
      if (!checked.ok) {
        setProblems(Object.fromEntries(checked.problems.map(({ path, text }) => [path, text[language]])));
        return;
      }
      kept = checked.data;
    }
    onBegun(session.start(start.id, who, kept, t('stepStart')));
  };
  return (
    <form
      className={styles.begin}
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <p style={{ margin: 0 }}>{t('lead')}</p>
      <TextInput
        size="sm"
        type="date"
        label={t('startDay')}
        value={day}
        onChange={(event) => event.currentTarget.value && onDay(event.currentTarget.value)}
      />
      {starts.length > 1 ? (
        <NativeSelect
          size="sm"
          label={t('startWay')}
          value={element}
          data={starts.map(({ id }) => ({ value: id, label: elementName(definition, id, language) }))}
          onChange={(event) => setElement(event.currentTarget.value)}
        />
      ) : null}
      <NativeSelect
        size="sm"
        label={t('beginAs')}
        value={who}
        data={by.map((value) => ({ value, label: roleName(definition, value, language) }))}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      {form ? (
        <>
          <Button
            variant="light"
            leftSection={<IconWand size={18} aria-hidden />}
            onClick={() =>
              setData(
                sampleData(form, { today: session.today, at: session.at, language, words: t('sampleText') }),
              )
            }
          >
            {t('sample')}
          </Button>
          <FormFields
            form={form}
            name="play-start"
            data={data}
            outcome={undefined}
            now={now}
            problems={problems}
            onChange={(key, value) => setData((before) => ({ ...before, [key]: value }))}
          />
        </>
      ) : null}
      <Button type="submit" leftSection={<IconPlayerPlay size={18} aria-hidden />} disabled={!start}>
        {t('begin')}
      </Button>
    </form>
  );
}
