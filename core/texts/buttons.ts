// The words on buttons in mails and on personal pages.
import type { Bilingual } from '../calendar/index.ts';

/** Labels of the buttons the engine knows; outcomes bring their own. */
export const BUTTONS = {
  open: { nl: 'Bekijk en antwoord', en: 'Look and answer' },
  openTask: { nl: 'Open dit werk', en: 'Open this work' },
  answer: { nl: 'Bekijk en antwoord', en: 'Look and answer' },
  done: { nl: 'Klaar', en: 'Done' },
  newDate: { nl: 'Andere datum', en: 'New date' },
  helpMe: { nl: 'Help me', en: 'Help me' },
  callMe: { nl: 'Bel mij', en: 'Call me' },
  pause: { nl: 'Even pauze', en: 'Pause' },
  resume: { nl: 'We gaan verder', en: 'We go on' },
  wake: { nl: 'We gaan weer verder', en: 'We start again' },
  accept: { nl: 'Ja, dat doe ik', en: 'Yes, I will do it' },
  decline: { nl: 'Nee, dat lukt niet', en: 'No, I cannot' },
  agreed: { nl: 'Akkoord', en: 'Agreed' },
  confirm: { nl: 'Ja, dit klopt', en: 'Yes, this is right' },
  change: { nl: 'Ik wil iets veranderen', en: 'I want to change something' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  stop: { nl: 'Stoppen', en: 'Stop' },
  withdraw: { nl: 'Wij stoppen', en: 'We withdraw' },
  report: { nl: 'Lees het rapport', en: 'Read the report' },
  rest: { nl: 'Laten rusten', en: 'Let it rest' },
} satisfies Record<string, Bilingual>;

/** `new date`, `new-date` and `newDate` are one button. */
const bare = (id: string) => id.toLowerCase().replace(/[^a-z0-9]/g, '');
const byBareId = new Map(Object.entries(BUTTONS).map(([id, label]) => [bare(id), label]));

/** The label of a button; one nobody has named shows its id as words. */
export function buttonLabel(id: string): Bilingual {
  const words = id.replace(/[-_]+/g, ' ').trim();
  const shown = words.charAt(0).toUpperCase() + words.slice(1);
  return byBareId.get(bare(id)) ?? { nl: shown, en: shown };
}
