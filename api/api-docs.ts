/** Serves what the API says about itself: the OpenAPI document for machines, the same as a page for people. */
import { Router } from 'express';
import type { OpenApi } from '../contract/api/openapi.ts';
import type { Language } from '../contract/index.ts';
import { apiDocsPage } from '../pages/api-docs.ts';
import { API_DOCS_CSS } from '../pages/api-docs-style.ts';
import type { Installation } from './deps.ts';
import { openApi } from './openapi/document.ts';
import { nouns } from './openapi/nouns.ts';
import { everyProblem } from './problem.ts';
import type { AnyRoute } from './route.ts';

const FRESH = 'max-age=3600';

export function apiDocs(routes: readonly AnyRoute[], { publicUrl, mail }: Installation): Router {
  let made: OpenApi | undefined;
  const document = () => {
    made ??= openApi(routes, { publicUrl, mail });
    return made;
  };
  const pages: Partial<Record<Language, string>> = {};
  const router = Router();
  router.get('/v1/openapi.json', (_request, response) => {
    // Public, so that tools on other sites can read it.
    response
      .set({
        'Cache-Control': FRESH,
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      })
      .json(document());
  });
  router.get('/v1/docs', (request, response) => {
    const { lang } = request.query;
    const language =
      lang === 'nl' || lang === 'en' ? lang : request.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
    pages[language] ??= apiDocsPage({ language, document: document(), nouns, problems: everyProblem() });
    response.vary('Accept-Language').set('Cache-Control', FRESH).type('html').send(pages[language]);
  });
  router.get('/api-docs.css', (_request, response) => {
    response.type('text/css; charset=utf-8').set('Cache-Control', FRESH).send(API_DOCS_CSS);
  });
  return router;
}
