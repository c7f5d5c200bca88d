/** "If nobody acts": the instance as it is now, played on in memory by the same engine. */
import type { z } from 'zod';
import type { Forecast } from '../contract/api/instances.ts';
import type { Fact } from '../contract/index.ts';
import { addDays, localDate, toInstant } from '../core/calendar/index.ts';
import { foresee } from '../core/index.ts';
import { World } from '../core/simulator/world.ts';
import type { InstanceSummary } from '../store/index.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';
import { standing } from './standing.ts';

const DAYS_AHEAD = 60;
const MOST_DAYS = 400;
const MOST_EVENTS = 200;

/** What people would notice. */
const NOTICED = new Set<Fact['type']>([
  'chase.fired',
  'task.created',
  'task.late',
  'commitment.late',
  'raised',
  'end.reached',
  'instance.ended',
  'instance.rested',
]);

export async function forecast(
  { store, engine, clock }: Deps,
  summary: InstanceSummary,
  until?: string,
): Promise<z.input<typeof Forecast>> {
  const { instance } = summary;
  const { state, ctx, at } = await standing({ store, engine, clock }, summary);
  const { calendar, settings } = ctx;
  const today = localDate(calendar.zone, at);
  const last = until ?? addDays(today, DAYS_AHEAD);
  if (last < today || last > addDays(today, MOST_DAYS))
    throw new Problem(
      'INVALID_ARGUMENT',
      `Expected a date from ${today} to ${addDays(today, MOST_DAYS)}, got ${last}`,
      {
        path: 'until',
      },
    );
  const people = await store.people.getMany([...new Set(Object.values(state.people).flat())]);
  const play = new World({
    at,
    calendar,
    settings,
    roles: state.people,
    people: Object.fromEntries(
      people.map(({ channel: _, ...person }) => [person.id, { ...person, name: person.name ?? person.id }]),
    ),
  });
  for (const hash of state.definitions) play.publish(ctx.process(hash).definition);
  play.restore(JSON.stringify({ at, instances: [{ id: instance, state }], mailrooms: [], capacities: [] }));
  const end = toInstant(calendar.zone, last, '24:00');
  const { facts, messages } = play.ifNobodyActs(end);
  return {
    instance,
    at,
    until: end,
    due: foresee(ctx, state, at).map(({ due, ...rest }) => ({ ...rest, at: due })),
    happens: facts
      .filter(({ type }) => NOTICED.has(type))
      .slice(0, MOST_EVENTS)
      .map((fact) => {
        const item =
          'item' in fact
            ? fact.item
            : 'task' in fact
              ? fact.task
              : 'commitment' in fact
                ? fact.commitment
                : undefined;
        return {
          at: fact.at,
          type: fact.type,
          ...(item === undefined ? {} : { item }),
          ...('rung' in fact ? { rung: fact.rung } : {}),
          ...(fact.type === 'raised' ? { to: fact.to } : {}),
        };
      }),
    messages: messages
      .slice(0, MOST_EVENTS)
      .map(({ at: moment, to, channel, about, subject }) => ({ at: moment, to, channel, about, subject })),
  };
}
