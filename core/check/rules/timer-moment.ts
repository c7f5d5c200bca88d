// A date that lies before its own beginning, or a repetition without time between, is a slip of the pen.
import type { Element, Term } from '../../../contract/index.ts';
import { parseIsoDuration, parseLocal } from '../../calendar/index.ts';
import { countsFrom, isCounted } from '../../term-kind.ts';
import { constantOf } from '../constant.ts';
import { type Model, named, triggersOf } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const timerMoment: Rule = {
  id: 'timer-moment',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      const timer = triggersOf(element)?.timer;
      if (timer) {
        yield* ofRepetition(element, timer.term, timer.times);
        yield* ofLength(element, timer.term, timer.times === undefined ? 'warning' : undefined);
        yield* ofMoment(model, element, timer.term);
      }
      if ((element.type === 'userTask' || element.type === 'agreement') && element.term) {
        yield* ofLength(element, element.term, 'warning');
        yield* ofMoment(model, element, element.term);
      }
    }
  },
};

/** How long a term lasts: nothing, less than nothing, or something; unknown where data decide. */
function lengthOf(term: Term): 'none' | 'negative' | 'some' | 'unknown' {
  if ('moment' in term) return 'unknown';
  if (isCounted(term)) {
    const amount = typeof term.amount === 'number' ? term.amount : constantOf(term.amount)?.value;
    if (typeof amount !== 'number') return 'unknown';
    return amount < 0 ? 'negative' : amount > 0 ? 'some' : 'none';
  }
  const parsed = parseIsoDuration(term.duration);
  if (!parsed) return 'unknown';
  const { months, days, ms } = parsed;
  const total = months * 31 + days + ms / 86_400_000;
  return total < 0 ? 'negative' : total > 0 ? 'some' : 'none';
}

/** “Today at nine” is a date of its own; hours and exact terms of nothing are none. */
const isToday = (term: Term): boolean =>
  isCounted(term) && (term.time !== undefined || !['hours', 'minutes', 'seconds'].includes(term.unit));

function* ofLength(element: Element, term: Term, severity: 'warning' | undefined): Generator<Mistake> {
  const from = countsFrom(term) ?? 'activation';
  if (from !== 'activation') return;
  const { nl, en } = named(element);
  const length = lengthOf(term);
  if (length === 'negative')
    yield mistake(
      element.id,
      `De termijn van ${nl} ligt voor zijn eigen begin.`,
      `The term of ${en} lies before its own beginning.`,
      severity,
    );
  if (length === 'none' && !isToday(term))
    yield mistake(
      element.id,
      `De termijn van ${nl} duurt niets: het is meteen zover.`,
      `The term of ${en} lasts nothing: it is over at once.`,
      severity,
    );
}

function* ofRepetition(element: Element, term: Term, times: number | string | undefined): Generator<Mistake> {
  if (times === undefined) return;
  const { nl, en } = named(element);
  const given = typeof times === 'number' ? times : constantOf(times)?.value;
  if (typeof given === 'number' && given < 1)
    yield mistake(
      element.id,
      `${nl} herhaalt zich ${given} keer, dus het gebeurt nooit.`,
      `${en} repeats ${given} times, so it never happens.`,
    );
  if (lengthOf(term) === 'none' && countsFrom(term) !== 'activation' && countsFrom(term) !== undefined)
    yield mistake(
      element.id,
      `${nl} herhaalt zich zonder tijd ertussen.`,
      `${en} repeats without time in between.`,
    );
  if ('moment' in term)
    yield mistake(
      element.id,
      `${nl} herhaalt zich op één vast moment. Geef een termijn.`,
      `${en} repeats at one fixed moment. Give a term.`,
      'warning',
    );
}

function* ofMoment({ known }: Model, element: Element, term: Term): Generator<Mistake> {
  if (!('moment' in term) || known.at === undefined) return;
  const at = parseLocal('UTC', term.moment);
  // A day of leeway, for zones.
  if (at === undefined || Date.parse(at) + 86_400_000 > Date.parse(known.at)) return;
  const { nl, en } = named(element);
  yield mistake(
    element.id,
    `${nl} wacht op ${term.moment}, en dat is al voorbij.`,
    `${en} waits for ${term.moment}, which is past.`,
    'warning',
  );
}
