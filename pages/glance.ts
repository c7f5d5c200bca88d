/** The initiative in one glance: the initiators' own words, what is asked of the reader, done, now and next, and the agreement. */
import type { Language, Side } from '../contract/index.ts';
import { SIDES } from '../core/texts/index.ts';
import { banner, carrier, type Frame, frame, NOTHING, written } from './frame.ts';
import { type Html, html } from './html.ts';
import { type Said, WORDS } from './words.ts';

/** One thing the reader is asked; each has one clear way to answer. */
export interface Ask {
  /** Names it in forms: the instance and the item. */
  instance: string;
  item: string;
  title: string;
  due?: string;
  late?: boolean;
  /** Somebody who may do it as well. */
  together?: string;
  /** Answered on a page of its own. */
  answerAt?: string;
  /** Answered by one press; the first is the clear one. */
  buttons: { id: string; label: string }[];
  /** Page for another day. */
  otherDateAt?: string;
  /** The button that was pressed in the message: it waits for one more press. */
  pressed?: { id: string; label: string };
}

/** A line of done, now and next. */
export interface Step {
  text: string;
  side: Side;
  who?: string;
  /** A day, as people say it. */
  day?: string;
  late?: boolean;
}

/** What the reader may begin at any time, beside what is asked. */
export interface Offered {
  instance: string;
  id: string;
  label: string;
  explained?: string;
}

export interface Promised {
  instance: string;
  item: string;
  text: string;
  side: Side;
  who: string;
  due: string;
  state: 'open' | 'late' | 'done';
  doneOn?: string;
  moved?: { from: string; why: string };
  /** The reader may tick it off. */
  mine: boolean;
}

export interface Glance extends Omit<Frame, 'title'> {
  /** Address of this page. */
  at: string;
  /** Grows with everything that happens: two presses of one page are one. */
  seen: string;
  side: Side;
  reader?: string;
  said?: Said;
  initiative?: { title: string; idea?: string; place?: string; motto?: string };
  editWordsAt?: string;
  standing: 'running' | 'paused' | 'resting' | 'ended';
  until?: string;
  asks: Ask[];
  past: Step[];
  now: Step[];
  next: Step[];
  agreement: Promised[];
  offered: Offered[];
  mayPause: boolean;
  today: string;
}

/** At most this many things are asked at a time. */
const MOST_ASKS = 3;
const RECENT = 5;

export function glance(page: Glance): string {
  const { language, side, initiative, said, reader } = page;
  const words = WORDS[language].glance;
  const title = initiative?.title || words.title;
  const isPartner = side !== 'initiator';
  return frame(
    { ...page, title },
    html`${said && banner(said === 'refused' || said === 'notYours' ? 'trouble' : 'good', WORDS[language].said[said])}
<div class="own">
${reader && html`<p class="hello">${words.greeting(reader)}</p>`}
<h1>${title}</h1>
${initiative?.motto && html`<p class="motto"><span class="label">${words.motto}:</span> ${initiative.motto}</p>`}
${initiative?.idea && !isPartner && written(initiative.idea)}
${initiative?.place && html`<p class="quiet">${words.place}: ${initiative.place}</p>`}
${page.editWordsAt && html`<p class="noprint"><a href="${page.editWordsAt}">${words.editWords}</a></p>`}
</div>
<p class="lead">${isPartner ? words.partnerLead : words.lead}</p>
${standing(page)}
${asks(page)}
${page.past.length + page.now.length + page.next.length > 0 && steps(page)}
${page.agreement.length > 0 && agreement(page)}
${page.mayPause && page.standing === 'running' && pause(page)}
${page.offered.map((one, i) => offered(page, one, `why${i}`))}
${safety(page)}`,
  );
}

/** Fields that every act carries. */
const hidden = (page: Glance, instance: string, item: string): Html =>
  html`<input type="hidden" name="instance" value="${instance}"><input type="hidden" name="item" value="${item}"><input type="hidden" name="seen" value="${page.seen}">`;

