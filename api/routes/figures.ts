/** Routes of figures: a number, what it is out of, and the list behind it. */
import { z } from 'zod';
import { Figure, FigureParams, FigureQuery, Figures, Pilots } from '../../contract/api/figures.ts';
import { localDate, monthOf, periodRange } from '../../core/calendar/index.ts';
import { figureOf, figures, pilots } from '../../core/figures/index.ts';
import { notFound, Problem } from '../problem.ts';
import { route } from '../route.ts';

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
    query: z.object({}).strict(),
    answer: Pilots,
    async handle({ caller, deps }) {
      const { store, engine, clock } = deps;
      const { calendar } = await engine.surroundings(caller.org);
      let followed = pilots.start();
      for await (const fact of store.facts.forFigures({ org: caller.org, types: pilots.facts }))
        followed = pilots.add(followed, fact);
      const items = await Promise.all(
        pilots.list(followed, { calendar, now: clock() }).map(async (round) => {
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
      const { store, clock } = deps;
      const figure = figureOf(params.figure);
      if (!figure) throw notFound('figure', params.figure, 'figure');
      const { world } = query;
      const inWorld = world === undefined ? undefined : await store.worlds.get(world);
      if (world !== undefined && inWorld?.org !== caller.org)
        throw notFound('rehearsal world', world, 'world');
      const { calendar } = await deps.engine.surroundings(caller.org, world);
      const now = inWorld?.at ?? clock();
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
