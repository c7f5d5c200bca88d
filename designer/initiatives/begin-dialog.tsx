/** Begins a process that needs no registration: in an initiative, beside what runs there, or by itself in a rehearsal. */
import { Select } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, Form } from '../../contract/index.ts';
import { useSaid } from '../app/i18n.ts';
import { definitionsQuery, versionQuery } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { FormFields } from '../form/form-fields.tsx';
import { useForm } from '../form/use-form.ts';
import { MoveDialog } from '../shared/move-dialog.tsx';
import { canRegister, startFormOf } from './start-form.ts';

interface Props {
  initiative?: string;
  /** Whose name it begins in, where that may be somebody else's. */
  by?: string;
  onClose(done: boolean): void;
}

export function BeginDialog({ initiative, by, onClose }: Props) {
  const { t } = useTranslation('rehearsal');
  const said = useSaid();
  const { data: processes = [] } = useQuery(definitionsQuery);
  const published = processes.flatMap(({ id, version }) => (version === undefined ? [] : [{ id, version }]));
  const possible = useQueries({
    queries: published.map(({ id, version }) => versionQuery(id, version)),
    combine: beginnable,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const definition = possible.find(({ id }) => id === chosen) ?? possible[0];
  return (
    <Asking
      key={definition?.id ?? ''}
      definition={definition}
      form={definition && startFormOf(definition)}
      {...(initiative === undefined ? {} : { initiative })}
      {...(by === undefined ? {} : { by })}
      onClose={onClose}
    >
      {possible.length > 0 ? (
        <Select
          label={t('begin.process')}
          data={possible.map(({ id, name }) => ({ value: id, label: said(name) }))}
          value={definition?.id ?? null}
          allowDeselect={false}
          data-autofocus
          onChange={setChosen}
        />
      ) : null}
    </Asking>
  );
}

const beginnable = (all: { data: { definition: Definition } | undefined }[]): Definition[] =>
  all.flatMap(({ data }) => (data && !canRegister(data.definition) ? [data.definition] : []));

interface AskingProps extends Props {
  definition: Definition | undefined;
  form: Form | undefined;
  children: React.ReactNode;
}

function Asking({ definition, form, initiative, by, children, onClose }: AskingProps) {
  const { t } = useTranslation('rehearsal');
  const said = useSaid();
  const world = useRehearsal()?.world.id;
  const filling = useForm(`begin-${definition?.id}-${initiative ?? world}`, form);
  const hasForm = form !== undefined && form.fields.length > 0;
  if (!definition)
    return (
      <MoveDialog
        title={t('begin.title')}
        lead={t('begin.none')}
        go={t('begin.go')}
        said=""
        request={() => undefined}
        onClose={onClose}
      />
    );
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