function standing(page: Glance): Html {
  const { standing: now, until, language, at } = page;
  const words = WORDS[language].glance;
  if (now === 'running') return NOTHING;
  if (now === 'ended') return html`<p class="notice">${words.ended}</p>`;
  const text = now === 'resting' ? words.restingNow : until ? words.pausedUntil(until) : words.pausedNow;
  return html`<div class="notice"><p>${text}</p>
${page.mayPause && html`<form method="post" action="${at}">${hidden(page, '', '')}<button name="button" value="wake">${words.resume}</button></form>`}</div>`;
}

function asks(page: Glance): Html {
  const words = WORDS[page.language].glance;
  const shown = page.asks.slice(0, MOST_ASKS);
  const rest = page.asks.length - shown.length;
  if (shown.length === 0 && page.standing === 'ended') return NOTHING;
  return html`<section class="asks" aria-labelledby="asks">
<h2 id="asks">${words.asks}</h2>
${shown.length === 0 ? html`<p>${words.noAsks}</p>` : html`<ol>${shown.map((ask, i) => html`<li>${oneAsk(page, ask, `ask${i}`)}</li>`)}</ol>`}
${rest > 0 && html`<p class="quiet">${words.more(rest)}</p>`}
</section>`;
}

function oneAsk(page: Glance, ask: Ask, id: string): Html {
  const words = WORDS[page.language].glance;
  const [main, ...others] = ask.buttons;
  const press = (button: { id: string; label: string }, look: string) =>
    html`<button class="${look}" name="button" value="${button.id}" aria-describedby="${id}">${button.label}</button>`;
  const form = (inside: Html) =>
    html`<form method="post" action="${page.at}">${hidden(page, ask.instance, ask.item)}${inside}</form>`;
  return html`<h3 id="${id}">${ask.title}</h3>
${ask.due && html`<p class="day">${ask.late ? words.lateBy(ask.due) : words.by(ask.due)}</p>`}
${ask.together && html`<p class="day">${words.together(ask.together)}</p>`}
${ask.pressed && html`<div class="pressed"><p>${words.pressed(ask.pressed.label)}</p>${form(press(ask.pressed, 'main'))}</div>`}
${ask.answerAt && html`<p><a class="${ask.pressed ? 'plain' : 'main'}" href="${ask.answerAt}" aria-describedby="${id}">${ask.pressed ? words.otherAnswer : words.answer}</a></p>`}
${main && !ask.answerAt && (!ask.pressed || main.id !== ask.pressed.id) && form(press(main, ask.pressed ? 'plain' : 'main'))}
<div class="small">
${others.filter(({ id: other }) => other !== ask.pressed?.id).map((button) => form(press(button, 'plain')))}
${ask.otherDateAt && html`<a class="plain" href="${ask.otherDateAt}" aria-describedby="${id}">${words.otherDate}</a>`}
${ask.pressed?.id !== 'helpMe' && form(press({ id: 'helpMe', label: words.cannot }, 'plain'))}
${ask.pressed?.id !== 'callMe' && form(press({ id: 'callMe', label: words.call }, 'plain'))}
</div>`;
}

function steps(page: Glance): Html {
  const words = WORDS[page.language].glance;
  const { past, now, next } = page;
  const recent = past.slice(0, RECENT);
  const earlier = past.slice(RECENT);
  const list = (all: Step[], kind: string) =>
    html`<ol class="steps ${kind}">${all.map((step) => oneStep(page, step))}</ol>`;
  return html`<section aria-labelledby="past"><h2 id="past">${words.past}</h2>
${recent.length > 0 ? list(recent, 'past') : html`<p>${words.nothingPast}</p>`}
${earlier.length > 0 && html`<details><summary>${words.earlier}</summary>${list(earlier, 'past')}</details>`}
</section>
<section aria-labelledby="now"><h2 id="now">${words.now}</h2>
${now.length > 0 ? list(now, 'now') : html`<p>${words.nothingNow}</p>`}
</section>
${
  page.standing !== 'ended' &&
  html`<section aria-labelledby="next"><h2 id="next">${words.next}</h2>
${next.length > 0 ? list(next, 'next') : html`<p>${words.nothingNext}</p>`}
</section>`
}`;
}

