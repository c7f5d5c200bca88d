/** Pages for residents and partners: by personal link or without, without script and without cookies. */
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { noticePage } from '../../pages/notices.ts';
import { PAGES_CSS } from '../../pages/style.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { showAnswer, takeAnswer } from './answer.ts';
import { fontFile } from './font.ts';
import { pressOnGlance, showGlance } from './glance.ts';
import { showLogo, showLookCss } from './look.ts';
import { askNewLink, blockLinks, giveNewLink } from './new-link.ts';
import { strangersFrame } from './opened.ts';
import { showNewDate, showWords, takeNewDate, takeWords } from './own.ts';
import { isAway, send } from './reading.ts';
import { showRegister, takeRegistration } from './register.ts';
import { showReport } from './report.ts';
import { showSetup, takeSetup } from './setup.ts';
import { showSharedDrawing, showSharedProcess } from './shared-process.ts';

export function pagesRouter(deps: Deps): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 500 });
  router.get('/pages.css', style);
  router.get('/fonts/atkinson-hyperlegible-next.woff2', font);
  router.get('/look/:org.css', showLookCss(deps));
  router.get('/look/:org/logo', showLogo(deps));
  router.route('/p/new').get(askNewLink(deps)).post(form, giveNewLink(deps));
  router.route('/p/:token').get(showGlance(deps)).post(form, pressOnGlance(deps));
  router.route('/p/:token/answer/:instance/:task').get(showAnswer(deps)).post(form, takeAnswer(deps));
  router.route('/p/:token/date/:instance/:item').get(showNewDate(deps)).post(form, takeNewDate(deps));
  router.get('/p/:token/report', showReport(deps));
  router.route('/p/:token/words').get(showWords(deps)).post(form, takeWords(deps));
  router.post('/p/:token/block', form, blockLinks(deps));
  router.get('/s/:token', showSharedProcess(deps));
  router.get('/s/:token/drawing.svg', showSharedDrawing(deps));
  router.route('/register/:process').get(showRegister(deps)).post(form, takeRegistration(deps));
  router.route('/setup').get(showSetup(deps)).post(form, takeSetup(deps));
  router.use(['/p', '/s', '/register'], async (request, response) =>
    send(response, noticePage(await strangersFrame(deps, request), { kind: 'missing' }), 404),
  );
  router.use(['/p', '/s', '/register', '/setup'], inWords(deps));
  return router;
}

/** What goes wrong is said on a page; addresses are not logged, they hold the link. */
const inWords =
  (deps: Deps): ErrorRequestHandler =>
  async (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status: given } = error as { status?: number };
    const status = error instanceof Problem ? error.status : isAway(error) ? 503 : (given ?? 500);
    if (status >= 500) {
      const { name, stack } = error as Error;
      const where = stack?.split('\n').slice(1, 6).join('\n');
      deps.log.error(
        { method: request.method, route: request.route?.path, error: { name, stack: where } },
        'a page failed',
      );
    }
    const kind = status === 404 ? 'missing' : 'broken';
    const frame = await strangersFrame(deps, request).catch(
      () => ({ language: 'nl', organisation: 'Speelruimte' }) as const,
    );
    send(response, noticePage(frame, { kind }), status);
  };

const style: RequestHandler = (_request, response) => {
  response.type('text/css; charset=utf-8').set('Cache-Control', 'max-age=3600').send(PAGES_CSS);
};

const font: RequestHandler = (_request, response) => {
  response.type('font/woff2').set('Cache-Control', 'public, max-age=31536000, immutable').send(fontFile());
};
