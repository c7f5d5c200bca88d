// Texts of the four standard ladders; keys are the ladder and the rung. The tone: staff are reminded, initiators invited.
import type { StandardText } from './standard-text.ts';

export const chasing: Record<string, StandardText> = {
  'FAST.-1': {
    subject: { nl: 'Uiterlijk {due}: {name}', en: 'By {due}: {name}' },
    body: {
      nl: 'Wil je dit uiterlijk {due} doen: {name}? [Het gaat om {initiative}.] Er wacht iemand op.\n\nLukt het je niet? Vraag dan vandaag nog een collega.',
      en: 'Will you do this by {due}: {name}? [It is about {initiative}.] Somebody is waiting.\n\nCan you not make it? Then ask a colleague today.',
    },
    buttons: ['openTask'],
  },
  'FAST.+1': {
    subject: { nl: 'Kun jij dit vandaag doen: {name}?', en: 'Can you do this today: {name}?' },
    body: {
      nl: 'Kun jij dit vandaag doen: {name}? [Het gaat om {initiative}.]\n\nHet zou {due} klaar zijn en er wacht iemand op. [Het staat nog bij {owner}.] Wie ja zegt, neemt het over.',
      en: 'Can you do this today: {name}? [It is about {initiative}.]\n\nIt was to be ready by {due} and somebody is waiting. [It is still with {owner}.] Who says yes takes it over.',
    },
    buttons: ['accept', 'decline'],
  },
  'FAST.+2': {
    subject: { nl: 'We hebben je hulp nodig: {name}', en: 'We need your help: {name}' },
    body: {
      nl: 'Kun jij zorgen dat dit vandaag gebeurt: {name}? [Het gaat om {initiative}.]\n\nHet zou {due} klaar zijn. [{initiator} heeft vandaag een eerlijk bericht gekregen.] [{owner} vertelt je er graag meer over.]',
      en: 'Can you make sure this happens today: {name}? [It is about {initiative}.]\n\nIt was to be ready by {due}. [{initiator} got an honest message today.] [{owner} can tell you more.]',
    },
    buttons: ['openTask'],
  },
  'FAST.+2.initiator': {
    subject: { nl: 'Sorry, we zijn te laat', en: 'Sorry, we are late' },
    body: {
      nl: 'We zijn te laat met iets wat we je beloofden: {name}. We hadden gezegd: uiterlijk {due}. Dat spijt ons.\n\n[De reden: {why}.] Onze leidinggevende weet het en zorgt dat je snel iets hoort. Je hoeft zelf niets te doen.\n\nWil je niet wachten? Bel {contact}.',
      en: 'We are late with something we promised you: {name}. We had said: by {due}. We are sorry.\n\n[The reason: {why}.] Our manager knows and makes sure you hear from us soon. You need not do anything.\n\nWould you rather not wait? Call {contact}.',
    },
    sms: {
      nl: 'Sorry, we zijn te laat met {name}. Je hoort snel van ons. Niet wachten? Bel {contact}[, {contactPhone}].',
      en: 'Sorry, we are late with {name}. You will hear from us soon. Rather not wait? Call {contact}[, {contactPhone}].',
    },
  },
  'ORG.-1': {
    subject: { nl: 'Uiterlijk {due}: {name}', en: 'By {due}: {name}' },
    body: {
      nl: 'Lukt het om dit uiterlijk {due} te doen: {name}? [Het gaat om {initiative}.]\n\nWordt het later? Kies dan nu een nieuwe dag en zeg waarom. Dan vertellen we het eerlijk en op tijd.',
      en: 'Can you do this by {due}: {name}? [It is about {initiative}.]\n\nWill it be later? Then choose a new day now and say why. Then we tell it honestly and in time.',
    },
    buttons: ['openTask'],
  },
  'ORG.+1': {
    subject: { nl: 'Nog niet klaar: {name}', en: 'Not ready yet: {name}' },
    body: {
      nl: 'Kun je dit vandaag nog doen: {name}? Het zou {due} klaar zijn[, voor {initiative}].\n\nLukt het vandaag niet? Kies dan een nieuwe dag en zeg waarom. De volgende werkdag vertellen we eerlijk dat het later wordt.',
      en: 'Can you still do this today: {name}? It was to be ready by {due}[, for {initiative}].\n\nNot possible today? Then choose a new day and say why. The next working day we say honestly that it will be later.',
    },
    buttons: ['openTask'],
  },
  'ORG.+2.initiator': {
    subject: { nl: 'Het wordt later dan we zeiden', en: 'It will be later than we said' },
    body: {
      nl: 'We zijn te laat met iets wat we je beloofden: {name}. We hadden gezegd: uiterlijk {due}. Dat spijt ons.\n\n[De reden: {why}.] [De nieuwe dag is {to}.] [{owner} gaat ermee verder.] Je krijgt bericht zodra het klaar is.\n\nKun je niet wachten? Zeg het {contact}, dan zoeken we samen een oplossing.',
      en: 'We are late with something we promised you: {name}. We had said: by {due}. We are sorry.\n\n[The reason: {why}.] [The new day is {to}.] [{owner} goes on with it.] You will hear from us as soon as it is ready.\n\nCan you not wait? Tell {contact}, then we find a way together.',
    },
    sms: {
      nl: 'Sorry, we zijn te laat met {name}. [De nieuwe dag is {to}.] Vragen? Bel {contact}[, {contactPhone}].',
      en: 'Sorry, we are late with {name}. [The new day is {to}.] Questions? Call {contact}[, {contactPhone}].',
    },
  },
  'ORG.+3': {
    subject: { nl: 'Dit wacht op je: {name}', en: 'This waits for you: {name}' },
    body: {
      nl: 'Wil je dit vandaag doen, of om hulp vragen: {name}? Het zou {due} klaar zijn[, voor {initiative}].\n\nDe coördinator leest mee en denkt graag met je mee.',
      en: 'Will you do this today, or ask for help: {name}? It was to be ready by {due}[, for {initiative}].\n\nThe coordinator reads along and is glad to help.',
    },
    buttons: ['openTask'],
  },
  'ORG.+3.cc': {
    subject: { nl: 'Wil je meekijken: {name}?', en: 'Will you look along: {name}?' },
    body: {
      nl: 'Wil je meekijken bij {name}? Dit zou {due} klaar zijn[, voor {initiative}].\n\n[Het staat bij {owner}.] Daar ging vandaag de tweede herinnering heen. Vraag gerust wat er nodig is.',
      en: 'Will you look along with {name}? This was to be ready by {due}[, for {initiative}].\n\n[It is with {owner}.] The second reminder went there today. Feel free to ask what is needed.',
    },
    buttons: ['openTask'],
  },
  'ORG.+5': {
    subject: { nl: 'We hebben je hulp nodig: {name}', en: 'We need your help: {name}' },
    body: {
      nl: 'Kun jij helpen om dit los te trekken: {name}? [Het gaat om {initiative}.]\n\nWe hebben dit beloofd en het zou {due} klaar zijn. [{owner} vertelt je er graag meer over.] Wat is er nodig?',
      en: 'Can you help to get this moving: {name}? [It is about {initiative}.]\n\nWe promised this and it was to be ready by {due}. [{owner} can tell you more.] What is needed?',
    },
    buttons: ['openTask'],
  },
  'INIT.-1': {
    subject: { nl: 'Een seintje over {name}', en: 'A reminder of {name}' },
    body: {
      nl: 'Je vroeg om een seintje over {name}. De dag is {due}.\n\nIs het al klaar, of past een andere dag beter? Laat het gerust weten.',
      en: 'You asked for a reminder of {name}. The day is {due}.\n\nIs it ready already, or does another day suit you better? Just let us know.',
    },
    sms: {
      nl: 'Je vroeg om een seintje over {name}. De dag is {due}. Klaar of een andere dag: {link}',
      en: 'You asked for a reminder of {name}. The day is {due}. Done or another day: {link}',
    },
    buttons: ['done', 'newDate'],
  },
  'INIT.+3': {
    subject: { nl: 'Even horen over {name}', en: 'Just asking about {name}' },
    body: {
      nl: 'Hoe gaat het? Dit staat nog open: {name}. De dag was {due}.\n\nIs het klaar, of kwam er iets tussen? Allebei is goed. Kies wat bij je past: klaar, een andere datum, hulp of even pauze.',
      en: 'How are you doing? This is still open: {name}. The day was {due}.\n\nIs it ready, or did something come up? Both are fine. Choose what suits you: done, a new date, help or a pause.',
    },
    sms: {
      nl: 'Hoe gaat het? Dit staat nog open: {name}. Klaar, andere datum, hulp of pauze, alles is goed: {link}',
      en: 'How are you doing? This is still open: {name}. Done, new date, help or a pause, all is fine: {link}',
    },
    buttons: ['done', 'newDate', 'helpMe', 'pause'],
  },
  'INIT.+10': {
    subject: { nl: 'Even horen: hoe gaat het?', en: 'Just asking: how are you doing?' },
    body: {
      nl: 'Hoe gaat het? Dit staat nog open: {name}. We denken graag met je mee.\n\nEen andere datum, hulp of even pauze is ook goed. Liever praten? Bel {contact}.',
      en: 'How are you doing? This is still open: {name}. We are glad to think along.\n\nA new date, help or a pause is fine too. Rather talk? Call {contact}.',
    },
    sms: {
      nl: 'Hoe gaat het? Dit staat nog open: {name}. Laat het weten: {link} Liever bellen? {contact}[, {contactPhone}].',
      en: 'How are you doing? This is still open: {name}. Let us know: {link} Rather call? {contact}[, {contactPhone}].',
    },
    buttons: ['done', 'newDate', 'helpMe', 'pause'],
  },
  'INIT.+15': {
    subject: { nl: 'Wil je even bellen?', en: 'Will you give a call?' },
    body: {
      nl: 'Wil je {initiator} even bellen? [Graag uiterlijk {due}.] [Het gaat om {initiative}.] [De afspraak: {commitment}.]\n\nWe hebben twee keer geschreven en nog niets gehoord. Vraag hoe het gaat en wat zou helpen.',
      en: 'Will you give {initiator} a call? [Please by {due}.] [It is about {initiative}.] [The commitment: {commitment}.]\n\nWe wrote twice and have not heard yet. Ask how things are and what would help.',
    },
    buttons: ['openTask'],
  },
  'INIT.+25': {
    subject: { nl: 'Rusten, een nieuw plan of stoppen?', en: 'Rest, a new plan or stop?' },
    body: {
      nl: 'Wil je kiezen hoe we verdergaan met {initiative}? [Graag uiterlijk {due}.]\n\nHet is al een tijd stil. Je kunt het laten rusten, samen een nieuw plan maken of stoppen. Rusten is een gewone keuze.',
      en: 'Will you choose how we go on with {initiative}? [Please by {due}.]\n\nIt has been quiet for a while. You can let it rest, make a new plan together or stop. Rest is an ordinary choice.',
    },
  },
  'PARTNER.+2': {
    subject: { nl: 'Hoe staat het met {name}?', en: 'Any news about {name}?' },
    body: {
      nl: 'Laat je ons weten hoe het staat met {name}? We hadden {due} afgesproken. [{initiative} rekent op je.]\n\nIs het klaar, of wordt het een andere dag? Eén klik is genoeg.',
      en: 'Will you let us know about {name}? We had agreed on {due}. [{initiative} counts on you.]\n\nIs it ready, or will it be another day? One click is enough.',
    },
    sms: {
      nl: 'Laat je ons weten hoe het staat met {name}? We hadden {due} afgesproken: {link}',
      en: 'Will you let us know about {name}? We had agreed on {due}: {link}',
    },
    buttons: ['done', 'newDate', 'helpMe'],
  },
  'PARTNER.+5': {
    subject: { nl: 'Wil je de partner bellen?', en: 'Will you call the partner?' },
    body: {
      nl: 'Wil je de partner[ van {initiative}] bellen[ over {commitment}]? [Graag uiterlijk {due}.]\n\nWe hebben gemaild en nog niets gehoord. Vraag wat er nodig is om verder te gaan.',
      en: 'Will you call the partner[ of {initiative}][ about {commitment}]? [Please by {due}.]\n\nWe wrote and have not heard yet. Ask what is needed to go on.',
    },
    buttons: ['openTask'],
  },
  'PARTNER.+10': {
    subject: { nl: 'Kun jij met de partner praten?', en: 'Can you talk to the partner?' },
    body: {
      nl: 'Kun jij met je collega bij de partner praten[ over {commitment}]? Of met de wethouder? [Graag uiterlijk {due}.]\n\n[{initiative} wacht hierop.] Mailen en bellen hielp nog niet.',
      en: 'Can you talk to your counterpart at the partner[ about {commitment}]? Or to the alderman? [Please by {due}.]\n\n[{initiative} is waiting for this.] Writing and calling did not help yet.',
    },
    buttons: ['openTask'],
  },
  /** For whoever reads along with a rung that has no words of its own for that. */
  cc: {
    subject: { nl: 'Ter informatie: {name}', en: 'For your information: {name}' },
    body: {
      nl: 'Je leest mee met een herinnering over {name}[, voor {initiative}]. Je hoeft nu niets te doen.\n\n[Het staat bij {owner}.] [Het zou {due} klaar zijn.]',
      en: 'You read along with a reminder of {name}[, for {initiative}]. You need not do anything now.\n\n[It is with {owner}.] [It was to be ready by {due}.]',
    },
  },
};
