/** What stands near each flow; worked out anew only for flows near something that came, went or moved. */
import type { Definition, Element } from '../../contract/index.ts';
import { type Box, boxOf } from './sizes.ts';

export interface Stood {
  id: string;
  box: Box;
}

interface Near {
  from: Box;
  to: Box;
  scope: string;
  stood: readonly Stood[];
  /** The turn it was last asked for. */
  turn: number;
}

/** How far beside and above its ends a flow may go around something. */
const BESIDE = 60;
const ABOVE = 140;

/** Remembers what stood where before. One per canvas, or picture. */
export class Surroundings {
  private scopes = new Map<string, Map<string, Stood>>();
  private columns = new Map<string, Columns>();
  private elements: readonly Element[] = [];
  private found = new Map<string, Near>();
  /** By scope where something came, went or moved in this turn. */
  private stirred = new Map<string, Box[]>();
  private turn = 0;

  of({ elements }: Definition): this {
    if (elements === this.elements) return this;
    this.turn += 1;
    const scopes = new Map<string, Map<string, Stood>>();
    for (const one of elements) {
      if (one.type === 'boundaryEvent') continue;
      const scope = one.parent ?? '';
      const before = this.scopes.get(scope)?.get(one.id);
      const box = boxOf(one);
      const stood = before && same(before.box, box) ? before : { id: one.id, box };
      const list = scopes.get(scope);
      if (list) list.set(one.id, stood);
      else scopes.set(scope, new Map([[one.id, stood]]));
    }
    this.stirred = new Map();
    for (const scope of new Set([...scopes.keys(), ...this.scopes.keys()]))
      this.stirred.set(scope, differing(this.scopes.get(scope), scopes.get(scope)));
    this.scopes = scopes;
    this.columns = new Map([...scopes].map(([scope, stood]) => [scope, new Columns(stood.values())]));
    this.elements = elements;
    return this;
  }

  /** The same list each time while nothing in it changes. */
  near(flow: string, from: Element, to: Element): readonly Stood[] {
    const [a, b] = [boxOf(from), boxOf(to)];
    const scope = from.parent ?? '';
    const reach = around(a, b);
    const before = this.found.get(flow);
    const stays = before && before.scope === scope && same(before.from, a) && same(before.to, b);
    const calm =
      before?.turn === this.turn ||
      (before?.turn === this.turn - 1 && !this.stirred.get(scope)?.some((box) => touches(box, reach)));
    if (stays && calm) {
      before.turn = this.turn;
      return before.stood;
    }
    const stood = this.between(scope, reach.x, reach.x + reach.width).filter(({ box }) =>
      touches(box, reach),
    );
    const kept = before && equal(before.stood, stood) ? before.stood : stood;
    this.found.set(flow, { from: a, to: b, scope, stood: kept, turn: this.turn });
    return kept;
  }

  /** Everything of a scope between two uprights, however high or low. */
  between(scope: string, left: number, right: number): readonly Stood[] {
    return this.columns.get(scope)?.between(left, right) ?? [];
  }
}

const COLUMN = 400;

/** What stands in a scope by where it begins, so that not all of it is gone through for each flow. */
class Columns {
  private by = new Map<number, Stood[]>();
  private widest = 0;

  constructor(all: Iterable<Stood>) {
    for (const one of all) {
      const at = Math.floor(one.box.x / COLUMN);
      const column = this.by.get(at);
      if (column) column.push(one);
      else this.by.set(at, [one]);
      this.widest = Math.max(this.widest, one.box.width);
    }
  }

  between(left: number, right: number): Stood[] {
    const found: Stood[] = [];
    for (let at = Math.floor((left - this.widest) / COLUMN); at <= Math.floor(right / COLUMN); at += 1)
      for (const one of this.by.get(at) ?? [])
        if (one.box.x < right && one.box.x + one.box.width > left) found.push(one);
    return found;
  }
}

function differing(
  before: ReadonlyMap<string, Stood> | undefined,
  after: ReadonlyMap<string, Stood> | undefined,
): Box[] {
  const boxes: Box[] = [];
  for (const [id, stood] of before ?? []) if (after?.get(id) !== stood) boxes.push(stood.box);
  for (const [id, stood] of after ?? []) if (before?.get(id) !== stood) boxes.push(stood.box);
  return boxes;
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x) - BESIDE, Math.min(a.y, b.y) - ABOVE];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) + BESIDE - x,
    height: Math.max(a.y + a.height, b.y + b.height) + ABOVE - y,
  };
}

const touches = (box: Box, reach: Box): boolean =>
  box.x < reach.x + reach.width &&
  box.x + box.width > reach.x &&
  box.y < reach.y + reach.height &&
  box.y + box.height > reach.y;

const same = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const equal = (a: readonly Stood[], b: readonly Stood[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);
