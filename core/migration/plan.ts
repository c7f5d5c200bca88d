// What moving an instance to another version would do, before anything moves: the verdict, where things go, what is rescheduled.
import type { MigrationPlan } from '../../contract/index.ts';
import type { Instant } from '../calendar/index.ts';
import { step } from '../engine/step.ts';
import type { Ctx } from '../engine/work.ts';
import type { EventOf } from '../event.ts';
import type { State } from '../state.ts';
import { rescheduled } from '../views/rescheduled.ts';
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
  const now = (id: string) => mapping.elements.get(id) ?? id;
  return { verdict: 'safe', ...shown, rescheduled: rescheduled(state, moved.state, now) };
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
