/** A process for who looks from outside: its drawing and the same in plain words, on a screen, a telephone or paper. */
import type { Definition, Language } from '../contract/index.ts';
import { DRAWN, type Paper, pictureOf, sheetsOf, underOf, type Which } from '../core/picture/index.ts';
import { closed, HEADINGS, type ToldPart, type ToldStep, tell } from '../core/prose/index.ts';
import { writtenDate } from '../core/texts/index.ts';
import { type Frame, frame } from './frame.ts';
import { Html, html } from './html.ts';
import { SHARED_PROCESS_WORDS } from './shared-process-words.ts';

export interface SharedProcessPage extends Omit<Frame, 'title'> {
  definition: Definition;
  which: Which;
  /** Local date of looking. */
  today: string;
  /** Local date, the last on which the link opens. */
  endsOn?: string;
  paper: Paper;
  /** Addresses of this page on each paper, and of the drawing alone. */
  at: Record<Paper, string> & { file: string };
}

export function sharedProcessPage(page: SharedProcessPage): string {
  const { language, definition, which, today, endsOn, paper, at, organisation } = page;
  const words = SHARED_PROCESS_WORDS[language];
  const heading = { language, under: underOf(language, today, which) };
  const picture = pictureOf(definition, heading);
  const sheets = sheetsOf(definition, picture, heading, { paper, drawn: `<use href="#${DRAWN}"/>` });
  const prose = tell(definition, language);
  const choice = (one: Paper) =>
    one === paper
      ? html`<b aria-current="true">${words[one]}</b>`
      : html`<a href="${at[one]}">${words[one]}</a>`;
  return frame(
    { ...page, title: prose.title, wide: true, noContact: true },
    html`<h1 class="onscreen">${prose.title}</h1>
<div class="onscreen">
<p class="lead">${words.lead(organisation)}</p>
<p>${which.published ? words.version(which.version ?? 1) : words.draft}</p>
${endsOn && html`<p class="quiet">${words.until(writtenDate(language, endsOn, today))}</p>`}
</div>
<section class="drawing">
<h2 id="drawing">${words.drawing}</h2>
<p class="help">${words.drawingHelp}</p>
<p class="large"><label><input type="checkbox" id="large"> ${words.large}</label></p>
<div class="drawingsheet" role="region" aria-labelledby="drawing" tabindex="0">${svg(picture.svg)}</div>
<p><a href="${at.file}">${words.file}</a></p>
</section>
<div class="onpaper ${paper}" aria-hidden="true">${sheets.map(svg)}</div>
<section class="prose ${paper}" aria-labelledby="text">
<h2 id="text">${words.text}</h2>
<p class="help onscreen">${words.textHelp}</p>
${prose.summary && html`<p>${prose.summary}</p>`}
${steps(prose.steps)}
${prose.always.length > 0 && html`<h3>${HEADINGS.always[language]}</h3>${steps(prose.always)}`}
${
  prose.reminders.length > 0 &&
  html`<h3>${HEADINGS.reminders[language]}</h3>${prose.reminders.map(
    ({ name, sentences }) =>
      html`<h4>${name}</h4><ul class="plainlist">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`,
  )}`
}
</section>
<section class="noprint" aria-labelledby="paper">
<h2 id="paper">${words.paper}</h2>
<p>${words.paperHelp}</p>
<p>${choice('landscape')} · ${choice('portrait')}</p>
</section>
<p class="noprint">${words.ask}</p>`,
  );
}

/** The drawing alone, as a file. */
export function sharedDrawing(
  definition: Definition,
  language: Language,
  today: string,
  which: Which,
  fonts: string,
): string {
  return pictureOf(definition, { language, under: underOf(language, today, which), fonts }).svg;
}

/** A link that opens no more, and why. */
export function sharingEndedPage(base: Omit<Frame, 'title'>, why: 'stopped' | { over: string }): string {
  const words = SHARED_PROCESS_WORDS[base.language];
  const [title, text] =
    why === 'stopped'
      ? [words.stoppedTitle, words.stopped]
      : [words.overTitle, words.over(writtenDate(base.language, why.over, ''))];
  return frame({ ...base, title, noContact: true }, html`<h1>${title}</h1><p>${text}</p>`);
}

/** Words in a picture are escaped where it is made. */
const svg = (picture: string): Html => new Html(picture);

function steps(all: readonly ToldStep[]): Html {
  return html`<ol class="told">${all.map(
    ({ number, element, title, sentences, parts, next }) =>
      html`<li><span class="number">${number}.</span> <a href="#element-${element}">${closed(title)}</a> ${sentences.map(
        ({ text, aside }) => (aside ? html`<span class="quiet">${text}</span> ` : `${text} `),
      )}${parts.length === 0 && next && next.text}${below(parts)}${parts.length > 0 && next && html`<p>${next.text}</p>`}</li>`,
  )}</ol>`;
}

function below(parts: readonly ToldPart[]): Html | false {
  if (parts.length === 0) return false;
  return html`<ul class="ways">${parts.map(({ lead, parts: inner, steps: within, next }) => {
    const alone = inner.length + within.length === 0;
    return html`<li>${lead.text}${alone && next && ` ${next.text}`}${below(inner)}${within.length > 0 && steps(within)}${!alone && next && html`<p>${next.text}</p>`}</li>`;
  })}</ul>`;
}
