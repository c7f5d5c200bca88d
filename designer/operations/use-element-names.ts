/** What elements are called, of a process and of those that it calls. */
import { useQueries, useQuery } from '@tanstack/react-query';
import type { Definition } from '../../contract/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { useLanguage } from '../app/i18n.ts';
import { definitionsQuery, versionQuery } from '../app/queries.ts';

export function useElementNames(definition: Definition): (element: string) => string {
  const language = useLanguage();
  const { data: processes = [] } = useQuery(definitionsQuery);
  const calls = new Set(
    definition.elements.flatMap((one) => (one.type === 'callActivity' ? [one.process] : [])),
  );
  const called = processes.flatMap(({ id, version }) =>
    calls.has(id) && version !== undefined ? [{ id, version }] : [],
  );
  const others = useQueries({
    queries: called.map(({ id, version }) => versionQuery(id, version)),
    combine: (results) => results.flatMap(({ data }) => (data ? [data.definition] : [])),
  });
  return (element) => {
    // Of an agreement, the part that is confirmed is a task of its own.
    const bare = element.replace(/\.confirm$/, '');
    const found = [definition, ...others]
      .flatMap(({ elements }) => elements)
      .find(({ id }) => id === element || id === bare);
    return found ? titleOf(found, language) : element;
  };
}
