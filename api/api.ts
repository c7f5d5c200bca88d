/** The web application: the table of routes under `/v1`, the stream, health, the start page, and an answer to everything else. */
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { answerError } from './answer-error.ts';
import { apiDocs } from './api-docs.ts';
import { authenticate, callerOf, NOBODY } from './authenticate.ts';
import { carryOut } from './carry-out.ts';
import { compressedAnswers } from './compressed.ts';
import type { Deps } from './deps.ts';
import { fileBodies } from './file-body.ts';
import { pagesRouter } from './pages/router.ts';
import { may } from './permissions.ts';
import { permit } from './permit.ts';
import { Problem } from './problem.ts';
import { routes } from './routes/index.ts';
import { serveDesigner } from './serve-designer.ts';
import { saidOrigin } from './session-cookie.ts';
import { startPage, startStyle } from './start-page.ts';
import { streams } from './stream.ts';
import { API_VERSION } from './version.ts';

const BODY_LIMIT = '1mb';

export interface Api {
  app: Express;
  /** Ends the streams: open ones would keep the server from stopping. */
  closeStreams(): void;
}

export function createApi(deps: Deps): Api {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: deps.installation.publicUrl.startsWith('https:') ? undefined : false,
    }),
  );
  app.get('/about', startPage(deps));
  app.get('/start.css', startStyle);
  app.use(pagesRouter(deps));
  app.get('/health', (_request, response) => void response.json({ status: 'up' }));
  app.get('/ready', ready(deps));

  const stream = streams(deps);
  app.use('/v1', saysVersion);
  app.use(apiDocs(routes, deps.installation));
  app.get('/v1', noStore, index);
  for (const route of routes.filter(({ action }) => may(NOBODY.role, action)))
    app[route.method](
      `/v1${route.path}`,
      noStore,
      fromNobody(deps),
      express.json({ limit: '10kb' }),
      carryOut(route, deps),
    );
  // Who asks comes before everything, also before reading what is asked.
  app.use('/v1', noStore, async (request, response, next) => {
    response.locals.caller = await authenticate(request, deps);
    next();
  });
  app.use('/v1', express.json({ limit: BODY_LIMIT, strict: false, type: 'json' }));
  app.use('/v1', fileBodies());
  app.get('/v1/stream', async (request, response) => {
    const caller = callerOf(response);
    permit(caller, 'stream.read');
    await stream.open(request, response, caller);
  });
  // None of these answers holds a secret: those are given to nobody, above, or once, to a POST.
  app.use('/v1', compressedAnswers);
  for (const route of routes) app[route.method](`/v1${route.path}`, carryOut(route, deps));
  for (const [path, methods] of offered()) app.all(path, refuseMethod(methods));
  const { designer } = deps.installation;
  if (designer !== undefined) app.use(serveDesigner(designer));
  else app.get('/', (_request, response) => response.redirect('/about'));
  app.use((request) => {
    throw new Problem('NOT_FOUND', `There is nothing at ${request.originalUrl.split('?')[0]}`);
  });
  app.use(answerError(deps.log));
  return { app, closeStreams: stream.close };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const saysVersion: RequestHandler = (_request, response, next) => {
  response.set('API-Version', API_VERSION);
  next();
};

/** For routes that need nobody to be known; another site's pages are kept from them. */
const fromNobody =
  ({ installation }: Deps): RequestHandler =>
  (request, response, next) => {
    if (saidOrigin(request, installation) === 'other')
      throw new Problem('PERMISSION_DENIED', 'Expected a request from a page of this application');
    response.locals.caller = NOBODY;
    next();
  };

const index: RequestHandler = (_request, response) => {
  response.json({
    name: 'Speelruimte',
    version: API_VERSION,
    documentation: '/v1/docs',
    openapi: '/v1/openapi.json',
    authentication: ['Authorization: Bearer <token>', 'the cookie of POST /v1/session, with X-CSRF-Token'],
    routes: [
      ...routes.map(({ id, method, path, summary }) => ({
        id,
        method: method.toUpperCase(),
        path: `/v1${path.replace(/:(\w+)/g, '{$1}')}`,
        summary,
      })),
      { id: 'stream', method: 'GET', path: '/v1/stream', summary: 'What changes, as it changes.' },
    ],
  });
};

function offered(): Map<string, string[]> {
  const methods = new Map<string, string[]>([['/v1/stream', ['GET', 'HEAD']]]);
  for (const { path, method } of routes) {
    const at = `/v1${path}`;
    const names = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
    methods.set(at, [...(methods.get(at) ?? []), ...names]);
  }
  // Fixed words before placeholders, as the routes themselves are tried.
  return new Map([...methods].sort(([a], [b]) => a.split(':').length - b.split(':').length));
}

function refuseMethod(methods: string[]): RequestHandler {
  const allow = methods.join(', ');
  return (request) => {
    throw new Problem('METHOD_NOT_ALLOWED', `Expected ${allow}, got ${request.method}`, {
      headers: { Allow: allow },
    });
  };
}

function ready(deps: Deps): RequestHandler {
  return async (_request, response) => {
    const isReady = await deps.ready().catch(() => false);
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  };
}
