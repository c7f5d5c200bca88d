// Texts for work that arrives: at staff, at initiators, partners and volunteers, and offers to take it over.
import type { StandardText } from './standard-text.ts';

export const tasks: Record<string, StandardText> = {
  'task.new': {
    subject: { nl: 'Voor jou: {name}', en: 'For you: {name}' },
    body: {
      nl: 'Wil je dit doen: {name}? [Graag uiterlijk {due}.]\n\n[Het gaat om {initiative}.]',
      en: 'Will you do this: {name}? [Please by {due}.]\n\n[It is about {initiative}.]',
    },
    buttons: ['openTask'],
  },
  'task.asked': {
    subject: { nl: 'Een vraag aan je: {name}', en: 'A question for you: {name}' },
    body: {
      nl: 'We willen je iets vragen: {name}. [Laat je het uiterlijk {due} weten?]\n\nLukt dat niet, of is er iets veranderd? Bel {contact}. Dan zoeken we samen een oplossing.',
      en: 'We would like to ask you something: {name}. [Will you let us know by {due}?]\n\nDoes that not work, or has something changed? Call {contact}. Then we find a way together.',
    },
    sms: {
      nl: 'Een vraag van {org}: {name}. [Graag uiterlijk {due}.] Je antwoord: {link}',
      en: 'A question from {org}: {name}. [Please by {due}.] Your answer: {link}',
    },
    buttons: ['open'],
  },
  'comment.mention': {
    subject: { nl: 'Je naam is genoemd bij: {name}', en: 'You were mentioned at: {name}' },
    body: {
      nl: '{from} noemt je bij {name}: {why}.\n\nHier lees en antwoord je: {link}.',
      en: '{from} mentions you at {name}: {why}.\n\nRead and answer here: {link}.',
    },
  },
  offer: {
    subject: { nl: 'Kun jij dit overnemen: {name}?', en: 'Can you take this over: {name}?' },
    body: {
      nl: 'Kun jij dit overnemen: {name}? [Het gaat om {initiative}.]\n\n[De dag die is beloofd, is {due}.] [Nu staat het bij {from}.] Zeg je ja, dan staat het vanaf dat moment op jouw naam.',
      en: 'Can you take this over: {name}? [It is about {initiative}.]\n\n[The day that was promised is {due}.] [Now it is with {from}.] If you say yes, it is in your name from that moment.',
    },
    sms: {
      nl: 'Kun jij dit overnemen: {name}? [De dag is {due}.] Ja of nee: {link}',
      en: 'Can you take this over: {name}? [The day is {due}.] Yes or no: {link}',
    },
    buttons: ['accept', 'decline'],
  },
  raise: {
    subject: { nl: 'We hebben je hulp nodig: {name}', en: 'We need your help: {name}' },
    body: {
      nl: 'We hebben je hulp nodig[ bij {initiative}]: {name}. [Graag een antwoord uiterlijk {due}.]\n\n[Wat er speelt: {why}.] Wat kun jij doen, zodat het weer verder gaat? [{owner} vertelt je er graag meer over.]',
      en: 'We need your help[ with {initiative}]: {name}. [Please answer by {due}.]\n\n[What is going on: {why}.] What can you do to get it moving again? [{owner} can tell you more.]',
    },
    buttons: ['openTask'],
  },
  'help.asked': {
    subject: { nl: 'Hulp gevraagd: {name}', en: 'Help asked: {name}' },
    body: {
      nl: 'Neem je vandaag contact op met {initiator}? Er is hulp gevraagd bij {name}[, van {initiative}].\n\n[De vraag: {why}.] Samen kijken wat nodig is, is genoeg. Je hoeft het werk niet over te nemen.',
      en: 'Will you contact {initiator} today? Help was asked with {name}[, of {initiative}].\n\n[The question: {why}.] It is enough to look together at what is needed. You need not take over the work.',
    },
    buttons: ['openTask'],
  },
  callNeeded: {
    subject: { nl: 'Bellen of schrijven: {name}', en: 'Call or write: {name}' },
    body: {
      nl: 'Wil je bellen of een brief sturen[ naar {to}]? Het gaat om {name}[, van {initiative}].\n\nVia mail of sms kunnen we dit bericht niet sturen. [Wat je kunt zeggen: {why}.] [Graag uiterlijk {due}.]',
      en: 'Will you call or send a letter[ to {to}]? It is about {name}[, of {initiative}].\n\nWe cannot send this message by mail or text message. [What you can say: {why}.] [Please by {due}.]',
    },
    buttons: ['openTask'],
  },
};
