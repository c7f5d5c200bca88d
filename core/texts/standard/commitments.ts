// Texts about commitments and the agreement: made, confirmed, done, moved, dropped, handed over.
import type { StandardText } from './standard-text.ts';

export const commitments: Record<string, StandardText> = {
  'commitment.new': {
    subject: { nl: 'Een nieuwe afspraak op jouw naam', en: 'A new commitment in your name' },
    body: {
      nl: 'Deze afspraak staat op jouw naam: {commitment}. [De dag is {due}.]\n\n[Het gaat om {initiative}.] Klopt er iets niet? Laat het dan snel weten.',
      en: 'This commitment is in your name: {commitment}. [The day is {due}.]\n\n[It is about {initiative}.] Is something not right? Then let us know soon.',
    },
  },
  'commitment.done': {
    subject: { nl: 'Een afspraak is klaar', en: 'A commitment is done' },
    body: {
      nl: 'Dit is klaar: {commitment}. [{owner} heeft het gedaan.]\n\n[Het gaat om {initiative}.] [Erbij verteld: {why}.] Je hoeft niets te doen.',
      en: 'This is done: {commitment}. [{owner} did it.]\n\n[It is about {initiative}.] [A note with it: {why}.] You need not do anything.',
    },
  },
  'commitment.rePromised': {
    subject: { nl: 'Een nieuwe dag voor een afspraak', en: 'A new day for a commitment' },
    body: {
      nl: 'Deze afspraak krijgt een nieuwe dag: {commitment}. De nieuwe dag is {to}. [Eerst was dat {from}.]\n\n[De reden: {why}.] Past dit niet bij je plannen? Bel {contact}.',
      en: 'This commitment gets a new day: {commitment}. The new day is {to}. [It was {from}.]\n\n[The reason: {why}.] Does this not fit your plans? Call {contact}.',
    },
    sms: {
      nl: 'Nieuwe dag voor {commitment}: {to}. Past dat niet? Bel {contact}[, {contactPhone}].',
      en: 'New day for {commitment}: {to}. Does it not fit? Call {contact}[, {contactPhone}].',
    },
  },
  'commitment.dropped': {
    subject: { nl: 'Een afspraak gaat niet door', en: 'A commitment is dropped' },
    body: {
      nl: 'Deze afspraak gaat niet door: {commitment}. [De reden: {why}.]\n\n[Het gaat om {initiative}.] Had je hierop gerekend? Bel {contact}. Dan kijken we samen wat wel kan.',
      en: 'This commitment is dropped: {commitment}. [The reason: {why}.]\n\n[It is about {initiative}.] Did you count on it? Call {contact}. Then we look together at what can be done.',
    },
    sms: {
      nl: 'Deze afspraak gaat niet door: {commitment}. Had je hierop gerekend? Bel {contact}[, {contactPhone}].',
      en: 'This commitment is dropped: {commitment}. Did you count on it? Call {contact}[, {contactPhone}].',
    },
  },
  handedOver: {
    contact: 'to',
    subject: { nl: 'Iemand anders helpt je verder', en: 'Somebody else helps you from now on' },
    body: {
      nl: '{to} helpt je verder[ met {initiative}]. [Je bereikt {to} op {toPhone}.]\n\n[Eerst deed {from} dit.] [Het gaat om {name}.] Alle dagen die zijn afgesproken, blijven hetzelfde. Je hoeft niets te doen.\n\nHeb je liever iemand anders? Dat mag, en je hoeft niet te zeggen waarom.',
      en: '{to} helps you from now on[ with {initiative}]. [You can reach {to} on {toPhone}.]\n\n[Before, {from} did this.] [It is about {name}.] Your dates stay the same. You need not do anything.\n\nWould you rather have somebody else? You can, and you need not say why.',
    },
    sms: {
      nl: '{to} helpt je verder[, {toPhone}]. Alle afgesproken dagen blijven hetzelfde. Meer: {link}',
      en: '{to} helps you from now on[, {toPhone}]. Your dates stay the same. More: {link}',
    },
  },
  'agreement.asked': {
    subject: { nl: 'Onze afspraken: kloppen ze?', en: 'Our agreement: is it right?' },
    body: {
      nl: 'Wil je deze afspraken lezen en zeggen of ze kloppen? [Graag uiterlijk {due}.]\n\n{commitments}\n\nWat wij beloven, geldt vanaf vandaag. Jullie houden de regie. Klopt er iets niet, dan passen we het aan.',
      en: 'Will you read this agreement and say if it is right? [Please by {due}.]\n\n{commitments}\n\nWhat we promise holds from today. You stay in charge. If something is not right, we change it.',
    },
    sms: {
      nl: 'Onze afspraken voor {initiative} staan klaar. Kloppen ze? {link}',
      en: 'Our agreement for {initiative} is ready. Is it right? {link}',
    },
    buttons: ['confirm', 'change'],
  },
  /** Asks a partner for a yes: their commitment holds once they agreed. */
  'partner.agreed': {
    subject: { nl: 'Ben je akkoord met deze afspraak?', en: 'Do you agree to this?' },
    body: {
      nl: 'Ben je akkoord met deze afspraak: {commitment}? [De dag is {due}.]\n\n[Het gaat om {initiative}.] Zeg je ja, dan weten de bewoners waar ze op kunnen rekenen. Past de dag niet? Kies dan een andere datum.',
      en: 'Do you agree to this commitment: {commitment}? [The day is {due}.]\n\n[It is about {initiative}.] If you say yes, the residents know what they can count on. Does the day not suit you? Then choose a new date.',
    },
    sms: {
      nl: 'Ben je akkoord met deze afspraak: {commitment}? [De dag is {due}.] Ja of nee: {link}',
      en: 'Do you agree to this: {commitment}? [The day is {due}.] Yes or no: {link}',
    },
    buttons: ['agreed', 'newDate', 'helpMe'],
  },
  newDateAsked: {
    subject: { nl: 'Kies je een nieuwe dag voor {name}?', en: 'Will you choose a new day for {name}?' },
    body: {
      nl: 'Kies je een nieuwe dag voor {name}? [De oude dag was {due}.]\n\nHet lag even stil, dus die dag past niet meer. Is het al klaar, of wil je hulp? Dat kan ook.',
      en: 'Will you choose a new day for {name}? [The old day was {due}.]\n\nThings were at rest, so that day no longer fits. Is it ready already, or would you like help? That is fine too.',
    },
    sms: {
      nl: 'Kies je een nieuwe dag voor {name}? {link}',
      en: 'Will you choose a new day for {name}? {link}',
    },
    buttons: ['newDate', 'done', 'helpMe'],
  },
};
