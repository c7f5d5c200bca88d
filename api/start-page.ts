/** Serves the start page in the language somebody asks for or prefers. */
import type { RequestHandler } from 'express';
import { startPage as page, START_CSS } from '../pages/start-page.ts';
import type { Deps } from './deps.ts';

export const startStyle: RequestHandler = (_request, response) => {
  response.type('text/css; charset=utf-8').set('Cache-Control', 'max-age=3600').send(START_CSS);
};

export function startPage({ store, installation }: Deps): RequestHandler {
  return async (request, response) => {
    const { local, mongo, temporal, temporalUi, sendsMail, tokensFile } = installation;
    const asked = request.query.lang;
    const language = asked === 'nl' || asked === 'en' ? asked : request.acceptsLanguages('nl', 'en') || 'nl';
    const shown = local ? await standing(store) : { organisations: [] };
    response
      .vary('Accept-Language')
      .type('html')
      .send(
        page({
          language: language === 'en' ? 'en' : 'nl',
          mongo,
          temporal,
          sendsMail,
          ...shown,
          ...(local && temporalUi ? { temporalUi } : {}),
          ...(local && tokensFile ? { tokensFile } : {}),
        }),
      );
  };
}

async function standing(store: Deps['store']) {
  const [organisations, tasks, initiatives] = await Promise.all([
    store.organisations.list(),
    store.rows.openTasks(),
    store.initiatives.countOpen(),
  ]);
  return { organisations: organisations.map(({ name }) => name), counts: { ...tasks, initiatives } };
}
