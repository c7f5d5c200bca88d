/** The page a personal link opens, and the buttons on it. Looking does nothing; a press acts once. */
import type { Request, Response } from 'express';
import { isLocalDate } from '../../core/calendar/index.ts';
import { offeredButtons } from '../../core/engine/offered-buttons.ts';
import { one } from '../../pages/form-data.ts';
import { glance } from '../../pages/glance.ts';
import { type Said, WORDS } from '../../pages/words.ts';
import type { Answer, Deps } from '../deps.ts';
import { actAs, pauseOrGoOn } from './act.ts';
import { gather } from './gather.ts';
import { inside } from './inside.ts';
import { isTheirTask, itemsOf, type Touched, touched } from './items.ts';
import type { Opened } from './opened.ts';
import { forReader, missing, seeOther, send, sentBy } from './reading.ts';
import { sentReport } from './report.ts';

export const showGlance = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const { button, said } = request.query;
    const { link, address } = opened;
    const [item] = link.about;
    // Who is asked nothing reads the report itself.
    if (button === 'report' || (button === undefined && (await onlyReads(deps, opened))))
      return response.redirect(302, address('/report'));
    const page = typeof button === 'string' ? PAGE_OF[button] : undefined;
    if (page && item !== undefined)
      return response.redirect(302, address(`/${page}/${link.instance}/${encodeURIComponent(item)}`));
    send(
      response,
      glance(
        await gather(deps, opened, {
          ...(typeof button === 'string' ? { pressed: button } : {}),
          ...(typeof said === 'string' && Object.hasOwn(WORDS.nl.said, said) ? { said: said as Said } : {}),
        }),
      ),
    );
  });

/** A link that is about a report which was sent, and asks nothing of the reader any more. */
async function onlyReads(deps: Deps, opened: Opened): Promise<boolean> {
  if (opened.initiative || !(await sentReport(deps, opened))) return false;
  const { tasks } = await itemsOf(deps, opened);
  return !tasks.some((task) => task.state === 'open' && isTheirTask(opened, task));
}

/** Buttons of messages that only lead to a page; the first item is what they are about. */
const PAGE_OF: Record<string, string | undefined> = { newDate: 'date', answer: 'answer' };

export const pressOnGlance = (deps: Deps) =>
  forReader(deps, async (opened, request, response) => {
    const sent = sentBy(request);
    const [button, seen] = [one(sent, 'button'), one(sent, 'seen')];
    if (button === 'pause' || button === 'resume' || button === 'wake') {
      const until = one(sent, 'until');
      if (opened.side !== 'initiator') return missing(response, opened);
      const did = await pauseOrGoOn(deps, opened, seen, {
        button: button === 'pause' ? 'pause' : 'resume',
        ...(isLocalDate(until) && until > opened.today ? { until } : {}),
      });
      return seeOther(response, opened, did ? (button === 'pause' ? 'paused' : 'resumed') : 'refused');
    }
    if (one(sent, 'offered') === '') return press(deps, opened, request, response, button, seen);
    await begin(deps, opened, request, response, button);
  });

/** What the reader may begin at any time; the process says who may. */
async function begin(
  deps: Deps,
  opened: Opened,
  request: Request,
  response: Response,
  button: string,
): Promise<void> {
  const sent = sentBy(request);
  const instance = one(sent, 'instance');
  const looked = opened.instances.some((own) => own.instance === instance)
    ? await inside(deps, instance)
    : undefined;
  const isOffered =
    looked !== undefined &&
    offeredButtons(looked.state, (d) => looked.processes[d], opened.person.id).some(
      ({ start }) => start.button === button,
    );
  if (!isOffered) return missing(response, opened);
  const why = one(sent, 'why').trim().slice(0, 1_000);
  const act = { type: 'press', about: '', button, ...(why ? { data: { why } } : {}) } as const;
  const answer = await actAs(deps, opened, instance, act, one(sent, 'seen'));
  seeOther(response, opened, saidOf(answer, 'answered'));
}

/** A press without an item is about what the message was about. */
async function press(
  deps: Deps,
  opened: Opened,
  request: Request,
  response: Response,
  button: string,
  seen: string,
): Promise<void> {
  const sent = sentBy(request);
  const items = await itemsOf(deps, opened);
  const instance = one(sent, 'instance') || opened.link.instance;
  const item = one(sent, 'item') || opened.link.about[0];
  const found = item === undefined ? undefined : touched(opened, items, instance, item);
  const known = found && SAID[button];
  const isOutcome = found?.kind === 'task' && /^[\w.-]{1,60}$/.test(button);
  if (!found || (known === undefined && !isOutcome)) return missing(response, opened);
  const answer = await actAs(deps, opened, instance, { type: 'press', about: aboutOf(found), button }, seen);
  // An outcome the task does not have was never offered.
  if (!answer.ok && known === undefined && answer.rejection.code === 'INVALID_ARGUMENT')
    return missing(response, opened);
  seeOther(response, opened, saidOf(answer, known ?? 'answered'));
}

/** What is said after each button that every item knows. */
const SAID: Record<string, Said | undefined> = {
  done: 'done',
  agreed: 'done',
  accept: 'done',
  decline: 'done',
  helpMe: 'helpMe',
  callMe: 'callMe',
};

export const saidOf = (answer: Answer<unknown>, went: Said): Said =>
  answer.ok ? went : answer.rejection.code === 'PERMISSION_DENIED' ? 'notYours' : 'refused';

const aboutOf = (found: Touched): string =>
  found.kind === 'task' ? found.task.key : found.commitment.commitment;
