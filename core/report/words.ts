/** The words of reports, in Dutch and English: titles, sentences with their numbers, and what happened to an initiative. */
import type { Consent, Language, News, SectionId } from '../../contract/index.ts';

export type Both = { nl: string; en: string };

export const TITLES: Record<SectionId, Both> = {
  promises: { nl: 'Beloften', en: 'Promises' },
  firstResponse: { nl: 'Eerste reactie', en: 'First response' },
  pilots: { nl: 'Proefperiodes en wat eruit kwam', en: 'Pilots and outcomes' },
  raised: { nl: 'Waar hulp voor is gevraagd', en: 'Raised items' },
  signals: { nl: 'Signalen en antwoorden', en: 'Signals and answers' },
  obstacles: { nl: 'Hobbels', en: 'Obstacles' },
  learnings: { nl: 'Leerervaringen', en: 'Learnings' },
  freeRoom: { nl: 'Vrije ruimte', en: 'Free room' },
  money: { nl: 'Geld', en: 'Money' },
  notDelivered: { nl: 'Wat wij niet waarmaakten', en: 'What we did not deliver' },
};

/** A number in a sentence: as it is, or `<5` outside the team. */
export type Shown = string;

export const words = {
  title: (nl: string, en: string): Both => ({ nl: `Rapport over ${nl}`, en: `Report on ${en}` }),
  noPromises: { nl: 'In deze periode liep geen belofte af.', en: 'No promise was due in this period.' },
  kept: (n: Shown, of: Shown): Both => ({
    nl: `Nagekomen op de eerste dag: ${n} van ${of}.`,
    en: `Kept on the first date: ${n} of ${of}.`,
  }),
  honest: (n: Shown, of: Shown): Both => ({
    nl: `Nagekomen, of op tijd eerlijk verplaatst: ${n} van ${of}.`,
    en: `Kept, or honestly moved in time: ${n} of ${of}.`,
  }),
  byPartners: (n: Shown, of: Shown): Both => ({
    nl: `Beloften van partners nagekomen: ${n} van ${of}.`,
    en: `Promises kept by partners: ${n} of ${of}.`,
  }),
  nobodyAnswered: {
    nl: 'In deze periode is met niemand voor het eerst gesproken.',
    en: 'Nobody was spoken with for the first time in this period.',
  },
  tooFew: {
    nl: 'Minder dan vijf eerste gesprekken: te weinig voor een getal.',
    en: 'Fewer than five first conversations: too few for a number.',
  },
  median: ({ nl, en }: Both): Both => ({
    nl: `De helft hoorde ons binnen ${nl} ${nl === '1' ? 'werkdag' : 'werkdagen'}.`,
    en: `Half heard from us within ${en} working ${en === '1' ? 'day' : 'days'}.`,
  }),
  withinPromise: (n: Shown, of: Shown): Both => ({
    nl: `Binnen twee werkdagen: ${n} van ${of}.`,
    en: `Within two working days: ${n} of ${of}.`,
  }),
  waiting: (n: Shown): Both => ({ nl: `Nog niet gesproken: ${n}.`, en: `Not spoken with yet: ${n}.` }),
  noPilots: { nl: 'Er eindigde geen proefperiode.', en: 'No pilot ended.' },
  pilots: (n: Shown, of: Shown): Both => ({
    nl: `Op tijd besloten na een proefperiode: ${n} van ${of}.`,
    en: `Decided in time after a pilot: ${n} of ${of}.`,
  }),
  outcomes: {
    standing: { nl: 'vaste praktijk', en: 'standing practice' },
    adjust: { nl: 'bijgestuurd', en: 'adjusted' },
    grow: { nl: 'groter geworden', en: 'grown' },
    stop: { nl: 'gestopt', en: 'stopped' },
    partner: { nl: 'verder als partners', en: 'on as partners' },
    volunteers: { nl: 'over aan vrijwilligers', en: 'handed to volunteers' },
    undecided: { nl: 'nog geen besluit', en: 'no decision yet' },
  },
  counted: (what: Both, n: Shown): Both => ({ nl: `${what.nl} ${n}`, en: `${what.en} ${n}` }),
  partnerships: (running: Shown, started: Shown, ended: Shown): Both => ({
    nl: `Partnerschappen: ${running} lopend, ${started} begonnen, ${ended} gestopt.`,
    en: `Partnerships: ${running} running, ${started} started, ${ended} ended.`,
  }),
  initiatives: (n: Shown): Both => ({
    nl: `Initiatieven met nieuws: ${n}.`,
    en: `Initiatives with news: ${n}.`,
  }),
  anonymous: { nl: 'Een initiatief', en: 'An initiative' },
  nothingRaised: { nl: 'Er is geen hulp gevraagd.', en: 'Nothing was raised.' },
  raised: (open: Shown, upTo5: Shown, to10: Shown, over: Shown): Both => ({
    nl: `Nog open: ${open} (tot 5 werkdagen ${upTo5}, 6 tot 10 ${to10}, langer ${over}).`,
    en: `Still open: ${open} (up to 5 working days ${upTo5}, 6 to 10 ${to10}, longer ${over}).`,
  }),
  raisedTo: (manager: Shown, director: Shown, alderman: Shown): Both => ({
    nl: `Gevraagd aan: leidinggevende ${manager}, directeur ${director}, wethouder ${alderman}.`,
    en: `Raised to: manager ${manager}, director ${director}, alderman ${alderman}.`,
  }),
  answered: (n: Shown, days: Both | undefined): Both => ({
    nl: `Beantwoord: ${n}${days ? `, de helft binnen ${days.nl} werkdagen` : ''}.`,
    en: `Answered: ${n}${days ? `, half within ${days.en} working days` : ''}.`,
  }),
  recorded: (n: Shown): Both => ({ nl: `Vastgelegd: ${n}.`, en: `Recorded: ${n}.` }),
  noSignals: { nl: 'Er zijn geen signalen vastgelegd.', en: 'No signals were recorded.' },
  noMoney: { nl: 'Er is niets over geld vastgelegd.', en: 'Nothing about money was recorded.' },
  noObstacles: { nl: 'Geen hobbels vastgelegd, kijk dat na.', en: 'No obstacles recorded, please check.' },
  obstacles: (n: Shown, of: Shown): Both => ({
    nl: `Een hobbel staat in ${n} van ${of} leerervaringen.`,
    en: `An obstacle is in ${n} of ${of} learnings.`,
  }),
  noLearnings: { nl: 'Er zijn geen leerervaringen vastgelegd.', en: 'No learnings were recorded.' },
  learnings: (n: Shown): Both => ({ nl: `Leerervaringen: ${n}.`, en: `Learnings: ${n}.` }),
  noRoom: { nl: 'Er is geen vrije ruimte ingesteld.', en: 'No free room is set.' },
  room: (name: Both, used: string, total: string | undefined, waiting: Shown): Both => ({
    nl: `${name.nl}: ${used}${total === undefined ? '' : ` van ${total}`} bezet, ${waiting} op de wachtlijst.`,
    en: `${name.en}: ${used}${total === undefined ? '' : ` of ${total}`} taken, ${waiting} on the waiting list.`,
  }),
  allDelivered: {
    nl: 'Wat we voor deze periode beloofden, was op tijd klaar.',
    en: 'What we promised for this period was ready in time.',
  },
  notDelivered: (n: Shown, moved: Shown): Both => ({
    nl: `Niet klaar op de eerste dag: ${n}, waarvan ${moved} vooraf eerlijk verplaatst.`,
    en: `Not ready on the first date: ${n}, of which ${moved} were honestly moved beforehand.`,
  }),
  lateDecisions: (late: Shown, decided: Shown, longest: string): Both => ({
    nl: `Besluiten van leidinggevenden te laat: ${late} van ${decided}. De langste was ${longest} werkdagen te laat.`,
    en: `Decisions of managers that were late: ${late} of ${decided}. The longest was ${longest} working days late.`,
  }),
  undecided: (n: Shown): Both => ({
    nl: `Proefperiodes waarover nog niemand besloot: ${n}.`,
    en: `Pilots nobody decided about yet: ${n}.`,
  }),
  corrected: (period: Both, name: Both, was: string, is: string): Both => ({
    nl: `${period.nl}, ${name.nl}: eerst ${was}, nu ${is}.`,
    en: `${period.en}, ${name.en}: ${was} first, now ${is}.`,
  }),
  outOf: (n: string, of: string, language: Language) =>
    language === 'nl' ? `${n} van ${of}` : `${n} of ${of}`,
};

