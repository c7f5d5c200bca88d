/** The list of a process: one row for each step, border and way, in the order in which the text tells them. */
import type { Definition, Element, Language } from '../../contract/index.ts';
import { type Outline, outlineOf, type Step, type Way, wayWords } from '../../core/prose/index.ts';
import { titleOf } from '../../core/prose/say.ts';
import { type CardFacts, cardFacts } from '../canvas/card-facts.ts';

interface Placed {
  id: string;
  level: number;
  /** The row it stands beneath. */
  above?: string;
  /** Which of how many it is, among those on its level. */
  position: number;
  of: number;
  /** Where it leads, when not to the rows right beneath it. */
  to?: string;
}

export interface StepRow extends Placed {
  kind: 'step';
  element: Element;
  number: string;
  facts: CardFacts;
  /** How many ways leave it, when there is more than one thing to follow. */
  ways: number;
  /** Whether anything should come after it that is not there. */
  isLoose: boolean;
}

export interface WayRow extends Placed {
  kind: 'way';
  flow: string;
  words: string;
}

export type Row = StepRow | WayRow;

export const stepRow = (element: string): string => `step ${element}`;
export const wayRow = (flow: string): string => `way ${flow}`;

export interface Rows {
  rows: Row[];
  outline: Outline;
}

export function rowsOf(definition: Definition, language: Language): Rows {
  const outline = outlineOf(definition);
  const rows: Row[] = [];
  const speaking = { definition, language, nl: language === 'nl' };

  /** `4`, or the name of what has no number. */
  const placeOf = (id: string): string | undefined => {
    const step = outline.reached(id);
    return step && (step.number || titleOf(step.element, language));
  };

  const list = (entries: Entry[], level: number, above: string | undefined): void =>
    entries.forEach((entry, index) => {
      const place = {
        level,
        position: index + 1,
        of: entries.length,
        ...(above === undefined ? {} : { above }),
      };
      if ('way' in entry) way(entry, place);
      else step(entry.step, place, entry.rest);
    });

  const step = (one: Step, place: Omit<Placed, 'id'>, rest: Step[] = []): void => {
    const { element, number, ways, next } = one;
    const id = stepRow(element.id);
    const to = next && placeOf(next.to);
    rows.push({
      ...place,
      kind: 'step',
      id,
      element,
      number,
      facts: cardFacts(definition, element, language),
      ways: ways.length === 0 ? 0 : ways.flatMap(({ flows }) => flows).length,
      isLoose: ways.length === 0 && next === undefined && needsNext(element, definition),
      ...(to === undefined ? {} : { to }),
    });
    list(
      [
        ...one.inside.map((step) => ({ step })),
        ...one.beside.map((step) => ({ step })),
        ...one.borders.flatMap(([event, ...rest]) => (event ? [{ step: event, rest }] : [])),
        ...ways.flatMap((each, index) => wayEntries(one, each, index)),
        ...rest.map((step) => ({ step })),
      ],
      place.level + 1,
      id,
    );
  };

  const way = ({ from, way: one, flow, index, isLast }: WayEntry, place: Omit<Placed, 'id'>): void => {
    const id = wayRow(flow);
    const flows = one.flows.filter((each) => each.id === flow);
    const steps = isLast ? one.steps : [];
    const to = steps.length > 0 ? undefined : placeOf(one.to);
    rows.push({
      ...place,
      kind: 'way',
      id,
      flow,
      words: wayWords(from.element, { ...one, flows }, index, speaking),
      ...(to === undefined ? {} : { to }),
    });
    list(
      steps.map((step) => ({ step })),
      place.level + 1,
      id,
    );
  };

  list(
    [...outline.steps, ...outline.beside].map((step) => ({ step })),
    1,
    undefined,
  );
  return { rows, outline };
}

/** `rest`: what follows an event on a border stands beneath it. */
type Entry = { step: Step; rest?: Step[] } | WayEntry;

interface WayEntry {
  way: Way;
  from: Step;
  flow: string;
  index: number;
  /** What follows stands beneath the last of the arrows that lead there. */
  isLast: boolean;
}

const wayEntries = (from: Step, way: Way, index: number): WayEntry[] =>
  way.flows.map(({ id }, at) => ({ way, from, flow: id, index, isLast: at === way.flows.length - 1 }));

/** Ends, what undoes, parts that begin by themselves and work in any order have nothing after them by nature. */
function needsNext(element: Element, { elements }: Definition): boolean {
  if (element.type === 'endEvent' || element.type === 'boundaryEvent') return false;
  if ('forCompensation' in element && element.forCompensation) return false;
  if (element.type === 'subProcess' && element.event) return false;
  const part = elements.find(({ id }) => id === element.parent);
  return !(part?.type === 'subProcess' && part.adHoc);
}
