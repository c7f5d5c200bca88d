// Texts about an initiative as a whole: paused, going on, resting, stopped.
import type { StandardText } from './standard-text.ts';

export const initiative: Record<string, StandardText> = {
  newLink: {
    subject: { nl: 'Je nieuwe link', en: 'Your new link' },
    body: {
      nl: 'Hier is je eigen link[ voor {initiative}]: {link}.\n\nJe ziet er wat er loopt en je kunt er antwoorden. Je hebt geen wachtwoord nodig. Deel deze link met niemand.\n\nHeb je hier niet om gevraagd? Dan hoef je niets te doen.',
      en: 'Here is your own link[ for {initiative}]: {link}.\n\nIt shows what is going on and you can answer there. You need no password. Share this link with nobody.\n\nDid you not ask for this? Then you need not do anything.',
    },
    buttons: ['open'],
  },
  paused: {
    subject: { nl: 'Even pauze, tot later', en: 'A pause, see you later' },
    body: {
      nl: 'De pauze voor {initiative} is geregeld. [We gaan weer verder op {due}.]\n\nZo lang sturen we je geen vragen. Wat wij hebben beloofd, doen we gewoon. Wil je eerder verder? Dat kan altijd.',
      en: 'The pause for {initiative} is arranged. [We go on again on {due}.]\n\nUntil then we send you no questions. What we promised, we still do. Would you like to go on earlier? You always can.',
    },
    buttons: ['wake'],
  },
  resumed: {
    subject: { nl: 'We gaan weer verder', en: 'We go on again' },
    body: {
      nl: 'We gaan weer verder[ met {initiative}]. Fijn!\n\n[De eerste dag die telt, is {due}.] Op je pagina zie je wat er nu loopt.',
      en: 'We go on again with {initiative}. Great!\n\n[The first day that counts is {due}.] Your page shows what is going on now.',
    },
  },
  rested: {
    subject: { nl: 'We laten het even rusten', en: 'We let it rest for now' },
    body: {
      nl: 'We laten {initiative} even rusten. Je hoeft niets te doen en je krijgt geen herinneringen meer.\n\nDat is helemaal goed. Soms is er gewoon even geen tijd. Wil je weer verder? Druk dan op de knop. Dan pakken we het samen weer op.',
      en: 'We let {initiative} rest for now. You need not do anything and you get no more reminders.\n\nThat is perfectly fine. Sometimes there is just no time. Would you like to go on? Then press the button. Then we pick it up together.',
    },
    sms: {
      nl: 'We laten {initiative} even rusten. Je hoeft niets te doen. Weer verder? {link}',
      en: 'We let {initiative} rest for now. You need not do anything. Going on again? {link}',
    },
    buttons: ['wake'],
  },
  stopped: {
    subject: { nl: 'We ronden het af', en: 'We round it off' },
    body: {
      nl: 'We stoppen met {initiative}. [De reden: {why}.]\n\nDank je wel voor alles wat je hebt gedaan. Wil je later weer iets beginnen? Je bent altijd welkom.',
      en: 'We stop with {initiative}. [The reason: {why}.]\n\nThank you for all you have done. Would you like to start something again later? You are always welcome.',
    },
  },
};
