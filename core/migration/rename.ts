// The state of an instance with the ids of another version: tokens, joins, terms, chases, waits and what can be undone keep their
// keys, so that drafts, owners and what was sent stay with them.
import { outcomeVariable } from '../outcome-variable.ts';
import type { ElementInstance, State, Subscription, Timer, Undoable, Variables } from '../state.ts';
import type { Mapping } from './mapping.ts';
import { isOwnScope } from './problems.ts';

type Rename = (id: string) => string;

const mapKeys = <T>(record: Record<string, T>, rename: Rename): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));
const mapValues = <T>(record: Record<string, T>, change: (value: T, key: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

/** Names of items: `n3`, `n3#7`, `n9.confirm`, `n4.INIT.+15` (a ladder's task is called after what it is about). */
function renameItem(item: string, rename: Rename): string {
  if (item.includes('@')) return item; // in a called process, which keeps its version
  const [name = '', part] = item.split('#') as [string, string?];
  const renamed = renameTask(name, rename);
  return part === undefined ? renamed : `${renamed}#${part}`;
}

function renameTask(name: string, rename: Rename): string {
  const direct = rename(name);
  if (direct !== name) return direct;
  for (let cut = name.lastIndexOf('.'); cut > 0; cut = name.lastIndexOf('.', cut - 1)) {
    const owner = rename(name.slice(0, cut));
    if (owner !== name.slice(0, cut)) return owner + name.slice(cut);
  }
  return name;
}

/** The state as the new version names it; `hash` is that version's. Messages on their way under old names are in `announced`. */
export function renamedState(state: State, hash: string, { elements, flows }: Mapping): State {
  const rename: Rename = (id) => elements.get(id) ?? id;
  const isSame = [...elements].every(([from, to]) => from === to) && [...flows].every(([a, b]) => a === b);
  const definitions = state.definitions.map((one, d) => (d === 0 ? hash : one));
  if (isSame) return { ...state, definitions };
  const item = (name: string) => renameItem(name, rename);
  const place = (key: string) => (key.startsWith('0/') ? `0/${rename(key.slice(2))}` : key);

  return {
    ...state,
    definitions,
    elements: mapValues(state.elements, (inst) => renamedInstance(inst, rename)),
    joins: Object.fromEntries(
      Object.entries(state.joins).map(([place, counts]) => {
        const cut = place.indexOf('/');
        const scope = place.slice(0, cut);
        if (!isOwnScope(state, scope)) return [place, counts];
        return [
          `${scope}/${rename(place.slice(cut + 1))}`,
          mapKeys(counts, (flow) => flows.get(flow) ?? flow),
        ];
      }),
    ),
    anchors: mapKeys(state.anchors, place),
    ...(state.earlier === undefined ? {} : { earlier: state.earlier.map((some) => mapKeys(some, place)) }),
    variables: mapValues(state.variables, (values) => withOutcomes(values, elements)),
    plans: mapKeys(state.plans, rename),
    agreements: mapKeys(state.agreements, rename),
    commitments: mapValues(state.commitments, (one) =>
      one.agreement === undefined ? one : { ...one, agreement: rename(one.agreement) },
    ),
    chases: Object.fromEntries(
      Object.entries(state.chases).map(([key, chase]) => {
        if (key in state.commitments) return [key, chase];
        const element =
          chase.element !== undefined && (chase.d ?? 0) === 0 ? rename(chase.element) : chase.element;
        return [
          item(key),
          { ...chase, item: item(chase.item), ...(element === undefined ? {} : { element }) },
        ];
      }),
    ),
    timers: Object.fromEntries(
      Object.entries(state.timers).map(([id, timer]) => renamedTimer(id, timer, state, rename)),
    ),
    ...(state.subscriptions
      ? {
          subscriptions: Object.fromEntries(
            Object.entries(state.subscriptions).map(([id, waits]) => renamedWait(id, waits, state, rename)),
          ),
        }
      : {}),
    ...(state.undoable ? { undoable: mapValues(state.undoable, (one) => renamedUndoable(one, rename)) } : {}),
    raised: mapValues(state.raised, (one) => ({
      ...one,
      ...(one.item === undefined || one.item in state.commitments ? {} : { item: item(one.item) }),
      ...(one.element === undefined ? {} : { element: rename(one.element) }),
    })),
    incidents: mapValues(state.incidents, (one) =>
      one.d === 0 ? { ...one, element: rename(one.element) } : one,
    ),
    offers: Object.fromEntries(
      Object.entries(state.offers).map(([key, offer]) =>
        key in state.commitments ? [key, offer] : [item(key), { ...offer, item: item(offer.item) }],
      ),
    ),
  };
}

function renamedInstance(inst: ElementInstance, rename: Rename): ElementInstance {
  if (inst.d > 0) return inst;
  const { task } = inst;
  const about =
    task?.about === undefined ? {} : { about: { ...task.about, item: renameItem(task.about.item, rename) } };
  return {
    ...inst,
    element: inst.d < 0 ? renameTask(inst.element, rename) : rename(inst.element),
    ...(task ? { task: { ...task, name: renameTask(task.name, rename), ...about } } : {}),
    ...(inst.fired ? { fired: mapKeys(inst.fired, rename) } : {}),
    ...(inst.held ? { held: mapKeys(inst.held, rename) } : {}),
    ...(inst.adHoc
      ? {
          adHoc: {
            ...inst.adHoc,
            waiting: inst.adHoc.waiting.map(rename),
            turn: inst.adHoc.turn.map(rename),
          },
        }
      : {}),
  };
}

/** Conditions ask what was chosen at an element under its name. */
function withOutcomes(values: Variables, elements: ReadonlyMap<string, string>): Variables {
  const names = new Map([...elements].map(([from, to]) => [outcomeVariable(from), outcomeVariable(to)]));
  return mapKeys(values, (name) => names.get(name) ?? name);
}

/** Ids of timers and waits end in the boundary or start they belong to. */
const endingIn = (id: string, rename: Rename): string => {
  const cut = id.indexOf('/');
  const [rest = '', mark] = id.slice(cut + 1).split('!') as [string, string?];
  return `${id.slice(0, cut)}/${rename(rest)}${mark === undefined ? '' : `!${mark}`}`;
};

function renamedTimer(id: string, timer: Timer, state: State, rename: Rename): [string, Timer] {
  switch (timer.kind) {
    case 'boundary':
      return state.elements[timer.key]?.d === 0
        ? [endingIn(id, rename), { ...timer, boundary: rename(timer.boundary) }]
        : [id, timer];
    case 'start':
      return timer.d === 0
        ? [endingIn(id, rename), { ...timer, element: rename(timer.element) }]
        : [id, timer];
    case 'rung':
    case 'late':
    case 'offer': {
      if (timer.item in state.commitments) return [id, timer];
      const item = renameItem(timer.item, rename);
      return [item + id.slice(timer.item.length), { ...timer, item }];
    }
    default:
      return [id, timer];
  }
}

function renamedWait(id: string, waits: Subscription, state: State, rename: Rename): [string, Subscription] {
  if (waits.on === 'boundary' && state.elements[waits.of]?.d === 0)
    return [endingIn(id, rename), { ...waits, boundary: rename(waits.boundary) }];
  if (waits.on === 'start' && waits.d === 0)
    return [endingIn(id, rename), { ...waits, element: rename(waits.element) }];
  return [id, waits];
}

function renamedUndoable(one: Undoable, rename: Rename): Undoable {
  if (one.d !== 0) return one;
  return {
    ...one,
    element: rename(one.element),
    ...(one.handler === undefined ? {} : { handler: rename(one.handler) }),
    ...(one.inner ? { inner: one.inner.map((inner) => renamedUndoable(inner, rename)) } : {}),
  };
}
