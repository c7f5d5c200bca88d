/** Two small forms of the initiators' own: another day for their step, and their words. */
import { banner, type Frame, frame } from './frame.ts';
import { flag, type Html, html } from './html.ts';
import { WORDS } from './words.ts';

type Own = Omit<Frame, 'title'> & { at: string; back: string; seen: string };

export interface NewDatePage extends Own {
  what: string;
  due: string;
  /** Commitments need a reason; tasks do not. */
  needsWhy: boolean;
  values: { due?: string; why?: string };
  problem?: 'past' | 'whyMissing' | 'away';
  tomorrow: string;
}

export function newDatePage(page: NewDatePage): string {
  const { language, problem, values } = page;
  const words = WORDS[language].newDate;
  const said = problem === 'away' ? WORDS[language].answer.away : problem && words[problem];
  return frame(
    { ...page, title: words.title },
    html`<p class="noprint"><a href="${page.back}">${WORDS[language].answer.back}</a></p>
<h1>${words.title}</h1>
${said && banner('trouble', said)}
<p>${words.lead(page.what)}</p>
<p class="day">${words.was(page.due)}</p>
<form method="post" action="${page.at}"><input type="hidden" name="seen" value="${page.seen}">
${row('due', words.day, html`<input type="date" id="due" name="due" required min="${page.tomorrow}" value="${values.due}"${wrong(problem === 'past')}>`)}
${
  page.needsWhy &&
  row(
    'why',
    words.why,
    html`<textarea id="why" name="why" rows="3" required${wrong(problem === 'whyMissing')}>
${values.why}</textarea>`,
  )
}
<button class="main" name="button" value="newDate">${words.button}</button>
</form>`,
  );
}

export interface WordsPage extends Own {
  values: { title?: string; idea?: string; place?: string; motto?: string };
  problem?: 'nameMissing' | 'changed';
  revision: number;
}

export function wordsPage(page: WordsPage): string {
  const { language, problem, values } = page;
  const words = WORDS[language].words;
  const text = (key: 'title' | 'place' | 'motto', label: string, isRequired = false) =>
    row(
      key,
      label,
      html`<input type="text" id="${key}" name="${key}" maxlength="200" value="${values[key]}"${flag('required', isRequired)}${wrong(key === 'title' && problem === 'nameMissing')}>`,
    );
  return frame(
    { ...page, title: words.title },
    html`<p class="noprint"><a href="${page.back}">${WORDS[language].answer.back}</a></p>
<h1>${words.title}</h1>
${problem && banner('trouble', words[problem])}
<p>${words.lead}</p>
<form method="post" action="${page.at}"><input type="hidden" name="revision" value="${page.revision}">
${text('title', words.name, true)}
${text('motto', words.motto)}
${row(
  'idea',
  words.idea,
  html`<textarea id="idea" name="idea" rows="6" maxlength="15000">
${values.idea}</textarea>`,
)}
${text('place', words.place)}
<button class="main">${words.save}</button>
</form>`,
  );
}

const row = (id: string, label: string, control: Html): Html =>
  html`<div class="field"><label for="${id}">${label}</label>${control}</div>`;

const wrong = (isWrong: boolean): Html => (isWrong ? html` aria-invalid="true"` : html``);
