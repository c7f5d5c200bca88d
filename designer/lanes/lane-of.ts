/** In whose lane each element lies: of who does it; of the step it belongs to where nobody does it; else of what goes by itself. */
import type { Definition, Element } from '../../contract/index.ts';
import { accountableRole } from '../../core/chasing/accountable-role.ts';
import { sideOf } from '../../core/prose/say.ts';
import { isEvent, isGateway } from '../actions/index.ts';

/** The lane of what nobody in particular does. */
export const AUTOMATIC = '';

/** Who does it, as its card says first. Undefined for what belongs to another step. */
function doer(
  definition: Definition,
  element: Element,
  imported: ReadonlyMap<string, string>,
): string | undefined {
  switch (element.type) {
    case 'userTask':
      return accountableRole(element.roles, element.ladder, (role) => sideOf(definition, role));
    case 'agreement':
      return element.roles[0];
    case 'startEvent':
      return element.by?.[0] ?? imported.get(element.id);
    default: {
      const own = imported.get(element.id);
      if (own !== undefined) return own;
      return isEvent(element) || isGateway(element) ? undefined : AUTOMATIC;
    }
  }
}

/** Lanes that came with the drawing say whose what nobody does is; the innermost comes last. */
function importedRoles({ artifacts = [] }: Definition): Map<string, string> {
  const roles = new Map<string, string>();
  for (const one of artifacts)
    if (one.type === 'lane' && one.role !== undefined) for (const id of one.elements) roles.set(id, one.role);
  return roles;
}

/** The role of the lane per element, of the whole process: what is in a part lies in the lane of the part. */
export function laneOf(definition: Definition): Map<string, string> {
  const { elements, flows, roles } = definition;
  const known = new Map(elements.map((one) => [one.id, one]));
  const imported = importedRoles(definition);
  const own = new Map(
    elements.flatMap((one) => {
      const role = one.type === 'subProcess' ? undefined : doer(definition, one, imported);
      return role === undefined ? [] : [[one.id, role] as const];
    }),
  );
  const rank = (role: string): number => {
    const at = roles.findIndex(({ id }) => id === role);
    return at < 0 ? roles.length : at;
  };

  // A part lies with who does most in it; of equals with who stands first in the process.
  const outer = (id: string): string => {
    let at = id;
    for (let n = 0; n < 50; n += 1) {
      const parent = known.get(at)?.parent;
      if (parent === undefined || !known.has(parent)) break;
      at = parent;
    }
    return at;
  };
  const counts = new Map<string, Map<string, number>>();
  for (const [id, role] of own) {
    const part = outer(id);
    if (part === id || role === AUTOMATIC || known.get(id)?.type === 'startEvent') continue;
    const count = counts.get(part) ?? new Map<string, number>();
    count.set(role, (count.get(role) ?? 0) + 1);
    counts.set(part, count);
  }
  const lane = new Map<string, string>();
  for (const one of elements) {
    if (outer(one.id) !== one.id) continue;
    const most = [...(counts.get(one.id) ?? [])].toSorted(
      ([a, n], [b, m]) => m - n || rank(a) - rank(b) || (a < b ? -1 : 1),
    )[0]?.[0];
    const role = one.type === 'subProcess' ? (most ?? imported.get(one.id) ?? AUTOMATIC) : own.get(one.id);
    if (role !== undefined && one.type !== 'boundaryEvent') lane.set(one.id, role);
  }

  const host = (id: string): string => {
    const one = known.get(id);
    return one?.type === 'boundaryEvent' ? one.attachedTo : id;
  };
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { from, to } of flows) {
    push(after, host(from), to);
    push(before, to, host(from));
  }
  const settled = new Map(lane);
  for (const one of elements) {
    if (lane.has(one.id) || one.type === 'boundaryEvent' || outer(one.id) !== one.id) continue;
    const joins = (before.get(one.id)?.length ?? 0) > 1 && after.get(one.id)?.length === 1;
    const first = joins || one.type === 'startEvent' ? after : before;
    const second = first === before ? after : before;
    const role = nearest(one.id, first, settled) ?? nearest(one.id, second, settled) ?? AUTOMATIC;
    lane.set(one.id, role);
  }
  for (const one of elements) {
    if (lane.has(one.id)) continue;
    lane.set(one.id, lane.get(outer(host(one.id))) ?? AUTOMATIC);
  }
  return lane;
}

/** The lane of the step that is fewest arrows away. */
function nearest(
  id: string,
  next: ReadonlyMap<string, string[]>,
  settled: ReadonlyMap<string, string>,
): string | undefined {
  const seen = new Set([id]);
  for (let at = [id]; at.length > 0; ) {
    const further: string[] = [];
    for (const one of at)
      for (const to of next.get(one) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        further.push(to);
      }
    for (const one of further) {
      const role = settled.get(one);
      if (role !== undefined) return role;
    }
    at = further;
  }
  return undefined;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Lanes from top to bottom: as the roles stand in the process, then roles it does not name, then what goes by itself. */
export function laneOrder({ roles }: Definition, used: Iterable<string>): string[] {
  const set = new Set(used);
  const named = roles.flatMap(({ id }) => (set.has(id) ? [id] : []));
  const others = [...set].filter((id) => id !== AUTOMATIC && !named.includes(id)).toSorted();
  return [...named, ...others, ...(set.has(AUTOMATIC) ? [AUTOMATIC] : [])];
}
