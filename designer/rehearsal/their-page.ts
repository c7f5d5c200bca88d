/** The personal page that a message of a rehearsal leads to. Only there: a real one is for its reader alone. */
import { useQuery } from '@tanstack/react-query';
import { messageQuery } from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';

/** The first link to a personal page in a text, below our own address. */
export function pageIn(text: string | undefined): string | undefined {
  const found = /https?:\/\/\S+?(\/p\/[\w-]+)/.exec(text ?? '');
  return found?.[1];
}

export function useTheirPage(message: string | undefined): string | undefined {
  const inRehearsal = useRehearsal() !== undefined;
  const { data } = useQuery({
    ...messageQuery(message ?? ''),
    enabled: inRehearsal && message !== undefined,
  });
  return inRehearsal ? pageIn(data?.text) : undefined;
}
