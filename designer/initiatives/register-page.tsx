/** Registers an initiative with the initiator at the table or on the phone, by the form of the process it begins with. */
import { Button, Select } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registered } from '../../contract/api/initiatives.ts';
import type { Definition, Form } from '../../contract/index.ts';
import { Refused } from '../app/api.ts';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery, queryClient, versionQuery } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { go, Link } from '../app/router.tsx';
import { useAct } from '../app/use-act.ts';
import { FormFields } from '../form/form-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { announce } from '../shared/announce.tsx';
import { Empty } from '../shared/empty.tsx';
import { Failed } from '../shared/failed.tsx';
import styles from './register-page.module.css';
import { canRegister, startFormOf } from './start-form.ts';

export function Page() {
  const { t } = useTranslation('initiatives');
  const said = useSaid();
  const { data: processes, error } = useQuery(definitionsQuery);
  const published = (processes ?? []).flatMap(({ id, version }) =>
    version === undefined ? [] : [{ id, version }],
  );
  const { possible, isLoading } = useQueries({
    queries: published.map(({ id, version }) => versionQuery(id, version)),
    combine: registering,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const process = possible.find(({ id }) => id === chosen) ?? possible[0];
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
      {processes && !isLoading && possible.length === 0 ? <Empty title={t('registerPage.nothing')} /> : null}
      {possible.length > 1 ? (
        <Select
          label={t('registerPage.process')}
          data={possible.map(({ id, name }) => ({ value: id, label: said(name) }))}
          value={process?.id ?? null}
          allowDeselect={false}
          size="md"
          maw={420}
          mb="lg"
          onChange={setChosen}
        />
      ) : null}
      {process ? <Registering key={process.id} process={process.id} form={startFormOf(process)} /> : null}
    </div>
  );
}

/** Processes by which somebody can be registered. */
const registering = (all: { data: { definition: Definition } | undefined; isLoading: boolean }[]) => ({
  possible: all.flatMap(({ data }) => (data && canRegister(data.definition) ? [data.definition] : [])),
  isLoading: all.some((one) => one.isLoading),
});

function Registering({ process, form }: { process: string; form: Form }) {
  const { t } = useTranslation('initiatives');
  const { t: tForm } = useTranslation('form');
  const filling = useForm(`register-${process}`, form);
  const world = useRehearsal()?.world.id;
  const [made, setMade] = useState<Partial<Registered>>();
  const act = useAct(setMade);
  const problems = Object.values(filling.problems);
  async function register() {
    const data = filling.check(undefined);
    if (!data || !(await act.run('/initiatives', { process, data, ...(world ? { world } : {}) }))) return;
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
