/** Publishes a small process through the API: elements as they are, flows as `a > b > c`. */
import type { RunningForTests } from './app.ts';

interface Drawn {
  id: string;
  elements: object[];
  flows: string;
  [more: string]: unknown;
}

export async function publish(app: RunningForTests, { flows, ...drawn }: Drawn): Promise<number> {
  const definition = {
    v: 1,
    name: drawn.id,
    roles: [
      { id: 'supporter', name: 'Supporter', side: 'us' },
      { id: 'coordinator', name: 'Coordinator', side: 'us' },
    ],
    ...drawn,
    flows: flows.split(';').flatMap((path) => {
      const steps = path.split('>').map((step) => step.trim());
      return steps.slice(1).map((to, i) => ({ id: `${steps[i]}-${to}`, from: steps[i], to }));
    }),
  };
  const before = await app.ask('coordinator', 'GET', `/definitions/${drawn.id}`);
  const saved =
    before.status === 200
      ? await app.ask('coordinator', 'PUT', `/definitions/${drawn.id}`, {
          definition,
          revision: before.body.revision,
        })
      : await app.ask('coordinator', 'POST', '/definitions', { definition });
  const answer = await app.ask('coordinator', 'POST', `/definitions/${drawn.id}/versions`, {
    revision: saved.body.revision,
    note: 'For a test',
  });
  if (answer.status !== 201)
    throw new Error(`Expected '${drawn.id}' to be published: ${JSON.stringify([saved.body, answer.body])}`);
  return answer.body.number;
}
