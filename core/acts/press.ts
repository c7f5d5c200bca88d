// Buttons in mails and on personal pages: each does what one of the acts does.
import type { Act, ActOf } from '../../contract/index.ts';
import { answerChase } from '../engine/chase.ts';
import { chaseCommitment, findCommitment } from '../engine/commitments.ts';
import { complete } from '../engine/flow.ts';
import { shownItem } from '../engine/item-name.ts';
import { type OfferedButton, offeredButtons } from '../engine/offered-buttons.ts';
import { mayAct } from '../engine/people.ts';
import { unpause } from '../engine/rest.ts';
import { openRunTimeTask } from '../engine/run-time-tasks.ts';
import { fire } from '../engine/subscriptions.ts';
import { Rejected, type Work } from '../engine/work.ts';
import type { Variables } from '../state.ts';
import { findItem, findTask } from './find.ts';
import { acts } from './index.ts';
import { postponeTask } from './postpone.ts';

const dispatchAct = <T extends Act>(w: Work, act: T): void =>
  (acts[act.type] as (w: Work, act: T) => void)(w, act);

/** A button in a mail or on a personal page; each is one of the acts people can do. */
export function press(w: Work, act: ActOf<'press'>): void {
  const data = (act.data ?? {}) as Variables;
  const who = {
    ...(act.by === undefined ? {} : { by: act.by }),
    ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }),
    ...(act.channel === undefined ? {} : { channel: act.channel }),
  };
  const commitment = Object.values(w.state.commitments).find(
    (c) => c.id === act.about || c.text.toLowerCase() === act.about.toLowerCase(),
  );
  const button = act.button.replace(/[\s_-]+(\w)/g, (_, c: string) => c.toUpperCase());
  const offered = offeredButtons(w.state, (d) => w.process(d)).find(({ start }) => start.button === button);
  if (offered) return begin(w, offered, data, act.data !== undefined);
  switch (button) {
    case 'pause':
      return dispatchAct(w, {
        type: 'pause',
        ...who,
        ...(typeof data.until === 'string' ? { until: data.until } : {}),
      });
    case 'wake':
      return wake(w, act);
    case 'helpMe':
    case 'callMe':
      return helpMe(w, findItem(w, act.about, 'about'), button);
    case 'accept':
    case 'decline':
      return dispatchAct(w, { type: button, item: act.about, ...who });
    case 'agreed':
      if (commitment) return agreed(w, commitment.id);
      break;
    case 'newDate': {
      const due = data.due;
      if (typeof due !== 'string')
        throw new Rejected('INVALID_ARGUMENT', 'Expected a new date', { path: 'data.due' });
      if (commitment)
        return dispatchAct(w, {
          type: 'rePromise',
          commitment: commitment.id,
          due,
          why: typeof data.why === 'string' ? data.why : 'new date',
          calledInitiator: true,
          ...who,
        });
      return postponeTask(w, findTask(w, act.about, 'about'), due, 'new date');
    }
    case 'done':
      if (commitment) return dispatchAct(w, { type: 'done', commitment: commitment.id, ...who });
      return dispatchAct(w, { type: 'complete', task: act.about, data: act.data, ...who });
    case 'answer':
      return dispatchAct(w, { type: 'complete', task: act.about, data: act.data, ...who });
  }
  dispatchAct(w, { type: 'complete', task: act.about, outcome: act.button, data: act.data, ...who });
}

/** What may happen at any time happens now, as if its message had come. */
function begin(w: Work, { id, waits, start }: OfferedButton, data: Variables, given: boolean): void {
  mayAct(w, start.by ?? [], [], `'${start.button}'`);
  w.fact({ type: 'message.received', name: waits.name, element: start.id, ...(given ? { data } : {}) });
  fire(w, { id, waits, element: start.id }, data);
}

function agreed(w: Work, id: string): void {
  const c = findCommitment(w, id);
  if (c.chased)
    throw new Rejected('INVALID_STATE', `Expected '${c.text}' not to be agreed yet`, { path: 'about' });
  chaseCommitment(w, id);
}

function wake(w: Work, act: ActOf<'press'>): void {
  const waiting = Object.values(w.state.elements).find((e) => {
    const element = e.d < 0 ? undefined : w.element(e);
    return element?.type === 'intermediateCatchEvent' && element.button === 'wake';
  });
  if (waiting) {
    w.fact({
      type: 'message.received',
      name: 'wake',
      element: waiting.element,
      ...(act.data ? { data: act.data as Record<string, unknown> } : {}),
    });
    return complete(w, waiting.key, 'message');
  }
  if (w.state.paused) return unpause(w);
  throw new Rejected('INVALID_STATE', 'Expected the initiative to be at rest', { path: 'button' });
}

/** Somebody cannot manage it: remaining rungs stop and the supporter gets a task. */
function helpMe(w: Work, item: string, button: string): void {
  const chase = w.state.chases[item];
  w.fact({
    type: 'help.asked',
    item,
    ...(chase?.element === undefined ? {} : { element: chase.element }),
  });
  answerChase(w, item, 'help asked');
  openRunTimeTask(w, {
    name: `${shownItem(item)}.help`,
    label:
      button === 'callMe'
        ? { nl: 'Bel: iemand vraagt om contact', en: 'Call: somebody asks for contact' }
        : { nl: 'Help even mee', en: 'Lend a hand' },
    role: 'supporter',
    term: { amount: 2, unit: 'workingDays' },
    ladder: 'ORG',
  });
}
