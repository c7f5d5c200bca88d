/** Which parts are closed on somebody's own screen: kept in the browser, for the drawing is the same to everybody. */
import { createContext, useCallback, useMemo, useState } from 'react';
import type { Definition } from '../../contract/index.ts';
import { insideOf } from '../actions/index.ts';

/** Opens or closes a part; where nobody offers it, parts are as they are. */
export const PartsContext = createContext<((id: string) => void) | undefined>(undefined);

export interface Parts {
  closed: ReadonlySet<string>;
  /** Closed parts that are there, with the number of steps in each. */
  counted: ReadonlyMap<string, number>;
  toggle(id: string): void;
  open(ids: readonly string[]): void;
}

/** In lanes parts are closed until somebody opens them, apart from the free drawing. */
type SeenAs = 'free' | 'lanes';

const keyOf = (person: string, process: string, as: SeenAs): string =>
  `speelruimte.closed.${person}.${process}${as === 'lanes' ? '.lanes' : ''}`;

/** Without anything kept those are closed that came with a drawing of their own. */
function kept(person: string, { id, elements }: Definition, as: SeenAs): ReadonlySet<string> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(person, id, as)) ?? 'null');
    if (Array.isArray(read)) return new Set(read.filter((one) => typeof one === 'string'));
  } catch {
    // Not readable is as good as not kept.
  }
  return new Set(
    elements.flatMap((one) =>
      one.type === 'subProcess' && (one.collapsed || as === 'lanes') ? [one.id] : [],
    ),
  );
}

export function useParts(person: string, definition: Definition, as: SeenAs = 'free'): Parts {
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => kept(person, definition, as));
  const change = useCallback(
    (by: (ids: Set<string>) => void) =>
      setClosed((before) => {
        const next = new Set(before);
        by(next);
        try {
          localStorage.setItem(keyOf(person, definition.id, as), JSON.stringify([...next]));
        } catch {
          // A full or forbidden store costs remembering, nothing else.
        }
        return next;
      }),
    [person, definition.id, as],
  );
  const toggle = useCallback(
    (id: string) => change((ids) => (ids.has(id) ? ids.delete(id) : ids.add(id))),
    [change],
  );
  const open = useCallback(
    (which: readonly string[]) =>
      change((ids) => {
        for (const id of which) ids.delete(id);
      }),
    [change],
  );
  const counted = useMemo(
    () =>
      new Map(
        definition.elements.flatMap(({ id, type }) =>
          type === 'subProcess' && closed.has(id) ? [[id, insideOf(definition, new Set([id])).size]] : [],
        ),
      ),
    [definition, closed],
  );
  return useMemo(() => ({ closed, counted, toggle, open }), [closed, counted, toggle, open]);
}
