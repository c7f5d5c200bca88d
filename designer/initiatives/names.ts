/** What elements, tasks and commitments of an initiative are called, for the sentences of its story. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Definition, Side } from '../../contract/index.ts';
import { said, useLanguage } from '../app/i18n.ts';
import {
  commitmentsQuery,
  definitionsQuery,
  instancesQuery,
  tasksQuery,
  versionQuery,
} from '../app/queries.ts';

export interface Names {
  /** The name of an item (`n3`, `n9.confirm`, `c2`, `c2.INIT.+15`) in an instance. */
  item(instance: string, name: string | undefined): string;
  /** Whether somebody unpaid carries it: they are invited, never called late. */
  isTheirs(instance: string, name: string | undefined): boolean;
  /** The definition an instance runs on, once it is there. */
  definition(instance: string): Definition | undefined;
}

export function useItemNames(initiative: string): Names {
  const language = useLanguage();
  const { data: instances = [] } = useQuery(instancesQuery({ initiative }));
  const { data: tasks = [] } = useQuery(tasksQuery({ initiative }));
  const { data: commitments = [] } = useQuery(commitmentsQuery({ initiative }));
  const { data: processes = [] } = useQuery(definitionsQuery);
  const own = instances.flatMap(({ process, version }) =>
    version === undefined ? [] : [{ process, version }],
  );
  const called = useCalled(own, processes);
  const definitions = useVersions([...own, ...called]);

  return useMemo(() => {
    const byProcess = new Map(definitions.map((definition) => [definition.id, definition]));
    const definition = (instance: string) =>
      byProcess.get(instances.find((one) => one.instance === instance)?.process ?? '');
    const open = new Map<string, string>([
      ...tasks.flatMap(({ instance, name, title }) =>
        title === undefined ? [] : [[`${instance}/${name}`, said(title, language)] as const],
      ),
      ...commitments.map(({ instance, commitment, text }) => [`${instance}/${commitment}`, text] as const),
    ]);
    const item = (instance: string, name: string | undefined): string => {
      if (name === undefined) return '';
      const known = open.get(`${instance}/${name}`);
      if (known) return known;
      const bare = name.replace(/\.confirm$/, '');
      const mine = definition(instance);
      // Its own process first: where a called one has an element of the same name, the caller's is meant.
      const element = [...(mine ? [mine] : []), ...definitions]
        .flatMap(({ elements }) => elements)
        .find(({ id, name: words }) => (id === name || id === bare) && words !== undefined);
      if (element?.name) return said(element.name, language);
      // What a ladder made is named after what it is about.
      const about = name.replace(/\.[A-Za-z]+\.[+-]?\d+[A-Za-z]*$/, '');
      return about === name ? name : item(instance, about);
    };
    const sides = new Map<string, Side>([
      ...tasks.map(({ instance, name, side }) => [`${instance}/${name}`, side] as const),
      ...commitments.map(({ instance, commitment, side }) => [`${instance}/${commitment}`, side] as const),
    ]);
    const isTheirs = (instance: string, name = ''): boolean => {
      const side = sides.get(`${instance}/${name}`) ?? drawnSide(definitions, name);
      return side === 'initiator' || side === 'volunteer';
    };
    return { item, isTheirs, definition };
  }, [definitions, tasks, commitments, instances, language]);
}

/** The side of the first role of an element, as it is drawn. */
function drawnSide(definitions: readonly Definition[], name: string): Side | undefined {
  const bare = name.replace(/\.confirm$/, '');
  for (const { elements, roles } of definitions) {
    const element = elements.find(({ id }) => id === bare);
    if (!element) continue;
    const held =
      element.type === 'agreement' && bare !== name
        ? element.confirmRoles
        : 'roles' in element
          ? element.roles
          : undefined;
    return roles.find(({ id }) => id === held?.[0])?.side;
  }
  return undefined;
}

type Wanted = { process: string; version: number };

/** Latest versions of the processes that these call. */
function useCalled(
  own: Wanted[],
  processes: readonly { id: string; version?: number | undefined }[],
): Wanted[] {
  return useVersions(own)
    .flatMap(({ elements }) => elements.flatMap((one) => (one.type === 'callActivity' ? [one.process] : [])))
    .flatMap((process) => {
      const version = processes.find(({ id }) => id === process)?.version;
      return version === undefined ? [] : [{ process, version }];
    });
}

function useVersions(wanted: Wanted[]): Definition[] {
  const unique = [...new Map(wanted.map((one) => [`${one.process}/${one.version}`, one])).values()];
  return useQueries({
    queries: unique.map(({ process, version }) => versionQuery(process, version)),
    combine: gather,
  });
}

const gather = (results: { data: { definition: Definition } | undefined }[]): Definition[] =>
  results.flatMap(({ data }) => (data ? [data.definition] : []));
