/** Side by side what would lie over each other: stretches in the same gutter or channel get tracks; those of one group share one. */

export interface Stretch {
  id: string;
  /** Which gutter or channel. */
  place: number;
  /** Stretches of one group lie over each other on purpose: they leave or arrive together. */
  group: string;
  from: number;
  to: number;
}

export interface Tracks {
  of: ReadonlyMap<string, number>;
  /** How many tracks a place has. */
  count: ReadonlyMap<number, number>;
}

const APART = 0.01;

export function tracksOf(stretches: readonly Stretch[]): Tracks {
  const groups = new Map<string, Stretch & { ids: string[] }>();
  for (const one of stretches) {
    const key = `${one.place} ${one.group}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { ...one, ids: [one.id] });
    else {
      group.ids.push(one.id);
      group.from = Math.min(group.from, one.from);
      group.to = Math.max(group.to, one.to);
    }
  }
  const of = new Map<string, number>();
  const count = new Map<number, number>();
  const taken = new Map<string, Stretch[]>();
  const ordered = [...groups.values()].toSorted(
    (a, b) => a.place - b.place || (a.group < b.group ? -1 : a.group > b.group ? 1 : 0),
  );
  for (const group of ordered) {
    let track = 0;
    const free = (at: number) =>
      (taken.get(`${group.place} ${at}`) ?? []).every(
        ({ from, to }) => to < group.from - APART || from > group.to + APART,
      );
    while (!free(track)) track += 1;
    const key = `${group.place} ${track}`;
    taken.set(key, [...(taken.get(key) ?? []), group]);
    count.set(group.place, Math.max(count.get(group.place) ?? 0, track + 1));
    for (const id of group.ids) of.set(id, track);
  }
  return { of, count };
}
