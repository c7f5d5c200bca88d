/** Answering what is asked: the form with its fields, the outcomes as buttons, and what was written down together. */
import type { Field } from '../contract/index.ts';
import { type Filled, fieldOf, problemList } from './fields.ts';
import { banner, type Frame, frame, written } from './frame.ts';
import { html } from './html.ts';
import { WORDS } from './words.ts';

export interface AnswerPage extends Omit<Frame, 'title'>, Filled {
  /** Where it is sent, and where one goes back to. */
  at: string;
  back: string;
  seen: string;
  title: string;
  due?: string;
  intro?: string;
  fields: Field[];
  /** One button each; none: one button that sends. */
  outcomes: { id: string; label: string }[];
  /** The outcome that was pressed in the message, or before. */
  chosen?: string;
  /** A choice or agreement speaks about this: label and words. */
  about: { label: string; text: string }[];
  commitments: { text: string; who: string; due: string }[];
  /** What a report tells about an initiative of the reader, who is asked about it. */
  reported?: { title?: string; lines: string[] };
  /** New fields came up because of an answer; the engine is away. */
  note?: 'more' | 'away';
}

export function answerPage(page: AnswerPage): string {
  const { language, fields, outcomes, about, commitments, note } = page;
  const words = WORDS[language].answer;
  const known = new Set(fields.map(({ key }) => key));
  const isAsked = fields.length > 0;
  // The one that was pressed comes first and is the clear one.
  const ordered = [...outcomes].sort((a, b) => Number(b.id === page.chosen) - Number(a.id === page.chosen));
  return frame(
    page,
    html`<p class="noprint"><a href="${page.back}">${words.back}</a></p>
<h1>${page.title}</h1>
${note && banner('trouble', words[note])}
${problemList(page, known)}
${page.due && html`<p class="day">${words.due(page.due)}</p>`}
${page.intro && html`<p>${page.intro}</p>`}
${
  (about.length > 0 || commitments.length > 0) &&
  html`<section aria-labelledby="wrote"><h2 id="wrote">${words.wrote}</h2>
${commitments.length > 0 && html`<ul class="promises">${commitments.map((one) => html`<li><p class="what">${one.text}</p><p class="who">${one.who} <span class="day">${one.due}</span></p></li>`)}</ul>`}
${about.map(({ label, text }) => html`<h3>${label}</h3>${written(text)}`)}
</section>`
}
${
  page.reported &&
  html`<section aria-labelledby="reported"><h2 id="reported">${words.reported(page.reported.title)}</h2>
<ul class="plainlist">${page.reported.lines.map((line) => html`<li>${line}</li>`)}</ul>
</section>`
}
${isAsked && html`<p class="quiet">${words.lead}</p>`}
<form method="post" action="${page.at}">
<input type="hidden" name="seen" value="${page.seen}">
${fields.map((field) => fieldOf(field, page))}
${
  outcomes.length > 0
    ? html`<fieldset class="field outcomes"><legend>${words.choose}</legend>${ordered.map(({ id, label }, i) => html`<button class="${i === 0 ? 'main' : 'plain wide'}" name="outcome" value="${id}">${label}</button>`)}</fieldset>`
    : html`<button class="main">${words.send}</button>`
}
</form>`,
  );
}

export interface ClosedPage extends Omit<Frame, 'title'> {
  back: string;
  title: string;
  text: string;
}

/** It was answered or dropped before: who did it and when. */
export function closedPage(page: ClosedPage): string {
  const words = WORDS[page.language].answer;
  return frame(
    page,
    html`<h1>${words.closedTitle}</h1>
<p class="lead">${page.title}</p>
<p>${page.text}</p>
<p><a class="main" href="${page.back}">${words.back}</a></p>`,
  );
}
