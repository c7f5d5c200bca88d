/** The definition of a version or of the draft, read from the server. */
import { useQuery } from '@tanstack/react-query';
import type { Definition } from '../../contract/index.ts';
import { versionQuery } from '../app/queries.ts';
import { readDraft } from '../processes/processes-api.ts';
import { requestQuery } from '../publishing/publishing-api.ts';
import { requestIn, type Which } from './addresses.ts';

export interface Found {
  definition: Definition | undefined;
  failed: boolean;
}

/** `undefined` reads nothing. */
export function useDefinition(id: string, which: Which | undefined): Found {
  const version = typeof which === 'number' ? which : 0;
  const published = useQuery({ ...versionQuery(id, version), enabled: version > 0, retry: false });
  const draft = useQuery({
    queryKey: ['draft', id],
    queryFn: () => readDraft(id),
    enabled: which === 'draft',
    retry: false,
  });
  const number = requestIn(which) ?? 0;
  const request = useQuery({ ...requestQuery(id, number), enabled: number > 0 });
  const from = which === 'draft' ? draft : number > 0 ? request : published;
  return { definition: which === undefined ? undefined : from.data?.definition, failed: from.isError };
}
