/** Going through what both changed, one by one: what is left, which is looked at, where it stands in the drawing. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../contract/index.ts';
import { useLanguage } from '../app/i18n.ts';
import { tell } from '../differences/words.ts';
import type { Conflict, Hand } from '../processes/merge.ts';
import type { Saving } from '../processes/use-draft.ts';
import { announce } from '../shared/announce.tsx';
import { useNames } from '../shared/person.tsx';
import {
  type Clash,
  type ConflictMark,
  type Ghosts,
  ghostsOf,
  keyOf,
  leftIn,
  marksOf,
  type Place,
  placeOf,
  together,
} from './clash.ts';

export interface Choosing {
  clash: Clash;
  conflicts: readonly Conflict[];
  left: readonly Conflict[];
  marks: ReadonlyMap<string, ConflictMark>;
  ghosts: Ghosts;
  gone: ReadonlySet<string>;
  names: Record<Hand, string>;
  /** What is looked at: by what is selected in the drawing, else the one gone to. */
  looked: readonly Conflict[];
  titleOf(conflict: Conflict): string;
  go(by: 1 | -1): void;
  goToGhost(element: string): void;
  choose(conflicts: readonly Conflict[], hand: Hand): void;
  finish(): void;
  /** Only of what was asked for: a colleague's change cannot be left out. */
  stop: (() => void) | undefined;
}

interface Options {
  saving: Saving;
  definition: Definition;
  selected: Place;
  /** Shows a place in the drawing; a ghost is shown and not selected. */
  onGo(place: Place, shown: string[]): void;
}

const NO_CONFLICTS: Conflict[] = [];

export function useChoosing({ saving, definition, selected, onGo }: Options): Choosing | undefined {
  const { t } = useTranslation('conflicts');
  const language = useLanguage();
  const nameOf = useNames();
  const { clash, choose: put, end } = saving.clashing;
  const { settle } = saving;
  const [at, setAt] = useState<string>();
  // What is chosen changes nothing of what clashes: it is looked for when either side changes.
  const { base, theirs, chosen } = clash ?? {};
  const sides = useMemo(() => (base && theirs ? { base, theirs, chosen: {} } : undefined), [base, theirs]);
  const conflicts = useMemo(
    () => (sides ? together(sides, definition).conflicts : NO_CONFLICTS),
    [sides, definition],
  );
  const ghosts = useMemo(
    () => (sides ? ghostsOf(definition, sides.theirs, conflicts) : { elements: [], flows: [] }),
    [sides, definition, conflicts],
  );
  const gone = useMemo(() => new Set([...ghosts.elements, ...ghosts.flows].map(({ id }) => id)), [ghosts]);
  const drawn = useMemo(
    () => ({ elements: [...definition.elements, ...ghosts.elements] }),
    [definition.elements, ghosts],
  );
  const marks = useMemo(() => marksOf(conflicts, chosen ?? {}, drawn), [conflicts, chosen, drawn]);
  const left = leftIn(conflicts, chosen ?? {});

  const titleOf = useCallback(
    ({ kind, id, mine }: Conflict): string => {
      if (!sides) return id;
      const whole = mine === undefined ? sides.theirs : definition;
      const change = { kind, id, how: 'changed' as const, parts: [] };
      const { title } = tell(change, { before: whole, after: whole, language });
      return `${t(`what.${kind}`)} “${title}”`;
    },
    [sides, definition, language, t],
  );
  const lookedAt = (conflict: Conflict): boolean => {
    const place = placeOf(conflict, drawn);
    return (
      place.elements.some((id) => selected.elements.includes(id)) ||
      place.flows.some((id) => selected.flows.includes(id))
    );
  };
  const isAlone = selected.elements.length + selected.flows.length === 0;
  const looked = isAlone
    ? conflicts.filter((one) => keyOf(one) === at)
    : conflicts.filter(lookedAt).toSorted((a, b) => Number(keyOf(b) === at) - Number(keyOf(a) === at));

  const goTo = (conflict: Conflict) => {
    setAt(keyOf(conflict));
    const place = placeOf(conflict, drawn);
    const ends = place.flows.flatMap((id) => {
      const flow = [...definition.flows, ...ghosts.flows].find((one) => one.id === id);
      return flow ? [flow.from, flow.to] : [];
    });
    const isThere = {
      elements: place.elements.filter((id) => definition.elements.some((one) => one.id === id)).slice(0, 1),
      flows: place.flows.filter((id) => definition.flows.some((one) => one.id === id)),
    };
    onGo(isThere, place.flows.length > 0 ? ends : place.elements);
    announce(
      t('position', {
        n: conflicts.indexOf(conflict) + 1,
        all: conflicts.length,
        what: titleOf(conflict),
      }),
    );
  };
  const go = (by: 1 | -1) => {
    const list =
      left.length > 0 ? conflicts.filter((one) => left.includes(one) || keyOf(one) === at) : conflicts;
    if (list.length === 0) return;
    const here = list.findIndex((one) => (looked[0] ? one === looked[0] : keyOf(one) === at));
    const next = here < 0 ? (by > 0 ? 0 : list.length - 1) : (here + by + list.length) % list.length;
    goTo(list[next] as Conflict);
  };
  const finish = () => {
    const [first] = left;
    if (first) {
      goTo(first);
      announce(t('notYet', { what: titleOf(first) }));
      return;
    }
    settle();
    setAt(undefined);
    announce(t('settled'));
  };

  // Keys work anywhere on the page.
  useEffect(() => {
    if (!clash) return;
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  });

  if (!clash) return undefined;
  const { met } = clash;
  return {
    clash,
    conflicts,
    left,
    marks,
    ghosts,
    gone,
    names:
      met.by === 'version'
        ? { mine: t('draft'), theirs: t('version', { n: met.version }) }
        : {
            mine: t('mine'),
            theirs: t('theirs', { who: met.person ? nameOf(met.person) : t('someone') }),
          },
    looked,
    titleOf,
    go,
    goToGhost: (element) => {
      const found = conflicts.find((one) => placeOf(one, drawn).elements.includes(element));
      if (found) goTo(found);
    },
    choose: (some, hand) => put(some.map(keyOf), hand),
    finish,
    stop:
      met.by === 'version'
        ? () => {
            end();
            void saving.flush();
            announce(t('stopped'));
          }
        : undefined,
  };
}
