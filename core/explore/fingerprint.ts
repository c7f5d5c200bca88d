// Two situations are the same when the same may happen from them: what is active where, what waits at joins, what was decided.
// Keys, moments and numbers of facts do not matter.
import { hasBegun } from '../engine/ad-hoc.ts';
import type { Compiled } from '../engine/compiled.ts';
import { parse } from '../feel/index.ts';
import type { ElementInstance, Json, Key } from '../state.ts';
import type { Node } from './node.ts';

/**
 * A text that is equal for situations that are the same. `asked`: variables that conditions may still look at from here;
 * `highest`: of counters the number above which conditions tell nothing apart.
 */
export function fingerprint(
  node: Node,
  compiled: Compiled,
  asked: ReadonlySet<string>,
  highest: ReadonlyMap<string, number>,
): string {
  const { state, store, settled, happened, done } = node;
  const inside = new Map<Key, ElementInstance[]>();
  for (const one of Object.values(state.elements)) {
    const list = inside.get(one.scope);
    if (list) list.push(one);
    else inside.set(one.scope, [one]);
  }
  const scope = (key: Key): string => {
    const all = inside.get(key) ?? [];
    // What runs aside may pile up: more of the same shows nothing new.
    const aside = new Set(all.filter((one) => node.aside.has(one.key)).map(instance));
    const parts = [...all.filter((one) => !node.aside.has(one.key)).map(instance), ...aside].sort();
    const joins = Object.entries(state.joins)
      .filter(([join]) => join.startsWith(`${key}/`))
      .map(([join, counts]) => `&${join.slice(key.length)}${JSON.stringify(sortedEntries(counts))}`)
      .sort();
    // The same undone once more shows nothing new.
    const undone = Object.values(state.undoable ?? {})
      .filter((one) => one.scope === key)
      .sort((a, b) => b.n - a.n)
      .map((one) => `<${one.element}`);
    const undoable = [...new Set(undone)];
    return [...parts, ...joins, ...undoable, ...hangsOn(key)].join(',');
  };
  const hangsOn = (key: Key): string[] =>
    [...happened]
      .filter((one) => one.startsWith(`${key}/`))
      .map((one) => `!${one.slice(key.length + 1)}`)
      .sort();
  const instance = (one: ElementInstance): string => {
    const inner =
      inside.has(one.key) || isPart(compiled, one) ? `{${scope(one.key)}}` : hangsOn(one.key).join('');
    return [
      one.element,
      one.pass === undefined ? '' : '#',
      one.race === undefined ? '' : '~',
      one.undoes === undefined ? '' : '<',
      one.undoing ? `<<${one.undoing.map((key) => state.undoable?.[key]?.element ?? '').join('|')}` : '',
      one.many ? `(${one.many.begun},${one.many.done},${one.many.ended},${one.many.total ?? ''})` : '',
      one.adHoc
        ? `[${one.adHoc.waiting.join('|')};${one.adHoc.turn.join('|')};${one.adHoc.ending ?? ''};${hasBegun(state, compiled, one)}]`
        : '',
      marksOf(node, one.key),
      node.aside.has(one.key) ? '\u2225' : '',
      inner,
    ].join('');
  };
  const variables = Object.entries(state.variables[''] ?? {})
    .filter(([name]) => asked.has(name))
    .map(([name, value]) => `${name}=${JSON.stringify(counted(value, highest.get(name)))}`)
    .sort();
  const left = [...asked].map((name) => `${name}:${store.get(name) ?? '?'}`).sort();
  const incidents = Object.values(state.incidents).map(({ code, element }) => `${code} ${element}`);
  return [
    state.status,
    scope(''),
    variables.join(' '),
    left.join(' '),
    [...settled]
      .filter(([text]) => namesIn(text).some((name) => asked.has(name)))
      .map(([text, yes]) => `${text}${yes}`)
      .sort()
      .join(' '),
    sortedEntries(Object.fromEntries(done)).join(' '),
    incidents.join(' '),
  ].join('\n');
}

const sortedEntries = (map: Record<string, unknown>) =>
  Object.entries(map)
    .map(([key, value]) => `${key}=${value}`)
    .sort();

const isPart = (compiled: Compiled, one: ElementInstance): boolean =>
  compiled.elements.get(one.element)?.type === 'subProcess';

const marksOf = ({ marks }: Node, key: Key): string => {
  const own = marks.get(key);
  return own && own.size > 0 ? `^${[...own].sort().join('|')}` : '';
};

const counted = (value: Json | undefined, highest: number | undefined): Json =>
  typeof value === 'number' && highest !== undefined && value > highest ? highest + 1 : (value ?? null);

function namesIn(text: string): string[] {
  const parsed = parse(text);
  return parsed.ok ? parsed.names : [];
}
