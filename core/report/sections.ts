/**
 * How a report reads: ten sections, always in this order; numbers under five are not shown outside the team, and an initiative
 * is named only with its consent.
 */
import type {
  Audience,
  Consent,
  Frozen,
  FrozenFigure,
  News,
  ReportLine,
  ReportSection,
  ReportText,
  SectionId,
} from '../../contract/index.ts';
import { writtenNumber, writtenPeriod } from '../texts/index.ts';
import { type Both, newsWords, ROOMS, TITLES, words } from './words.ts';

/** What the words of a report are made from. */
export interface ReportParts {
  frozen: Frozen;
  comment?: string | undefined;
  /** Names of initiatives that can be told, by id; erased ones have none. */
  names: ReadonlyMap<string, string>;
  /** What each initiative answered; absent while silent. */
  consents: ReadonlyMap<string, Consent>;
  /** Recorded learnings, by id; erased ones are gone. */
  learnings: ReadonlyMap<string, Learning>;
}

export interface Learning {
  initiative?: string | undefined;
  obstacle?: string | undefined;
  learned?: string | undefined;
  /** What was agreed about sharing when it was recorded. */
  consent?: Consent | undefined;
}

/** Numbers smaller than this say too much about somebody outside the team. */
export const SMALLEST_SHOWN = 5;

export function readReport(parts: ReportParts, audience: Audience): ReportText {
  const told = new Teller(parts, audience);
  const sections = (Object.keys(TITLES) as SectionId[]).map(
    (id): ReportSection => ({ id, title: TITLES[id], lines: told[id]() }),
  );
  const { period } = parts.frozen;
  return {
    title: words.title(writtenPeriod('nl', period), writtenPeriod('en', period)),
    ...(parts.comment ? { comment: parts.comment } : {}),
    sections,
    corrections: told.corrections(),
  };
}

