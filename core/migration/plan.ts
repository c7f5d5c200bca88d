// What moving an instance to another version would do, before anything moves: the verdict, where things go, what is rescheduled.
import type { MigrationPlan, Rescheduled } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import { step } from '../engine/step.ts';
import type { Ctx } from '../engine/work.ts';
import type { EventOf } from '../event.ts';
import type { State } from '../state.ts';
import { type Mapping, mappingFor } from './mapping.ts';
import { isImpossible, problemsOf } from './problems.ts';

/**
 * Plans a migration. Pure: the same step is taken on the state that will be taken when it is carried out, and forgotten.
 * @param at the moment it would happen.
 */
export function planMigration(
  ctx: Ctx,
  state: State,
  wanted: { hash: string; mapping?: Record<string, string>; despite?: string[] },
  at: Instant,
): MigrationPlan {
  const from = ctx.process(state.definitions[0] as string);
  const to = ctx.process(wanted.hash);
  const mapping = mappingFor(from, to, wanted.mapping);
  const problems = problemsOf({ state, from, to, mapping });
  const blocking = problems.filter(({ code }) => !wanted.despite?.includes(code));
  const event = {
    type: 'migrate',
    hash: wanted.hash,
    why: 'preview',
    at,
    ...(wanted.mapping ? { mapping: wanted.mapping } : {}),
    ...(wanted.despite ? { despite: wanted.despite } : {}),
  } as EventOf<'migrate'> & { at: Instant };
  const moved = blocking.length > 0 ? undefined : step(ctx, state, event);
  const shown = { mapping: shownMapping(state, mapping), problems };
  if (blocking.some(isImpossible)) return { verdict: 'impossible', ...shown, rescheduled: [] };
  if (!moved?.ok) return { verdict: 'choice', ...shown, rescheduled: [] };
  return { verdict: 'safe', ...shown, rescheduled: rescheduled(state, moved.state, mapping) };
}

/** Only of what something stands at or hangs on. */
function shownMapping(state: State, { elements }: Mapping): Record<string, string> {
  const used = new Set(
    [
      ...Object.values(state.elements).flatMap(({ d, element }) => (d === 0 ? [element] : [])),
      ...Object.keys(state.joins).map((place) => place.slice(place.indexOf('/') + 1)),
      ...Object.keys(state.agreements),
    ].filter((id) => elements.has(id)),
  );
  return Object.fromEntries([...used].map((id) => [id, elements.get(id) as string]));
}

/** Due moments and timers that differ, by their name in the new version and the key of what they hang on. */
function rescheduled(before: State, after: State, { elements }: Mapping): Rescheduled[] {
  const now = (id: string) => elements.get(id) ?? id;
  const [was, is] = [moments(before, now), moments(after, (id) => id)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Rescheduled[] => {
    const [from, to] = [was.get(id)?.at, is.get(id)?.at];
    if (from === to) return [];
    const item = (is.get(id) ?? was.get(id))?.name ?? id;
    return [{ item, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

/** Every moment by what it hangs on; `now` gives an element's id in the new version. */
function moments(state: State, now: (id: string) => string): Map<string, { name: string; at: Instant }> {
  const found = new Map<string, { name: string; at: Instant }>();
  for (const { key, element, task } of Object.values(state.elements))
    if (task?.due !== undefined) found.set(`task ${key}`, { name: now(element), at: task.due });
  for (const timer of Object.values(state.timers)) {
    const { at } = timer;
    if (timer.kind === 'wait')
      found.set(`wait ${timer.key}`, { name: now(state.elements[timer.key]?.element ?? ''), at });
    if (timer.kind === 'boundary')
      found.set(`border ${timer.key} ${now(timer.boundary)}`, { name: now(timer.boundary), at });
    if (timer.kind === 'start')
      found.set(`start ${timer.scope} ${now(timer.element)}`, { name: now(timer.element), at });
  }
  return found;
}
