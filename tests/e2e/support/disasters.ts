/** The kills that S2 is played with: which part dies, at which instant of which request. */
import type { Installation, Part } from './installation.ts';
import type { WriteMoment } from './mongo-wire.ts';
import type { Asked } from './played-by-http.ts';

export interface Disaster {
  /** What happens, in words. */
  what: string;
  during(asked: Asked): boolean;
  /** Resolves when everything runs again. */
  strike(here: Installation): Promise<void>;
  /** It falls between the mail server's acceptance and our record, so that one copy may come. */
  betweenAcceptanceAndRecord?: true;
}

const starting = (asked: Asked) => asked.call === 'start';
const goingTo = (day: string) => (asked: Asked) => asked.call === 'advanceTo' && asked.at.startsWith(day);
const completing = (saying: string) => (asked: Asked) =>
  asked.call === 'act' &&
  asked.act.type === 'complete' &&
  JSON.stringify(asked.act.data ?? null).includes(saying);

/** At an exact write of the application. */
const atWrite =
  (moment: WriteMoment, ...parts: Part[]) =>
  async (here: Installation) => {
    await here.wire.at(moment, () => here.kill(...parts));
    await here.startAgain();
  };

/** At the instant the mail server says "250". */
const atAcceptance =
  (...parts: Part[]) =>
  async (here: Installation) => {
    await here.mail.atAcceptance(() => here.kill(...parts));
    await here.startAgain();
  };

const FACTS: WriteMoment = { when: 'after', command: 'insert', collection: 'facts' };
const VIEW: WriteMoment = { when: 'before', command: 'update', collection: 'instances' };
const CLAIM: WriteMoment = { when: 'after', command: 'update', collection: 'messages', saying: 'sending' };

export const disasters = {
  startWritten: {
    what: 'the application dies when the first facts are written and nobody was told',
    during: starting,
    strike: atWrite(FACTS, 'application'),
  },
  viewMissing: {
    what: 'the application dies in the middle of projecting: facts and rows are written, the instance is not',
    during: completing('one table'),
    strike: atWrite(VIEW, 'application'),
  },
  temporalInAct: {
    what: 'the Temporal server dies when it has an act and the facts are on their way',
    during: completing('open the hall'),
    strike: atWrite({ ...FACTS, when: 'before' }, 'temporal'),
  },
  mongoInProjection: {
    what: 'the database dies in the middle of projecting',
    during: goingTo('2026-09-07'),
    strike: atWrite(VIEW, 'mongo'),
  },
  claimed: {
    what: 'the application dies between claiming a mail and sending it',
    during: goingTo('2026-10-07'),
    strike: atWrite(CLAIM, 'application'),
  },
  accepted: {
    what: 'the application dies at the instant the mail server accepts a mail',
    during: goingTo('2026-11-09'),
    strike: atAcceptance('application'),
    betweenAcceptanceAndRecord: true,
  },
  mongoAtAcceptance: {
    what: 'the database dies at the instant the mail server accepts a mail',
    during: goingTo('2026-11-16'),
    strike: atAcceptance('mongo'),
  },
  temporalInMail: {
    what: 'the Temporal server dies in the middle of sending mails',
    during: goingTo('2026-11-23'),
    strike: atWrite(CLAIM, 'temporal'),
  },
  everything: {
    what: 'everything dies at once in the middle of an act',
    during: completing('Thursday instead of Friday'),
    strike: atWrite(FACTS, 'application', 'mongo', 'temporal'),
  },
  everythingInMails: {
    what: 'everything dies at once in the middle of sending mails',
    during: goingTo('2027-01-25'),
    strike: atWrite(CLAIM, 'application', 'mongo', 'temporal'),
  },
  lastAct: {
    what: 'the application dies when the act that ends the instance is done and its answer is not kept',
    during: (asked) => asked.call === 'act' && asked.act.type === 'done' && asked.act.commitment === 'c2',
    strike: atWrite({ when: 'before', command: 'update', collection: 'requests' }, 'application'),
  },
} satisfies Record<string, Disaster>;
