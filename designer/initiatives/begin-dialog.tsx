/** Begins a process that needs no registration: in an initiative, beside what runs there, or by itself in a rehearsal. */
import { Select } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Form } from '../../contract/index.ts';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery, initiativesQuery, versionQuery } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { Link } from '../app/router.tsx';
import { FormFields } from '../form/form-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { Dialog } from '../shared/dialog.tsx';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { canRegister, startFormOf } from './start-form.ts';

interface Props {
  /** In which it begins; in a rehearsal one may choose. */
  initiative?: string;
  /** Whose name it begins in, where that may be somebody else's. */
  by?: string;
  onClose(done: boolean): void;
}

/** Stands for "in no initiative". */
const NONE = 'none';

export function BeginDialog({ initiative, by, onClose }: Props) {
  const { t } = useTranslation('rehearsal');
  const said = useSaid();
  const rehearsal = useRehearsal();
  const { data: processes, isLoading } = useQuery(definitionsQuery);
  const published = (processes ?? []).flatMap(({ id, version }) =>
    version === undefined ? [] : [{ id, version }],
  );
  const possible = useQueries({
    queries: published.map(({ id, version }) => versionQuery(id, version)),
    combine: beginnable,
  });
  const { data: initiatives } = useQuery({ ...initiativesQuery(), enabled: initiative === undefined });
  const [chosen, setChosen] = useState<string | null>(null);
  const [home, setHome] = useState<string | null>(null);
  const definition = possible.find(({ id }) => id === chosen) ?? possible[0];
  // Without an initiative somebody must hold the initiators' role all the same.
  const homes = [
    ...(rehearsal?.world.roles.initiator ? [{ value: NONE, label: t('begin.noInitiative') }] : []),
    ...(initiatives ?? []).flatMap(({ id, status, words }) =>
      status === 'open' ? [{ value: id, label: words?.title || id }] : [],
    ),
  ];
  const at = initiative ?? home ?? homes[0]?.value;
  if (isLoading || (initiative === undefined && !initiatives)) return null;
  if (!definition || at === undefined)
    return (
      <Dialog title={t('begin.title')} onClose={() => onClose(false)}>
        <p>{t(definition ? 'begin.nobody' : 'begin.none')}</p>
        {definition ? (
          <Link to="/initiatives/new" onClick={() => onClose(false)}>
            {t('begin.register')}
          </Link>
        ) : null}
      </Dialog>
    );
  return (
    <Asking
      key={definition.id}
      definition={definition}
      form={startFormOf(definition)}
      {...(at === NONE ? {} : { initiative: at })}
      {...(by === undefined ? {} : { by })}
      onClose={onClose}
    >
      <Select
        label={t('begin.process')}
        data={possible.map(({ id, name }) => ({ value: id, label: said(name) }))}
        value={definition.id}
        allowDeselect={false}
        data-autofocus
        onChange={setChosen}
      />
      {initiative === undefined ? (
        <Select
          label={t('begin.home')}
          data={homes}
          value={at}
          allowDeselect={false}
          searchable={homes.length > 8}
          onChange={setHome}
        />
      ) : null}
    </Asking>
  );
}

const beginnable = (all: { data: { definition: Definition } | undefined }[]): Definition[] =>
  all.flatMap(({ data }) => (data && !canRegister(data.definition) ? [data.definition] : []));

interface AskingProps extends Props {
  definition: Definition;
  form: Form;
  children: ReactNode;
}

function Asking({ definition, form, initiative, by, children, onClose }: AskingProps) {
  const { t } = useTranslation('rehearsal');
  const said = useSaid();
  const world = useRehearsal()?.world.id;
  const filling = useForm(`begin-${definition.id}-${initiative ?? world}`, form);
  const hasForm = form.fields.length > 0;
  return (
    <MoveDialog
      title={t('begin.title')}
      lead={by === undefined ? t('begin.leadFor') : t('begin.lead', { who: by })}
      go={t('begin.go')}
      said={t('begin.said', { process: said(definition.name) })}
      onClose={(done) => {
        if (done) filling.done();
        onClose(done);
      }}
      request={() => {
        const data = hasForm ? filling.check(undefined) : {};
        if (!data) return undefined;
        return {
          path: '/instances',
          body: {
            process: definition.id,
            ...(hasForm ? { data } : {}),
            ...(initiative === undefined ? {} : { initiative }),
            ...(world === undefined ? {} : { world }),
          },
        };
      }}
    >
      {children}
      {hasForm ? (
        <FormFields
          form={form}
          name="begin"
          data={filling.data}
          outcome={undefined}
          now={filling.now}
          problems={filling.problems}
          onChange={filling.set}
          {...(initiative === undefined ? {} : { initiative })}
        />
      ) : null}
    </MoveDialog>
  );
}
