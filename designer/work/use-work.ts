/** All that waits for the viewer, and what they wait for, as items of one list. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../app/i18n.ts';
import {
  commitmentsQuery,
  type Initiative,
  raisedQuery,
  tasksQuery,
  useInitiatives,
} from '../app/queries.ts';
import { useRehearsal } from '../app/rehearsal.ts';
import { useSelf } from '../app/session.ts';
import { isAround, isTurnOf, type Viewer } from './by-day.ts';
import { commitmentItem, raisedItem, taskItem, type WorkItem, withAbout } from './item.ts';

export function useViewer(): Viewer {
  const { id, roles } = useSelf();
  return useMemo(() => ({ person: id, roles }), [id, roles]);
}

export interface Work {
  items: WorkItem[];
  /** Those the items belong to. */
  initiatives: ReadonlyMap<string, Initiative>;
  isLoading: boolean;
  error: unknown;
}

export function useWork(): Work {
  const language = useLanguage();
  const viewer = useViewer();
  const person = viewer.person ?? 'nobody';
  const isRehearsal = useRehearsal() !== undefined;
  // Two questions each, because one's own is never crowded out by what else there is.
  const mine = useQuery(tasksQuery({ mine: true }));
  const all = useQuery(tasksQuery({ around: true }));
  const promised = useQuery(commitmentsQuery({ open: true, owner: person }));
  const allPromised = useQuery(commitmentsQuery({ open: true, around: true }));
  const raised = useQuery(raisedQuery({ state: 'open', to: person }));
  const about = useMemo(
    () =>
      [mine.data, all.data, promised.data, allPromised.data, raised.data].flatMap((views) =>
        (views ?? []).map(({ initiative }) => initiative),
      ),
    [mine.data, all.data, promised.data, allPromised.data, raised.data],
  );
  const initiatives = useInitiatives(about);

  const items = useMemo(() => {
    const tasks = new Map([...(all.data ?? []), ...(mine.data ?? [])].map((view) => [view.id, view]));
    const found: WorkItem[] = [...tasks.values()].map((view) => taskItem(view, language));
    const promises = [...(allPromised.data ?? []), ...(promised.data ?? [])];
    for (const view of new Map(promises.map((one) => [one.id, one])).values())
      found.push(commitmentItem(view));
    for (const view of raised.data ?? []) {
      const about = found.find(
        ({ instance, kind, view: other }) => instance === view.instance && nameIn(kind, other) === view.item,
      );
      found.push(raisedItem(view, about?.what ?? view.item ?? ''));
    }
    return withAbout(found).filter(
      (item) =>
        isTurnOf(viewer, item) ||
        // Who plays wants to see what goes on, also where no initiative says who is around.
        (isRehearsal && item.initiative === undefined) ||
        isAround(viewer, initiatives.get(item.initiative ?? '')?.roles),
    );
  }, [
    all.data,
    mine.data,
    promised.data,
    allPromised.data,
    raised.data,
    initiatives,
    language,
    viewer,
    isRehearsal,
  ]);

  return {
    items,
    initiatives,
    isLoading: mine.isLoading || promised.isLoading || raised.isLoading,
    error: mine.error,
  };
}

/** The name by which other items speak of it. */
function nameIn(kind: WorkItem['kind'], view: WorkItem['view']): string | undefined {
  if (kind === 'commitment' && 'commitment' in view) return view.commitment;
  return kind === 'task' && 'name' in view ? view.name : undefined;
}
