/** Registering an initiative without an account: the form a process starts with, and what happens then. */
import type { Field, Form } from '../contract/index.ts';
import { type Filled, fieldOf, problemList } from './fields.ts';
import { banner, type Frame, frame } from './frame.ts';
import { flag, html } from './html.ts';
import { WORDS } from './words.ts';

export interface RegisterPage extends Omit<Frame, 'title'>, Filled {
  at: string;
  /** Names this visit: pressing twice registers once. */
  once: string;
  title?: string;
  intro?: string;
  fields: Field[];
  note?: 'more' | 'away' | 'tooMany';
}

export function registerPage(page: RegisterPage): string {
  const { language, fields, note, organisation } = page;
  const words = WORDS[language];
  const title = page.title ?? words.register.title;
  const needed = fields.filter((field) => field.required === true || field.requiredIf !== undefined);
  const rest = fields.filter((field) => !needed.includes(field));
  const isTold = rest.some(
    ({ key }) => page.values[key] !== undefined || page.problems.some(({ path }) => path.startsWith(key)),
  );
  const said = note === 'tooMany' ? words.register.tooMany : note && words.answer[note];
  return frame(
    { ...page, title },
    html`<h1>${title}</h1>
${said && banner('trouble', said)}
${problemList(page, new Set(fields.map(({ key }) => key)))}
<p class="lead">${page.intro ?? words.register.lead}</p>
<form method="post" action="${page.at}">
<input type="hidden" name="once" value="${page.once}">
${needed.map((field) => fieldOf(field, page))}
${
  rest.length > 0 &&
  html`<details class="rest"${flag('open', isTold)}><summary>${words.register.more}</summary>${rest.map((field) => fieldOf(field, page))}</details>`
}
<div class="trap" aria-hidden="true"><label for="website">${words.register.trap}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<p class="quiet">${words.register.privacy(organisation)}</p>
<button class="main">${words.register.send}</button>
</form>`,
  );
}

/** The two things every registration needs, where a form does not ask them. */
const whoFields: Field[] = [
  {
    key: 'yourName',
    type: 'text',
    label: { nl: WORDS.nl.register.name, en: WORDS.en.register.name },
    required: true,
  },
  {
    key: 'contact',
    type: 'text',
    label: { nl: WORDS.nl.register.contact, en: WORDS.en.register.contact },
    help: { nl: WORDS.nl.register.contactHelp, en: WORDS.en.register.contactHelp },
    required: true,
  },
];

/** What a form asks of who registers: who they are if it does not ask that itself, and nothing that staff fill in. */
export function fieldsToRegister({ fields }: Form): Field[] {
  const missing = whoFields.filter(({ key }) => !fields.some((field) => field.key === key));
  return [...missing, ...fields.filter(isForResidents)];
}

/** The page has a language; who met them first is for staff to fill in. */
const isForResidents = ({ key, type, required }: Field): boolean =>
  key !== 'language' && (type !== 'person' || required === true);

export interface RegisteredPage extends Omit<Frame, 'title'> {
  name?: string;
  byMail: boolean;
  firstContact?: { who: string; day: string };
}

export function registeredPage(page: RegisteredPage): string {
  const words = WORDS[page.language].register;
  return frame(
    { ...page, title: words.doneTitle },
    html`<h1>${words.doneTitle}</h1>
${page.name && html`<p class="lead">${words.done(page.name)}</p>`}
<section aria-labelledby="next"><h2 id="next">${words.next}</h2>
<ul class="plainlist">
<li>${page.byMail ? words.byMail : words.byPhone}</li>
${page.firstContact && html`<li>${words.firstContact(page.firstContact.who, page.firstContact.day)}</li>`}
<li>${words.yours}</li>
</ul></section>`,
  );
}

export function registerClosedPage(base: Omit<Frame, 'title'>): string {
  const words = WORDS[base.language].register;
  return frame(
    { ...base, title: words.closedTitle },
    html`<h1>${words.closedTitle}</h1><p>${words.closed}</p>`,
  );
}
