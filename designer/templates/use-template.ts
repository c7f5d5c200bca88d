/** Beginning with a template: a process of one's own, opened at once; and editing the template itself, which is a process too. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshProcessId } from '../actions/ids.ts';
import { go } from '../app/router.tsx';
import { definitionsQuery } from '../processes/processes-api.ts';
import { announce } from '../shared/announce.tsx';
import { useFailureWords } from '../shared/failed.tsx';
import { createFrom, type Template } from './templates-api.ts';

export function useTemplate(template: Template) {
  const { t } = useTranslation('templates');
  const queries = useQueryClient();
  const failure = useFailureWords();
  const { data: own = [] } = useQuery(definitionsQuery);
  const [busy, setBusy] = useState(false);
  const begin = async (id: string, said?: string) => {
    setBusy(true);
    try {
      const made = await createFrom(template.id, id);
      await queries.invalidateQueries({ queryKey: ['definitions'] });
      go(`/processes/${encodeURIComponent(made.id)}`);
      if (said) announce(said);
    } catch (error) {
      announce(failure(error));
    } finally {
      setBusy(false);
    }
  };
  /** Of an own template the id is that of the draft in which it is edited. */
  const stem = template.own ? 'process' : template.id;
  const draft = own.find(({ id }) => id === template.id);
  return {
    busy,
    /** The process that stands under the template's own name. */
    mine: template.own ? undefined : draft,
    use: () =>
      void begin(
        freshProcessId(
          stem,
          own.map(({ id }) => id),
        ),
      ),
    edit: () => {
      if (!draft) return void begin(template.id, t('editSaid'));
      const since = template.own?.savedAt ?? '';
      const isOlder = template.own?.from.process !== template.id && (draft.changedAt ?? '') < since;
      go(`/processes/${encodeURIComponent(template.id)}`);
      announce(isOlder ? `${t('newer')} ${t('editSaid')}` : t('editSaid'));
    },
  };
}
