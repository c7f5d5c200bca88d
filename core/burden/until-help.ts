// How long it takes until the first help when everybody takes the whole of their time: the shortest way there and the longest.
import type { Element, Term } from '../../contract/index.ts';
import { defaultTerm } from '../chasing/standard-ladders.ts';
import { isHelp } from '../check/first-help.ts';
import { assignsOf, isJoin, type Model } from '../check/model.ts';
import { countsFrom } from '../term-kind.ts';
import type { Course } from './course.ts';
import { about, later, NO_TIME, plus, type Span, sooner, spanOf } from './span.ts';

export interface Reached {
  span: Span;
  /** What takes time on that way, in its order. */
  elements: string[];
}

export interface UntilHelp {
  shortest: Reached;
  longest: Reached;
  /** On one of the two ways, but how long it takes depends on what people fill in: it counts as nothing. */
  open: string[];
}

type Pick = 'shortest' | 'longest';

/** Undefined where no way leads to help. */
export function untilHelp(model: Model, course: Course): UntilHelp | undefined {
  const shortest = reached(model, course, 'shortest');
  const longest = reached(model, course, 'longest');
  if (!shortest || !longest) return undefined;
  return {
    shortest: { span: shortest.span, elements: shortest.elements },
    longest: { span: longest.span, elements: longest.elements },
    open: [...new Set([...shortest.open, ...longest.open])],
  };
}

interface Arrived {
  span: Span;
  by?: string;
}

function reached(model: Model, course: Course, pick: Pick): (Reached & { open: string[] }) | undefined {
  const begun = new Map<string, Arrived>();
  const finished = new Map<string, Span>();
  /** Dates that the drawing itself works out; of several on the ways here the one that is looked for. */
  const dates = new Map<string, Span>();
  const open = new Set<string>();
  const best = (a: Arrived, b: Arrived, most: boolean) =>
    (most ? about(b.span) > about(a.span) : about(b.span) < about(a.span)) ? b : a;
  for (const id of course.order) {
    const element = model.elements.get(id);
    if (!element) continue;
    const ways = course.before(id).flatMap((by): Arrived[] => {
      const span = finished.get(by);
      return span ? [{ span, by }] : [];
    });
    if (course.first.includes(id)) ways.push({ span: NO_TIME });
    const [one, ...others] = ways;
    if (!one) continue;
    const arrived = others.reduce((a, b) => best(a, b, pick === 'longest' || isJoin(model, id)), one);
    begun.set(id, arrived);
    let at = arrived.span;
    for (const term of termsOf(element)) {
      const ends = endOf(term, at, finished, dates);
      if (ends) at = later(at, ends);
      else open.add(id);
    }
    finished.set(id, at);
    for (const one of assignsOf(element)) {
      const ends = 'term' in one ? endOf(one.term, at, finished, dates) : undefined;
      if (!ends) continue;
      const known = dates.get(one.variable);
      const better = pick === 'longest' ? later : sooner;
      dates.set(one.variable, known ? better(known, ends) : ends);
    }
  }
  const helps = course.order.filter((id) => {
    const element = model.elements.get(id);
    return element !== undefined && isHelp(element) && finished.has(id);
  });
  const [first, ...others] = helps.map((by): Arrived => ({ span: finished.get(by) ?? NO_TIME, by }));
  if (!first) return undefined;
  const end = others.reduce((a, b) => best(a, b, pick === 'longest'), first);
  const way: string[] = [];
  for (let id = end.by; id !== undefined; id = begun.get(id)?.by) way.unshift(id);
  const takesTime = (id: string) =>
    about(finished.get(id) ?? NO_TIME) > about(begun.get(id)?.span ?? NO_TIME);
  return { span: end.span, elements: way.filter(takesTime), open: way.filter((id) => open.has(id)) };
}

/** What is waited for at an element, one after the other. */
function termsOf(element: Element): Term[] {
  switch (element.type) {
    case 'userTask':
      return [element.term ?? { ...defaultTerm }];
    case 'agreement':
      return [element.term ?? { ...defaultTerm }, element.confirmTerm ?? { ...defaultTerm }];
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      return element.triggers.timer ? [element.triggers.timer.term] : [];
    default:
      return [];
  }
}

/** Counted from where the term says; undefined where a date of somebody decides. */
function endOf(
  term: Term,
  at: Span,
  finished: ReadonlyMap<string, Span>,
  dates: ReadonlyMap<string, Span>,
): Span | undefined {
  const span = spanOf(term);
  const from = countsFrom(term);
  if (!span) return undefined;
  if (from === undefined || from === 'activation') return plus(at, span);
  if (from === 'start') return span;
  if ('variable' in from) {
    const date = dates.get(from.variable);
    return date && plus(date, span);
  }
  return plus(finished.get(from.element) ?? at, span);
}
