/** A report that was sent, for whoever got a link to it: on a screen, a telephone, or paper. */
import type { ReportLine, ReportText } from '../contract/index.ts';
import { wordsOf } from '../core/texts/index.ts';
import { type Frame, frame, written } from './frame.ts';
import { type Html, html } from './html.ts';
import { WORDS } from './words.ts';

export interface ReportPage extends Omit<Frame, 'title'> {
  report: ReportText;
  /** A day, as people say it. */
  sent?: string;
}

export function reportPage(page: ReportPage): string {
  const { language, report, sent } = page;
  const words = WORDS[language].report;
  const title = wordsOf(report.title, language);
  const lines = (all: readonly ReportLine[]): Html =>
    html`<ul class="plainlist">${all.map(
      ({ text, quote }) => html`<li>${wordsOf(text, language)}${quote && html` <q>${quote}</q>`}</li>`,
    )}</ul>`;
  return frame(
    { ...page, title },
    html`<h1>${title}</h1>
${sent && html`<p class="day">${words.sent(sent)}</p>`}
${report.comment && html`<section aria-labelledby="comment"><h2 id="comment">${words.comment}</h2>${written(report.comment)}</section>`}
${report.sections.map(
  ({ id, title: name, lines: all }) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${wordsOf(name, language)}</h2>${lines(all)}</section>`,
)}
${
  report.corrections.length > 0 &&
  html`<section aria-labelledby="corrections"><h2 id="corrections">${words.corrections}</h2>${lines(report.corrections)}</section>`
}
<p class="quiet">${words.careful}</p>
<p class="quiet">${words.fixed}</p>`,
  );
}
