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

/** Due moments and timers that differ, by their name in the new version. */
function rescheduled(before: State, after: State, { elements }: Mapping): Rescheduled[] {
  const named = (id: string) => elements.get(id) ?? id;
  const [was, is] = [moments(before, named), moments(after, (id) => id)];
  const items = [...new Set([...was.keys(), ...is.keys()])];
  return items.flatMap((item): Rescheduled[] => {
    const [from, to] = [was.get(item), is.get(item)];
    if (from === to) return [];
    return [{ item, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

function moments(state: State, named: (id: string) => string): Map<string, Instant> {
  const found = new Map<string, Instant>();
  for (const inst of Object.values(state.elements))
    if (inst.task?.due !== undefined) found.set(`${named(inst.element)}#${inst.key}`, inst.task.due);
  for (const timer of Object.values(state.timers)) {
    if (timer.kind === 'wait')
      found.set(`${named(state.elements[timer.key]?.element ?? '')}#${timer.key}`, timer.at);
    if (timer.kind === 'boundary') found.set(`${named(timer.boundary)}#${timer.key}`, timer.at);
    if (timer.kind === 'start') found.set(`${named(timer.element)}#${timer.scope}`, timer.at);
  }
  return found;
}
