/** Routes of personal links: blocking those of a person, when a message reached somebody else. */
import { z } from 'zod';
import { block } from '../pages/new-link.ts';
import { notFound } from '../problem.ts';
import { route } from '../route.ts';

export const linkRoutes = [
  route({
    id: 'links.revoke',
    method: 'post',
    path: '/people/:person/links/revocation',
    action: 'link.revoke',
    summary: 'Blocks every personal link somebody ever got; later messages carry new ones.',
    params: z.object({ person: z.string() }),
    answer: z.object({ revoked: z.number().int() }),
    async handle({ params, caller, deps }) {
      const person = await deps.store.people.get(params.person);
      if (person?.org !== caller.org) throw notFound('person', params.person, 'person');
      return { revoked: await block(deps, caller.org, person.id, caller.person ?? caller.token) };
    },
  }),
];
