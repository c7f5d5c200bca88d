/** Where a process is stuck: what is wrong in words, and what gets it going again. */
import { Button, Select } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { useSaid } from '../app/i18n.ts';
import { instanceQuery, usePeople } from '../app/queries.ts';
import { Link } from '../app/router.tsx';
import { useMay } from '../app/session.ts';
import { useAct } from '../app/use-act.ts';
import { announce } from '../shared/announce.tsx';
import { Dialog } from '../shared/dialog.tsx';
import { Failed } from '../shared/failed.tsx';
import styles from './stuck.module.css';

interface Incident {
  incident: string;
  element: string;
  code: string;
  message: string;
}

interface Props {
  instance: string;
  /** Who holds a role is kept with it, for what begins in it later too. */
  initiative?: string | undefined;
  /** What it runs on, once it is there. */
  definition: Definition | undefined;
  /** One is where it is repaired already. */
  here?: boolean;
}

export function Stuck({ instance, initiative, definition, here = false }: Props) {
  const { data } = useQuery(instanceQuery(instance));
  return (
    <>
      {(data?.open.incidents ?? []).map((one) => (
        <One
          key={one.incident}
          incident={one}
          instance={instance}
          initiative={initiative}
          definition={definition}
          here={here}
        />
      ))}
    </>
  );
}

interface OneProps extends Props {
  incident: Incident;
}

function One({ incident, instance, initiative, definition, here = false }: OneProps) {
  const { t, i18n } = useTranslation('initiatives');
  const said = useSaid();
  const may = useMay();
  const act = useAct();
  const [naming, setNaming] = useState(false);
  const element = definition?.elements.find(({ id }) => id === incident.element);
  const what = said(element?.name) || incident.element;
  const key = `stuck.code.${incident.code}`;
  const known = i18n.exists(key, { ns: 'initiatives' }) ? (key as 'stuck.code.NO_PERSON') : 'stuck.other';
  const retry = async () => {
    if (await act.run(`/instances/${instance}/acts`, { type: 'retry', incident: incident.incident }))
      announce(t('stuck.tried'));
  };
  return (
    <section className={styles.stuck} aria-label={t('stuck.title', { what })}>
      <p className={styles.what}>
        <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
        {t('stuck.title', { what })}
      </p>
      <p>{t(known)}</p>
      <details>
        <summary>{t('stuck.detail')}</summary>
        <p lang="en">{incident.message}</p>
      </details>
      <Failed error={act.error} />
      <div className={styles.buttons}>
        {incident.code === 'NO_PERSON' && may('initiative.act') ? (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
            {t('stuck.name')}
          </Button>
        ) : null}
        {may('instance.repair') && !here ? (
          <Button
            variant="default"
            loading={act.busy}
            leftSection={<IconRefresh size={18} aria-hidden />}
            onClick={() => void retry()}
          >
            {t('stuck.retry')}
          </Button>
        ) : null}
        {may('instance.repair') && !here ? (
          <Link to={`/repair/${instance}`} className={styles.repair}>
            {t('stuck.repair')}
          </Link>
        ) : null}
      </div>
      {naming && definition ? (
        <NameSomebody
          definition={definition}
          wanted={element && 'roles' in element ? element.roles?.[0] : undefined}
          path={initiative === undefined ? `/instances/${instance}/acts` : `/initiatives/${initiative}/acts`}
          onClose={(done) => {
            setNaming(false);
            if (done) void retry();
          }}
        />
      ) : null}
    </section>
  );
}

interface NamingProps {
  definition: Definition;
  /** The role nobody holds. */
  wanted: string | undefined;
  path: string;
  onClose(done: boolean): void;
}

function NameSomebody({ definition, wanted, path, onClose }: NamingProps) {
  const { t } = useTranslation('initiatives');
  const { t: tShared } = useTranslation('shared');
  const said = useSaid();
  const people = usePeople();
  const act = useAct();
  const [role, setRole] = useState<string | null>(wanted ?? null);
  const [person, setPerson] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const missing = (value: string | null) => (tried && !value ? tShared('required') : undefined);
  return (
    <Dialog title={t('stuck.name')} onClose={() => onClose(false)}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!role || !person) return;
          void act
            .run(path, { type: 'assign', role, people: [person] })
            .then((done) => done && onClose(true));
        }}
      >
        <p style={{ marginTop: 0 }}>{t('stuck.nameLead')}</p>
        <Select
          label={t('stuck.role')}
          data={definition.roles.map(({ id, name }) => ({ value: id, label: said(name) }))}
          value={role}
          error={missing(role)}
          onChange={setRole}
        />
        <Select
          mt="md"
          label={t('stuck.person')}
          data={[...people.values()].map(({ id, name }) => ({
            value: id,
            label: name ?? tShared('someone'),
          }))}
          searchable
          openOnFocus={false}
          value={person}
          error={missing(person)}
          data-autofocus
          onChange={setPerson}
        />
        <Failed error={act.error} />
        <Button type="submit" mt="lg" loading={act.busy}>
          {t('stuck.nameGo')}
        </Button>
      </form>
    </Dialog>
  );
}
