/** The page behind a link in a message: what was asked, and a button that answers. Without script; a GET shows, only a POST acts. */
import type { Language } from '../contract/index.ts';

export interface PersonalPageValues {
  language: Language;
  organisation: string;
  /** `ask` shows the message with its buttons; the others say how it went. */
  state: 'ask' | 'done' | 'refused' | 'unknown';
  text?: string;
  /** The one that was pressed in the message comes first. */
  buttons?: { id: string; label: string; needs?: 'date' }[];
  contact?: { name: string; phone?: string };
}

const WORDS = {
  nl: {
    ask: 'Wat wil je doen?',
    done: 'Dank je, we hebben het opgeschreven.',
    refused: 'Dit kan niet meer: er is intussen iets veranderd. Er is niets verloren gegaan.',
    unknown: 'Deze link kennen we niet. Misschien is hij niet helemaal meegekomen.',
    date: 'Welke dag wel?',
    call: 'Vragen? Bel',
    mail: 'Antwoord gerust op het bericht waarin deze link stond.',
  },
  en: {
    ask: 'What would you like to do?',
    done: 'Thank you, we have written it down.',
    refused: 'This is not possible any more: something changed meanwhile. Nothing was lost.',
    unknown: 'We do not know this link. Perhaps it did not come across completely.',
    date: 'Which day then?',
    call: 'Questions? Call',
    mail: 'Feel free to answer the message this link was in.',
  },
};

export function personalPage(values: PersonalPageValues): string {
  const { language, organisation, state, buttons = [], contact } = values;
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(organisation)}</title>
<link rel="stylesheet" href="/start.css">
</head>
<body>
<header><p class="name">${escaped(organisation)}</p></header>
<main>
<h1>${words[state]}</h1>
${state === 'ask' ? buttons.map((button) => form(button, words.date)).join('\n') : ''}
<p>${contact?.phone ? `${words.call} ${escaped(contact.name)}: ${escaped(contact.phone)}` : words.mail}</p>
${values.text ? `<section><p class="letter">${escaped(letter(values.text))}</p></section>` : ''}
</main>
</body>
</html>
`;
}

function form(
  { id, label, needs }: NonNullable<PersonalPageValues['buttons']>[number],
  date: string,
): string {
  const field = needs === 'date' ? `<label>${date} <input type="date" name="due" required></label> ` : '';
  return `<form method="post">${field}<button name="button" value="${escaped(id)}">${escaped(label)}</button></form>`;
}

/** What was written, without the links that led here and the lines under it. */
const letter = (text: string) =>
  (text.split('\n--\n')[0] ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('→ '))
    .join('\n')
    .trim();

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string) => value.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
