/** What somebody wants repaired, as the acts that do it. Pure. */
import type { z } from 'zod';
import type { Preview } from '../../contract/api/operations.ts';
import type { Act, ActOf, Definition, Element } from '../../contract/index.ts';
import type { InstanceWhole } from '../app/queries.ts';

export type Previewed = z.infer<typeof Preview>;
export type Token = InstanceWhole['active'][number];
export type Incident = InstanceWhole['open']['incidents'][number];

/** What happens with a token: it stays, goes away, or goes to an element. */
export type Fate = 'stays' | 'goes' | { to: string };

export interface Wanted {
  /** By key of the token; those that stay may be left out. */
  fates: Readonly<Record<string, Fate>>;
  /** Elements that begin beside what goes on. */
  begins: readonly string[];
  /** Values as they were typed. */
  values: readonly { name: string; text: string }[];
  /** Incidents that are tried again, after the rest was done. */
  retries: readonly string[];
}

export const NOTHING: Wanted = { fates: {}, begins: [], values: [], retries: [] };

/** What was typed as a value: a number, yes or no, a list or a date as JSON has them; else the text itself. */
export function readValue(text: string): ActOf<'set'>['variables'][string] {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The one act that changes where it stands and its values; nothing when neither changes. */
export function modifyOf({ fates, begins, values }: Wanted, why: string): ActOf<'modify'> | undefined {
  const named = values.filter(({ name }) => name.trim() !== '');
  const changes: ActOf<'modify'>['changes'] = [
    ...Object.entries(fates).flatMap(([element, fate]): ActOf<'modify'>['changes'] => {
      if (fate === 'stays') return [];
      return fate === 'goes' ? [{ do: 'cancel', element }] : [{ do: 'move', element, to: fate.to }];
    }),
    ...begins.map((to) => ({ do: 'add' as const, to })),
  ];
  if (changes.length === 0 && named.length === 0) return undefined;
  return {
    type: 'modify',
    changes,
    ...(named.length > 0
      ? { variables: Object.fromEntries(named.map(({ name, text }) => [name.trim(), readValue(text)])) }
      : {}),
    why,
  };
}

/** Everything in the order in which it is done. What left its place is not tried again there. */
export function actsOf(
  wanted: Wanted,
  why: string,
  tokens: readonly Token[],
  stuck: readonly Incident[],
): Act[] {
  const modify = modifyOf(wanted, why);
  const left = leavingOf(wanted, tokens);
  return [
    ...(modify ? [modify] : []),
    ...stuck
      .filter(({ incident, element }) => wanted.retries.includes(incident) && !left.has(element))
      .map(({ incident }): Act => ({ type: 'retry', incident, why })),
  ];
}

/** Elements that tokens leave. */
export const leavingOf = ({ fates }: Wanted, tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(tokens.flatMap(({ key, element }) => ((fates[key] ?? 'stays') === 'stays' ? [] : [element])));

/** Where a token can be put: not on a border, not into what begins by an event, not on what is never carried out. */
export const canBeGoneTo = (element: Element): boolean =>
  element.type !== 'boundaryEvent' &&
  element.type !== 'unsupported' &&
  !(element.type === 'subProcess' && element.event === true);

/** Names of values that the process knows by itself, for who has to write one. */
export function valueNames({ variables, forms, elements }: Definition): string[] {
  const set = elements.flatMap((element) => (element.set ?? []).map(({ variable }) => variable));
  const results = elements.flatMap((element) =>
    'result' in element && typeof element.result === 'string' ? [element.result] : [],
  );
  const fields = forms.flatMap((form) => form.fields.map(({ key }) => key));
  return [...new Set([...Object.keys(variables), ...set, ...results, ...fields])].sort();
}

/** Several things that would happen, one after the other. */
export function together(all: readonly Previewed[]): Previewed {
  const refused = all.find((one) => one.refused)?.refused;
  return {
    ...(refused ? { refused } : {}),
    begins: all.flatMap(({ begins }) => begins),
    ends: all.flatMap(({ ends }) => ends),
    rescheduled: all.flatMap(({ rescheduled }) => rescheduled),
    variables: all.flatMap(({ variables }) => variables),
  };
}

/** A name once, with how often. */
export function counted(names: readonly string[]): { name: string; times: number }[] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, n]) => ({ name, times: n }));
}
