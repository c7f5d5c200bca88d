/** What the drawing asks of people, and what the version that is published asks. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import { type Burden, burdenOf } from '../../core/burden/index.ts';
import { readVersion, versionsQuery } from '../processes/processes-api.ts';

/** Reckoned a little after hands rest, so that drawing stays smooth. */
export function useBurden(definition: Definition): Burden | undefined {
  const [burden, setBurden] = useState<Burden>();
  useEffect(() => {
    const timer = setTimeout(() => setBurden(burdenOf(definition)), 250);
    return () => clearTimeout(timer);
  }, [definition]);
  return burden;
}

/** Undefined where nothing is published yet. */
export function usePublishedBurden(id: string): { version: number; burden: Burden } | undefined {
  const { data: versions } = useQuery(versionsQuery(id));
  const version = versions?.[0]?.version;
  const { data } = useQuery({
    queryKey: ['definitions', id, 'versions', version, 'burden'],
    queryFn: async () => burdenOf((await readVersion(id, version ?? 1)).definition),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return version !== undefined && data ? { version, burden: data } : undefined;
}