/** Capacities every organisation has, as people call them. */
export const ROOMS: Record<string, Both> = { 'free room': { nl: 'Vrije plekken', en: 'Free places' } };

/** How an initiative's process ended, where it has a word of its own. */
const ENDINGS: Record<string, Both> = {
  'continues-on-own-strength': { nl: 'ging verder op eigen kracht', en: 'went on by itself' },
  'on-own-strength': { nl: 'ging verder op eigen kracht', en: 'went on by itself' },
  answered: { nl: 'kreeg antwoord op een vraag', en: 'got an answer to a question' },
  referred: { nl: 'is goed doorverwezen', en: 'was referred well' },
  rested: { nl: 'rust', en: 'rests' },
  stopped: { nl: 'is gestopt', en: 'stopped' },
  standing: { nl: 'werd vaste praktijk', en: 'became standing practice' },
};

/** What is told about an initiative, as the end of a sentence. */
export function newsWords({ kind, outcome = '' }: Pick<News, 'kind' | 'outcome'>): Both {
  switch (kind) {
    case 'began':
      return { nl: 'begon', en: 'began' };
    case 'agreed':
      return { nl: 'maakte afspraken met ons', en: 'made an agreement with us' };
    case 'decided': {
      const what = Object.entries(words.outcomes).find(([id]) => id === outcome)?.[1];
      return {
        nl: `keek terug op een proefperiode${what ? `: ${what.nl}` : ''}`,
        en: `looked back on a pilot${what ? `: ${what.en}` : ''}`,
      };
    }
    case 'partners':
      return outcome === 'ended'
        ? { nl: 'stopte als partner', en: 'ended a partnership' }
        : { nl: 'ging verder als partner', en: 'went on as a partner' };
    case 'learned':
      return { nl: 'deelde een leerervaring', en: 'shared a learning' };
    case 'ended':
      return ENDINGS[outcome] ?? { nl: 'rondde iets af', en: 'finished something' };
  }
}

export const CONSENTS: Record<Consent, Both> = {
  withName: { nl: 'met naam', en: 'with its name' },
  anonymous: { nl: 'zonder naam', en: 'without its name' },
  no: { nl: 'niet', en: 'not at all' },
};
