/** The first page of a new installation that others can reach: who runs it, and who administers it. */
import type { Language } from '../contract/index.ts';
import { banner, frame } from './frame.ts';
import { html } from './html.ts';

const WORDS = {
  nl: {
    title: 'Speelruimte inrichten',
    lead: 'Dit doe je één keer. Daarna log je in en nodig je collega’s uit.',
    code: 'Eenmalige code',
    codeHelp: 'Die staat in de terminal waarin je Speelruimte hebt gestart.',
    organisation: 'Naam van de organisatie',
    name: 'Je eigen naam',
    mail: 'Je mailadres',
    password: 'Je wachtwoord',
    passwordHelp: 'Ten minste 12 tekens. Een paar woorden achter elkaar mag. Plakken mag ook.',
    send: 'Richt in',
    problems: {
      code: 'Deze code klopt niet. Kijk in de terminal; na elke start is het een andere.',
      organisation: 'Vul de naam van de organisatie in.',
      name: 'Vul je naam in.',
      mail: 'Vul een mailadres in.',
      password: 'Kies een wachtwoord van ten minste 12 tekens.',
      tooMany: 'Te vaak geprobeerd. Wacht een kwartier.',
    },
    doneTitle: 'Klaar om te beginnen',
    done: 'De organisatie is er, met de voorbeeldprocessen. Log in met je mailadres en wachtwoord.',
    signIn: 'Inloggen',
  },
  en: {
    title: 'Set up Speelruimte',
    lead: 'You do this once. Then you sign in and invite colleagues.',
    code: 'One-time code',
    codeHelp: 'It is in the terminal in which you started Speelruimte.',
    organisation: 'Name of the organisation',
    name: 'Your own name',
    mail: 'Your mail address',
    password: 'Your password',
    passwordHelp: 'At least 12 characters. A few words in a row will do. Pasting is fine.',
    send: 'Set up',
    problems: {
      code: 'This code is not right. Look in the terminal; after each start it is another.',
      organisation: 'Please fill in the name of the organisation.',
      name: 'Please fill in your name.',
      mail: 'Please fill in a mail address.',
      password: 'Choose a password of at least 12 characters.',
      tooMany: 'Too many tries. Wait a quarter of an hour.',
    },
    doneTitle: 'Ready to begin',
    done: 'The organisation is there, with the ready-made processes. Sign in with your mail address and password.',
    signIn: 'Sign in',
  },
} satisfies Record<Language, unknown>;

export type SetupProblem = keyof (typeof WORDS)['nl']['problems'];

export interface SetupValues {
  organisation: string;
  name: string;
  mail: string;
}

const address = (language: Language) => `/setup?lang=${language}`;

export function setupPage(
  language: Language,
  values: SetupValues = { organisation: '', name: '', mail: '' },
  problems: SetupProblem[] = [],
): string {
  const words = WORDS[language];
  const field = (
    key: 'code' | 'organisation' | 'name' | 'mail' | 'password',
    type: string,
    autocomplete: string,
    more: { help?: string; value?: string } = {},
  ) => html`<div class="field"><label for="${key}">${words[key]}</label>
${more.help && html`<p class="help" id="${key}-help">${more.help}</p>`}
${problems.includes(key) && html`<p class="problem" id="${key}-problem">${words.problems[key]}</p>`}
<input type="${type}" id="${key}" name="${key}" value="${more.value}" required autocomplete="${autocomplete}" aria-describedby="${key}-help ${key}-problem"${problems.includes(key) && html` aria-invalid="true"`}></div>`;
  return frame(
    {
      language,
      organisation: 'Speelruimte',
      title: words.title,
      other: address(language === 'nl' ? 'en' : 'nl'),
      noContact: true,
    },
    html`<h1>${words.title}</h1>
${problems.length > 0 && banner('trouble', html`<ul>${problems.map((problem) => html`<li>${words.problems[problem]}</li>`)}</ul>`)}
<p class="lead">${words.lead}</p>
<form method="post" action="${address(language)}">
${field('code', 'text', 'one-time-code', { help: words.codeHelp })}
${field('organisation', 'text', 'organization', { value: values.organisation })}
${field('name', 'text', 'name', { value: values.name })}
${field('mail', 'email', 'username', { value: values.mail })}
${field('password', 'password', 'new-password', { help: words.passwordHelp })}
<button class="main">${words.send}</button>
</form>`,
  );
}

export function setupDonePage(language: Language): string {
  const words = WORDS[language];
  return frame(
    { language, organisation: 'Speelruimte', title: words.doneTitle, noContact: true },
    html`<h1>${words.doneTitle}</h1><p>${words.done}</p><p><a class="main" href="/">${words.signIn}</a></p>`,
  );
}
