/** What every page for residents and partners stands in: one column, the organisation's name, and whom to call. */
import type { Language, Side } from '../contract/index.ts';
import { SIDES } from '../core/texts/index.ts';
import { Html, html, type Value } from './html.ts';
import { WORDS } from './words.ts';

/** Whom to ask, with the stand-in when they are away. */
export interface Contact {
  name: string;
  phone?: string;
  mail?: string;
  /** Who it would be, when this is the stand-in. */
  insteadOf?: string;
}

export interface Frame {
  language: Language;
  organisation: string;
  title: string;
  contact?: Contact;
  /** Addresses of this page in the other language. */
  other?: string;
  /** There is nobody to ask yet. */
  noContact?: true;
  /** A practice run: nothing here is real. */
  rehearsal?: boolean;
  /** The organisation's own style sheet and logo, where it has them. */
  look?: { css?: string | undefined; logo?: string | undefined };
  /** For what is broader than a column of text. */
  wide?: true;
}

export function frame(
  { language, organisation, title, contact, other, rehearsal, noContact, wide, look }: Frame,
  main: Value,
): string {
  const words = WORDS[language];
  const otherLanguage = language === 'nl' ? 'en' : 'nl';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} – ${organisation}</title>
<link rel="stylesheet" href="/pages.css">
${look?.css && html`<link rel="stylesheet" href="${look.css}">`}
</head>
<body${wide ? new Html(' class="wide"') : ''}>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<p class="name">${look?.logo && html`<img class="logo" src="${look.logo}" alt="">`}${organisation}</p>
${other && html`<nav aria-label="${words.languages}"><a href="${other}" hreflang="${otherLanguage}" lang="${otherLanguage}">${WORDS[otherLanguage].ownName}</a></nav>`}
</header>
<main id="main">
${rehearsal && html`<p class="notice" role="note"><b>${words.rehearsal.title}</b> ${words.rehearsal.text}</p>`}
${main}
</main>
<footer>
${!noContact && contactOf(language, organisation, contact)}
</footer>
</body>
</html>
`.text;
}

function contactOf(language: Language, organisation: string, contact: Contact | undefined): Html {
  const words = WORDS[language].contact;
  if (!contact)
    return html`<section class="contact" aria-labelledby="contact"><h2 id="contact">${words.title}</h2><p>${words.answerMail(organisation)}</p></section>`;
  const { name, phone, mail, insteadOf } = contact;
  return html`<section class="contact" aria-labelledby="contact">
<h2 id="contact">${words.title}</h2>
<p class="who"><span class="face" aria-hidden="true">${initials(name)}</span> <span><b>${name}</b><br>${organisation}</span></p>
${insteadOf && html`<p>${words.insteadOf(insteadOf)}</p>`}
${phone && html`<p><a href="tel:${phone.replace(/[^\d+]/g, '')}">${words.call(phone)}</a></p>`}
${mail && html`<p><a href="mailto:${mail}">${words.mail(mail)}</a></p>`}
</section>`;
}

const initials = (name: string) => {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  return (
    [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.charAt(0) ?? '').join('') ||
    name.charAt(0)
  );
};

/** Who carries it: mark and word, as everywhere; `own` is the reader's side. */
export function carrier(language: Language, side: Side, own: Side, name?: string): Html {
  const { mark, word, own: ownWord } = SIDES[side];
  return html`<span class="side ${side}"><span aria-hidden="true">${mark}</span> ${name ?? (side === own ? ownWord : word)[language]}</span>`;
}

/** Paragraphs of what somebody wrote, as they wrote it. */
export const written = (text: string): Html => html`<p class="written">${text}</p>`;

/** Said at the top after an act, or when something did not go: read out by screen readers. */
export const banner = (kind: 'good' | 'trouble', text: Value): Html =>
  html`<div class="banner ${kind}" role="${kind === 'good' ? 'status' : 'alert'}">${text}</div>`;

export const NOTHING = new Html('');
