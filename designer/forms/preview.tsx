/** The form as people get it, to be filled in: on the telephone of a resident, or where a colleague does it. */
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form, Language } from '../../contract/index.ts';
import { dutchCalendar } from '../../core/calendar/index.ts';
import { readsOf } from '../../core/feel/index.ts';
import { validateForm } from '../../core/forms/index.ts';
import type { Variables } from '../../core/state.ts';
import { useMe } from '../app/session.ts';
import { FormFields } from '../form/form-fields.tsx';
import { useProperties } from '../properties/parts.tsx';
import styles from './forms.module.css';
import { PhonePage } from './phone-page.tsx';
import { isForOthers, placesOf, type Shown, toldBefore } from './resident-page.ts';
import { useUseWords } from './used-at.tsx';

export function Preview({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const { definition, language: own } = useProperties();
  const words = useUseWords();
  const [language, setLanguage] = useState<Language>(own);
  const [chosen, setChosen] = useState(0);
  const [before, setBefore] = useState<Variables>({});
  const [round, setRound] = useState(0);
  const now = useMemo(() => ({ at: new Date().toISOString(), zone: dutchCalendar.zone }), []);
  const places = placesOf(definition, form.id);
  const use = places[chosen] ?? places[0];
  const isResident = use === undefined || isForOthers(definition, use);
  const earlier = useMemo(
    () => toldBefore(definition, form, (feel) => readsOf(feel).paths),
    [definition, form],
  );
  const organisation = t('preview.organisation', { lng: language });
  const { look } = useMe().organisation;
  const shown = useMemo<Shown>(
    () => ({ definition, form, use, language, organisation, look, now, before }),
    [definition, form, use, language, organisation, look, now, before],
  );
  return (
    <section className={styles.preview} aria-label={t(isResident ? 'preview.title' : 'preview.staff')}>
      <div className={styles.previewBar}>
        <h3 className={styles.title}>{t(isResident ? 'preview.title' : 'preview.staff')}</h3>
        <span className={styles.push} />
        {isResident ? (
          <SegmentedControl
            size="xs"
            aria-label={t('preview.language')}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
            data={[
              { value: 'nl', label: t('preview.dutch') },
              { value: 'en', label: t('preview.english') },
            ]}
          />
        ) : null}
      </div>
      {places.length > 1 ? (
        <NativeSelect
          size="sm"
          label={t('preview.step')}
          value={String(Math.min(chosen, places.length - 1))}
          data={places.map((place, index) => ({ value: String(index), label: words(place) }))}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      ) : null}
      {earlier.fields.length > 0 ? (
        <fieldset className={styles.before}>
          <legend>{t('preview.before')}</legend>
          <FormFields
            key={round}
            form={earlier}
            name="before"
            data={before}
            outcome={undefined}
            now={now}
            problems={{}}
            onChange={(key, value) => setBefore((all) => ({ ...all, [key]: value }))}
          />
        </fieldset>
      ) : null}
      <div className={styles.previewBar}>
        <p className={`quiet ${styles.hint}`}>{t('preview.hint')}</p>
        <span className={styles.push} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => {
            setBefore({});
            setRound(round + 1);
          }}
        >
          {t('preview.again')}
        </Button>
      </div>
      {isResident ? (
        <PhonePage key={`${form.id} ${round}`} shown={shown} />
      ) : (
        <StaffForm key={`${form.id} ${round}`} shown={shown} />
      )}
    </section>
  );
}

/** Forms of colleagues look as in their work. */
function StaffForm({ shown }: { shown: Shown }) {
  const { t } = useTranslation('forms');
  const { language } = useProperties();
  const { form, before, now, definition } = shown;
  const [data, setData] = useState<Variables>({});
  const [problems, setProblems] = useState<Record<string, string>>();
  const look = () => {
    const people = Object.fromEntries(definition.roles.map(({ id }) => [id, [id]]));
    const read = validateForm(form, data, before, now, undefined, people);
    setProblems(
      read.ok ? {} : Object.fromEntries(read.problems.map(({ path, text }) => [path, text[language]])),
    );
  };
  return (
    <div className={styles.staff}>
      <FormFields
        form={form}
        name={`preview-${form.id}`}
        data={{ ...before, ...data }}
        outcome={undefined}
        now={now}
        problems={problems ?? {}}
        onChange={(key, value) => {
          setData((all) => ({ ...all, [key]: value }));
          setProblems(undefined);
        }}
      />
      <Button variant="light" style={{ justifySelf: 'start' }} onClick={look}>
        {t('preview.check')}
      </Button>
      <p role="status" className={styles.sent}>
        {problems && Object.keys(problems).length === 0 ? t('preview.sent') : ''}
      </p>
    </div>
  );
}