function oneStep({ language, side }: Glance, step: Step): Html {
  const words = WORDS[language].glance;
  return html`<li><p class="what">${step.text}</p>
<p class="who">${carrier(language, step.side, side, step.who)}${step.day && html` <span class="${step.late ? 'day late' : 'day'}">${step.day}</span>`}</p>
${step.late && step.side === 'us' && html`<p class="late">${words.late_us}</p>`}</li>`;
}

function agreement(page: Glance): Html {
  const words = WORDS[page.language].glance;
  return html`<section aria-labelledby="agreement"><h2 id="agreement">${words.agreement}</h2>
${share(page.language, page.side, page.agreement)}
<ul class="promises">${page.agreement.map((one, i) => onePromise(page, one, `promise${i}`))}</ul>
</section>`;
}

function onePromise(page: Glance, one: Promised, id: string): Html {
  const words = WORDS[page.language].glance;
  const { state, text, side, who, due, doneOn, moved } = one;
  // Only we are called late: who does it unpaid is invited, never dunned.
  const isOurs = state === 'late' && side === 'us';
  return html`<li class="promise-${state}">
<p class="what" id="${id}">${text}</p>
<p class="who">${carrier(page.language, side, page.side, who)} <span class="${isOurs ? 'day late' : 'day'}">${state === 'done' ? words.ready(doneOn ?? due) : isOurs ? words.late(due) : words.until(due)}</span></p>
${moved && html`<p class="quiet">${words.moved(moved.from, moved.why)}</p>`}
${
  one.mine &&
  state !== 'done' &&
  html`<form class="noprint" method="post" action="${page.at}">${hidden(page, one.instance, one.item)}<button class="tick" name="button" value="done" aria-describedby="${id}"><span aria-hidden="true">☐</span> ${words.done}</button></form>`
}</li>`;
}

const ORDER: Side[] = ['initiator', 'us', 'partner', 'volunteer'];

/** Who does how much, as a bar and in words. */
function share(language: Language, own: Side, all: Promised[]): Html {
  const words = WORDS[language].glance;
  const counts = ORDER.map((side) => ({ side, n: all.filter((one) => one.side === side).length })).filter(
    ({ n }) => n > 0,
  );
  let from = 0;
  const bars = counts.map(({ side, n }) => {
    const x = (from / all.length) * 100;
    from += n;
    return html`<rect class="${side}" x="${x.toFixed(2)}" y="0" width="${((n / all.length) * 100).toFixed(2)}" height="10"></rect>`;
  });
  const said = counts.map(({ side, n }) =>
    words.shareOf(n, (side === own ? SIDES[side].own : SIDES[side].word)[language]),
  );
  return html`<p class="label">${words.share}</p>
<svg class="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bars}</svg>
<ul class="legend">${counts.map(({ side }, i) => html`<li class="side ${side}"><span aria-hidden="true">${SIDES[side].mark}</span> ${said[i]}</li>`)}</ul>`;
}

function pause(page: Glance): Html {
  const words = WORDS[page.language].glance;
  return html`<details class="noprint"><summary>${words.pause}</summary>
<p>${words.pauseLead}</p>
<form method="post" action="${page.at}">${hidden(page, '', '')}
<p><label for="until">${words.pauseUntil}</label><input type="date" id="until" name="until" min="${page.today}"></p>
<button class="plain" name="button" value="pause">${words.pauseButton}</button>
</form></details>`;
}

/** Always there and never in the way: one opens it, may say why, and presses. */
function offered(page: Glance, { instance, id, label, explained }: Offered, field: string): Html {
  const words = WORDS[page.language].glance;
  return html`<details class="noprint"><summary>${label}</summary>
${explained && html`<p>${explained}</p>`}
<form method="post" action="${page.at}">${hidden(page, instance, '')}<input type="hidden" name="offered" value="1">
<p><label for="${field}">${words.why}</label><textarea id="${field}" name="why" rows="3" maxlength="1000"></textarea></p>
<button class="plain" name="button" value="${id}">${label}</button>
</form></details>`;
}

function safety({ language, at }: Glance): Html {
  const words = WORDS[language].glance;
  return html`<details class="noprint quiet"><summary>${words.safety}</summary>
<form method="post" action="${at.replace(/(\?|$)/, '/block$1')}"><button class="plain">${words.block}</button></form></details>`;
}
