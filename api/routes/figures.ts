/** Routes of figures: a number, what it is out of, and the list behind it. */
import { z } from 'zod';
import { InWorld } from '../../contract/api/capacities.ts';
import { Figure, FigureParams, FigureQuery, Figures, Pilots } from '../../contract/api/figures.ts';
import { localDate, monthOf, periodRange } from '../../core/calendar/index.ts';
import { figureOf, figures, pilots } from '../../core/figures/index.ts';
import type { Deps } from '../deps.ts';
import { notFound, Problem } from '../problem.ts';
import { route } from '../route.ts';

/** The calendar, and what the clock of the organisation or of one of its rehearsals shows. */
async function timeOf({ store, engine, clock }: Deps, org: string, world: string | undefined) {
  const inWorld = world === undefined ? undefined : await store.worlds.get(world);
  if (world !== undefined && inWorld?.org !== org) throw notFound('rehearsal world', world, 'world');
  const { calendar } = await engine.surroundings(org, world);
  return { calendar, now: inWorld?.at ?? clock() };
}

export const figureRoutes = [
  route({
    id: 'figures.list',
    method: 'get',
    path: '/figures',
    action: 'figure.read',
    summary: 'The figures there are.',
    query: z.object({}).strict(),
    answer: Figures,
    async handle() {
      return { items: figures.map(({ id, name }) => ({ id, name })) };
    },
  }),
  route({
    id: 'pilots.list',
    method: 'get',
    path: '/pilots',
    action: 'figure.read',
    summary: 'Rounds of pilots that nobody decided about yet, with the window in which people look back.',
    query: InWorld,
    answer: Pilots,
    async handle({ query, caller, deps }) {
      const { store } = deps;
      const { world } = query;
      const { calendar, now } = await timeOf(deps, caller.org, world);
      let followed = pilots.start();
      for await (const fact of store.facts.forFigures({
        org: caller.org,
        types: pilots.facts,
        ...(world === undefined ? {} : { world }),
      }))
        followed = pilots.add(followed, fact);
      const items = await Promise.all(
        pilots.list(followed, { calendar, now }).map(async (round) => {
          const initiative = (await store.instances.registration(round.instance))?.initiative;
          return { ...round, ...(initiative === undefined ? {} : { initiative }) };
        }),
      );
      return { items };
    },
  }),
  route({
    id: 'figures.get',
    method: 'get',
    path: '/figures/:figure',
    action: 'figure.read',
    summary: 'One figure over a period, with the ids behind it.',
    params: FigureParams,
    query: FigureQuery,
    answer: Figure,
    async handle({ params, query, caller, deps }) {
      const { store } = deps;
      const figure = figureOf(params.figure);
      if (!figure) throw notFound('figure', params.figure, 'figure');
      const { world } = query;
      const { calendar, now } = await timeOf(deps, caller.org, world);
      const period = query.period ?? monthOf(localDate(calendar.zone, now));
      const range = periodRange(calendar, period);
      if (!range)
        throw new Problem('INVALID_ARGUMENT', `Expected an existing period, got '${period}'`, {
          path: 'period',
        });
      const ctx = { calendar, now };
      let counted = figure.start();
      for await (const fact of store.facts.forFigures({
        org: caller.org,
        types: figure.facts,
        ...(world === undefined ? {} : { world }),
      }))
        counted = figure.add(counted, fact, ctx);
      return { figure: figure.id, name: figure.name, period, ...figure.value(counted, range, ctx) };
    },
  }),
];