/** What is told about one initiative, and how it may be named. */
export function aboutInitiative(news: readonly News[]): ReportLine[] {
  return news.map((one) => {
    const { nl, en } = newsWords(one);
    return { text: { nl: `${capital(nl)}.`, en: `${capital(en)}.` } };
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const line = (text: Both, figure?: string): ReportLine => ({ text, ...(figure ? { figure } : {}) });
const join = (parts: Both[]): Both => ({
  nl: `${capital(parts.map(({ nl }) => nl).join(', '))}.`,
  en: `${capital(parts.map(({ en }) => en).join(', '))}.`,
});

class Teller implements Record<SectionId, () => ReportLine[]> {
  private readonly parts: ReportParts;
  private readonly audience: Audience;

  constructor(parts: ReportParts, audience: Audience) {
    this.parts = parts;
    this.audience = audience;
  }

  promises(): ReportLine[] {
    const kept = this.figure('promises-kept');
    const honest = this.figure('honest-rate');
    const partners = this.figure('partner-promises-kept');
    return [
      ...(kept.of
        ? [
            line(words.kept(this.n(kept.value), this.n(kept.of)), kept.figure),
            line(words.honest(this.n(honest.value), this.n(honest.of)), honest.figure),
          ]
        : [line(words.noPromises, kept.figure)]),
      ...(partners.of
        ? [line(words.byPartners(this.n(partners.value), this.n(partners.of)), partners.figure)]
        : []),
    ];
  }

  firstResponse(): ReportLine[] {
    const { figure, value, more = {} } = this.figure('first-response');
    const { answered = 0, withinPromise = 0, waiting = 0 } = more;
    const isHidden = this.audience === 'outside' && (answered ?? 0) < SMALLEST_SHOWN;
    const median =
      value === null ? words.nobodyAnswered : isHidden ? words.tooFew : words.median(decimal(value));
    return [
      line(median, figure),
      ...(answered ? [line(words.withinPromise(this.n(withinPromise), this.n(answered)), figure)] : []),
      ...(waiting ? [line(words.waiting(this.n(waiting)), figure)] : []),
    ];
  }

  pilots(): ReportLine[] {
    const { figure, value, of, more = {} } = this.figure('pilots-on-time');
    const outcomes = Object.entries(words.outcomes).flatMap(([id, what]) =>
      more[id] ? [words.counted(what, this.n(more[id]))] : [],
    );
    const partnerships = this.figure('partnerships');
    const { started = 0, ended = 0 } = partnerships.more ?? {};
    return [
      of ? line(words.pilots(this.n(value), this.n(of)), figure) : line(words.noPilots, figure),
      ...(outcomes.length > 0 ? [line(join(outcomes), figure)] : []),
      ...(partnerships.value || started || ended
        ? [
            line(
              words.partnerships(this.n(partnerships.value), this.n(started), this.n(ended)),
              partnerships.figure,
            ),
          ]
        : []),
      ...this.initiatives(),
    ];
  }

  raised(): ReportLine[] {
    const { figure, value, more = {} } = this.figure('raised-items');
    const n = (key: string) => this.n(more[key]);
    if (!value && !more.raised && !more.answered) return [line(words.nothingRaised, figure)];
    const days = more.medianDays;
    return [
      line(words.raised(this.n(value), n('upTo5'), n('from6To10'), n('over10')), figure),
      ...(more.raised ? [line(words.raisedTo(n('manager'), n('director'), n('alderman')), figure)] : []),
      ...(more.answered
        ? [line(words.answered(n('answered'), days == null ? undefined : decimal(days)), figure)]
        : []),
    ];
  }

  signals(): ReportLine[] {
    return [this.recorded('signal', words.noSignals)];
  }

  obstacles(): ReportLine[] {
    const { obstacles, recorded } = this.parts.frozen;
    if (obstacles.length === 0) return [line(words.noObstacles)];
    const all = recorded.learning?.length ?? obstacles.length;
    return [
      line(words.obstacles(this.n(obstacles.length), this.n(all))),
      ...this.quotes(obstacles, ({ obstacle }) => obstacle),
    ];
  }

  learnings(): ReportLine[] {
    const all = this.parts.frozen.recorded.learning ?? [];
    if (all.length === 0) return [line(words.noLearnings)];
    return [line(words.learnings(this.n(all.length))), ...this.quotes(all, ({ learned }) => learned)];
  }

  freeRoom(): ReportLine[] {
    const { rooms } = this.parts.frozen;
    if (rooms.length === 0) return [line(words.noRoom)];
    return rooms.map(({ name, used, total, waiting }) =>
      line(
        words.room(
          ROOMS[name] ?? { nl: capital(name), en: capital(name) },
          // How many places there are is the organisation's own, and says nothing about anybody.
          String(used),
          total === undefined ? undefined : String(total),
          this.n(waiting),
        ),
      ),
    );
  }

  money(): ReportLine[] {
    return [this.recorded('money', words.noMoney)];
  }

  notDelivered(): ReportLine[] {
    const kept = this.figure('promises-kept');
    const honest = this.figure('honest-rate');
    const missed = kept.rest?.length ?? 0;
    const moved = Math.max(0, (honest.value ?? 0) - (kept.value ?? 0));
    const decisions = this.figure('manager-decision-time');
    const { late = 0, decided = 0, longestLate = 0 } = decisions.more ?? {};
    const undecided = this.figure('pilots-on-time').more?.undecided ?? 0;
    const own =
      missed > 0
        ? words.notDelivered(this.n(missed), this.n(moved))
        : kept.of
          ? words.allDelivered
          : words.noPromises;
    return [
      line(own, kept.figure),
      ...(late
        ? [
            line(
              words.lateDecisions(this.n(late), this.n(decided), String(longestLate ?? 0)),
              decisions.figure,
            ),
          ]
        : []),
      ...(undecided ? [line(words.undecided(this.n(undecided)), 'pilots-on-time')] : []),
    ];
  }

  corrections(): ReportLine[] {
    return this.parts.frozen.corrections.map(({ period, figure, name, was, is }) => {
      const both = typeof name === 'string' ? { nl: name, en: name } : name;
      const value = (one: typeof was, language: 'nl' | 'en') =>
        one.of === undefined ? this.n(one.value) : words.outOf(this.n(one.value), this.n(one.of), language);
      const { nl } = words.corrected(
        { nl: writtenPeriod('nl', period), en: '' },
        both,
        value(was, 'nl'),
        value(is, 'nl'),
      );
      const { en } = words.corrected(
        { nl: '', en: writtenPeriod('en', period) },
        both,
        value(was, 'en'),
        value(is, 'en'),
      );
      return line({ nl: capital(nl), en: capital(en) }, figure);
    });
  }

  /** How many there is news of; by name with consent, without one anonymously, else in the number only. */
  private initiatives(): ReportLine[] {
    const { initiatives } = this.parts.frozen;
    if (initiatives.length === 0) return [];
    const told = initiatives.flatMap(({ initiative, news }): ReportLine[] => {
      const who = this.nameOf(initiative);
      if (!who) return [];
      const all = news.map(newsWords);
      const once = all.filter(({ en }, i) => all.findIndex((other) => other.en === en) === i);
      return [
        line({
          nl: `${who.nl} ${once.map(({ nl }) => nl).join(', ')}.`,
          en: `${who.en} ${once.map(({ en }) => en).join(', ')}.`,
        }),
      ];
    });
    return [line(words.initiatives(this.n(initiatives.length))), ...told];
  }

  /** How an initiative may be called here; undefined where it may not be told of at all. */
  private nameOf(initiative: string): Both | undefined {
    const name = this.parts.names.get(initiative);
    const consent = this.parts.consents.get(initiative);
    if (name === undefined) return undefined;
    if (this.audience === 'team' || consent === 'withName') return { nl: name, en: name };
    return consent === 'anonymous' ? words.anonymous : undefined;
  }

  /** Words of people about what was recorded, where they may be read here. */
  private quotes(ids: readonly string[], wordsOf: (one: Learning) => string | undefined): ReportLine[] {
    return ids.flatMap((id): ReportLine[] => {
      const one = this.parts.learnings.get(id);
      const quote = one && wordsOf(one);
      if (!one || !quote) return [];
      const who = this.quotedAs(one);
      return who ? [{ text: { nl: `${who.nl}:`, en: `${who.en}:` }, quote }] : [];
    });
  }

  /** What was agreed when it was recorded holds while the initiative is silent; a later no holds always. */
  private quotedAs({ initiative, consent }: Learning): Both | undefined {
    const named = initiative === undefined ? undefined : this.nameOf(initiative);
    if (named) return named;
    const answer = initiative === undefined ? undefined : this.parts.consents.get(initiative);
    if (this.audience === 'team') return words.anonymous;
    if (answer !== undefined) return undefined;
    return consent === 'anonymous' || consent === 'withName' ? words.anonymous : undefined;
  }

  private recorded(kind: string, none: Both): ReportLine {
    const all = this.parts.frozen.recorded[kind] ?? [];
    return line(all.length === 0 ? none : words.recorded(this.n(all.length)));
  }

  private figure(id: string): FrozenFigure {
    return (
      this.parts.frozen.figures.find(({ figure }) => figure === id) ?? {
        figure: id,
        name: id,
        value: null,
        list: [],
      }
    );
  }

  /** Counts of people and initiatives; a small one is not shown outside. */
  private n(count: number | null | undefined): string {
    const value = count ?? 0;
    return this.audience === 'outside' && value > 0 && value < SMALLEST_SHOWN
      ? `<${SMALLEST_SHOWN}`
      : String(value);
  }
}

/** Half days exist: Dutch writes them with a comma. */
const decimal = (value: number): Both => ({ nl: writtenNumber('nl', value), en: writtenNumber('en', value) });
