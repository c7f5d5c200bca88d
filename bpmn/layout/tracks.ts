// Gives every step and every link a row: what goes on longest goes straight, each other way gets a row of its own for as long as
// it lasts, so that no link ever runs through a step.
import type { Link, Ranked } from './graph.ts';

/** A row of the drawing; rows of one band keep together. */
export interface Row {
  band: number;
  next: Row | undefined;
  previous: Row | undefined;
  isTaken: boolean;
}

export interface Tracks {
  rowOf: ReadonlyMap<string, Row>;
  /** The row on which a link runs between the columns of its ends. */
  track: ReadonlyMap<string, Row>;
  /** From top to bottom, band by band. */
  rows: Row[];
}

/** How far a free row may be to be used again instead of a new one. */
const NEAR = 3;

export function tracks(
  nodes: readonly string[],
  links: readonly Link[],
  { rank, ahead, back }: Ranked,
  bandOf: (id: string) => number,
  bands: number,
): Tracks {
  return new Sweep(
    nodes,
    links.filter(({ id }) => !back.has(id)),
    rank,
    ahead,
    bandOf,
    bands,
  ).tracks();
}

class Sweep {
  readonly #columns: string[][] = [];
  readonly #outgoing = new Map<string, Link[]>();
  readonly #incoming = new Map<string, Link[]>();
  readonly #ahead: ReadonlyMap<string, number>;
  readonly #bandOf: (id: string) => number;
  /** First and last row of each band. */
  readonly #first: (Row | undefined)[];
  readonly #last: (Row | undefined)[];
  readonly #rowOf = new Map<string, Row>();
  readonly #track = new Map<string, Row>();
  readonly #straight = new Set<string>();

  constructor(
    nodes: readonly string[],
    links: readonly Link[],
    rank: ReadonlyMap<string, number>,
    ahead: ReadonlyMap<string, number>,
    bandOf: (id: string) => number,
    bands: number,
  ) {
    this.#ahead = ahead;
    this.#bandOf = bandOf;
    this.#first = Array.from({ length: bands }, () => undefined);
    this.#last = Array.from({ length: bands }, () => undefined);
    for (const id of nodes) {
      const column = rank.get(id) ?? 0;
      while (this.#columns.length <= column) this.#columns.push([]);
      this.#columns[column]?.push(id);
    }
    for (const link of links) {
      put(this.#outgoing, link.from, link);
      put(this.#incoming, link.to, link);
    }
  }

  tracks(): Tracks {
    for (const column of this.#columns) {
      const reached = column.filter((id) => this.#incoming.has(id));
      for (const id of reached) this.#leave(id);
      for (const id of reached) this.#stand(id);
      for (const id of column)
        if (!this.#incoming.has(id)) this.#put(id, this.#free(this.#bandOf(id), undefined));
      for (const id of column) this.#goOn(id);
    }
    return { rowOf: this.#rowOf, track: this.#track, rows: this.#all() };
  }

  /** The row a step comes to stand on, of those that lead to it; all of them are free again. */
  #leave(id: string): void {
    const links = this.#incoming.get(id) ?? [];
    const band = this.#bandOf(id);
    let best: { row: Row; isStraight: boolean } | undefined;
    for (const link of links) {
      const row = this.#track.get(link.id);
      if (!row || row.band !== band) continue;
      const isStraight = this.#straight.has(link.id);
      if (!best || (isStraight && !best.isStraight)) best = { row, isStraight };
    }
    for (const link of links) {
      const row = this.#track.get(link.id);
      if (row) row.isTaken = false;
    }
    if (best) {
      best.row.isTaken = true;
      this.#rowOf.set(id, best.row);
    }
  }

  #stand(id: string): void {
    if (this.#rowOf.has(id)) return;
    const [first] = this.#incoming.get(id) ?? [];
    this.#put(id, this.#free(this.#bandOf(id), first && this.#track.get(first.id)));
  }

  #put(id: string, row: Row): void {
    row.isTaken = true;
    this.#rowOf.set(id, row);
  }

  /** Its ways on: the longest goes straight where it stays in its band, the others beside it. */
  #goOn(id: string): void {
    const row = this.#rowOf.get(id) as Row;
    const links = this.#outgoing.get(id) ?? [];
    let main: Link | undefined;
    for (const link of links) {
      if (link.border !== undefined || this.#bandOf(link.to) !== row.band) continue;
      if (!main || (this.#ahead.get(link.to) ?? 0) > (this.#ahead.get(main.to) ?? 0)) main = link;
    }
    row.isTaken = main !== undefined;
    if (main) {
      this.#track.set(main.id, row);
      this.#straight.add(main.id);
    }
    let beside = row;
    for (const link of links) {
      if (link === main) continue;
      const band = this.#bandOf(link.to);
      // A way that leaves a border begins below it, so never on the row itself.
      const found = this.#free(band, beside.band === band ? beside : undefined, row);
      found.isTaken = true;
      this.#track.set(link.id, found);
      beside = found;
    }
  }

  /** A free row at or a little below a place, or a new one just below it. */
  #free(band: number, near: Row | undefined, except?: Row): Row {
    if (near) {
      let at: Row | undefined = near;
      for (let n = 0; at && n <= NEAR; n += 1, at = at.next) if (!at.isTaken && at !== except) return at;
      return this.#insert(band, near);
    }
    let at = this.#first[band];
    for (let n = 0; at && n <= NEAR; n += 1, at = at.next) if (!at.isTaken && at !== except) return at;
    return this.#insert(band, this.#last[band]);
  }

  #insert(band: number, after: Row | undefined): Row {
    const row: Row = { band, previous: after, next: after?.next, isTaken: false };
    if (after) {
      if (after.next) after.next.previous = row;
      after.next = row;
    }
    if (!this.#first[band]) this.#first[band] = row;
    if (!row.next) this.#last[band] = row;
    return row;
  }

  #all(): Row[] {
    const rows: Row[] = [];
    for (const first of this.#first) for (let at: Row | undefined = first; at; at = at.next) rows.push(at);
    return rows;
  }
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
