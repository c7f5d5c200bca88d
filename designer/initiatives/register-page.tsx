/** Registers an initiative with the initiator at the table or on the phone, by the form of the process it begins with. */
import { Button, Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registered } from '../../contract/api/initiatives.ts';
import type { Definition, Form } from '../../contract/index.ts';
import { Refused } from '../app/api.ts';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery, queryClient, versionQuery } from '../app/queries.ts';
import { go, Link } from '../app/router.tsx';
import { useAct } from '../app/use-act.ts';
import { FormFields } from '../form/form-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { announce } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import styles from './register-page.module.css';

export function Page() {
  const { t } = useTranslation('initiatives');
  const said = useSaid();
  const { data: processes, error } = useQuery(definitionsQuery);
  const published = (processes ?? []).flatMap(({ id, name, version }) =>
    version === undefined ? [] : [{ id, name, version }],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const process = published.find(({ id }) => id === chosen) ?? published[0];
  const { data: version } = useQuery({
    ...versionQuery(process?.id ?? '', process?.version ?? 0),
    enabled: process !== undefined,
  });
  const form = version && startFormOf(version.definition);
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Link to="/initiatives">
          <IconArrowLeft size={18} aria-hidden /> {t('page.back')}
        </Link>
      </p>
      <h1>{t('registerPage.title')}</h1>
      <p className="quiet">{t('registerPage.lead')}</p>
      <Failed error={error} />
      {processes && published.length === 0 ? <Empty title={t('registerPage.nothing')} /> : null}
      {published.length > 1 ? (
        <Select
          label={t('registerPage.process')}
          data={published.map(({ id, name }) => ({ value: id, label: said(name) }))}
          value={process?.id ?? null}
          allowDeselect={false}
          size="md"
          maw={420}
          mb="lg"
          onChange={setChosen}
        />
      ) : null}
      {process && form ? <Registering key={process.id} process={process.id} form={form} /> : null}
    </div>
  );
}

/** The form of the start event that people begin with. */
function startFormOf({ elements, forms }: Definition): Form {
  const start = elements.find((one) => one.type === 'startEvent' && one.form !== undefined && !one.parent);
  const id = start?.type === 'startEvent' ? start.form : undefined;
  return forms.find((form) => form.id === id) ?? { id: 'none', name: '', fields: [] };
}

function Registering({ process, form }: { process: string; form: Form }) {
  const { t } = useTranslation('initiatives');
  const { t: tForm } = useTranslation('form');
  const filling = useForm(`register-${process}`, form);
  const [made, setMade] = useState<Partial<Registered>>();
  const act = useAct(setMade);
  const problems = Object.values(filling.problems);
  async function register() {
    const data = filling.check(undefined);
    if (!data || !(await act.run('/initiatives', { process, data }))) return;
    filling.done();
    await queryClient.invalidateQueries({ queryKey: ['people'] });
    announce(t('registerPage.said', { title: String(data.title ?? data.idea ?? '') }));
  }
  if (made?.initiative) queueMicrotask(() => go(`/initiatives/${made.initiative}`, { replace: true }));
  const { error } = act;
  const found = error instanceof Refused ? (error.problem.problems ?? []) : [];
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void register();
      }}
    >
      <FormFields
        form={form}
        name="register"
        data={filling.data}
        outcome={undefined}
        now={filling.now}
        problems={{
          ...filling.problems,
          ...Object.fromEntries(found.map(({ path, message }) => [path.replace(/^data\./, ''), message])),
        }}
        onChange={filling.set}
      />
      <div role="alert">
        {problems.length > 0 ? (
          <p className={styles.problems}>
            {tForm('problems', { count: problems.length })} {problems[0]}
          </p>
        ) : null}
      </div>
      {found.length > 0 ? null : <Failed error={error} />}
      <Button type="submit" size="md" mt="lg" loading={act.busy}>
        {t('registerPage.go')}
      </Button>
    </form>
  );
}
