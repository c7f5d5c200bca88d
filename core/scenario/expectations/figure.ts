/** Expectation about a figure of docs/figures.md over a period: `figure`. */
import { periodRange } from '../../calendar/index.ts';
import { countFigure, type Figure, type FigureValue, figures } from '../../figures/index.ts';
import { labelsOf } from '../cast.ts';
import { fold } from '../fold.ts';
import { invalid } from '../problem.ts';
import type { ExpectationOf } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import { equal, type Mismatch, shown } from './mismatch.ts';

/** A figure and, after its name, one of its further numbers: `first-response.p90`. */
interface Named {
  figure: Figure;
  more: string;
}

/** Figures a name means; spaces, dashes, dots and case do not count. */
export function figureNamed(name: string): Named | undefined {
  const wanted = fold(name);
  const spelt = figures.flatMap((figure) =>
    [figure.id, ...labelsOf(figure.name)].map((one) => ({ figure, word: fold(one) })),
  );
  const found =
    spelt.find(({ word }) => word === wanted) ?? spelt.find(({ word }) => wanted.startsWith(word));
  return found && { figure: found.figure, more: wanted.slice(found.word.length) };
}

export function figure(
  view: View,
  { name, period, value, of }: ExpectationOf<'figure'>['with'],
): Mismatch | undefined {
  const named = figureNamed(name.text);
  const range = periodRange(view.calendar, period);
  if (!named || !range)
    throw new Error(`Expected figure '${name.text}' over '${period}' to be checked before`);
  const counted = countFigure(named.figure, view.allFacts, range, {
    calendar: view.calendar,
    now: view.now,
    sideOf: (person) => sideOf(view, person),
  });
  const got = named.more ? further(counted, named.more) : counted.value;
  if (got === undefined) {
    const known = Object.keys(counted.more ?? {}).map((key) => `${named.figure.id}.${key}`);
    throw invalid(
      name.line,
      `There is no figure '${name.text}'. Expected ${[named.figure.id, ...known].join(' or ')}.`,
    );
  }
  if (equal(got, value) && (of === undefined || counted.of === of)) return undefined;
  return {
    expected: `${name.text} over ${period}: ${shown(value)}${of === undefined ? '' : ` of ${of}`}`,
    got: `${shown(got)}${counted.of === undefined ? '' : ` of ${counted.of}`}`,
  };
}

function further({ more = {} }: FigureValue, word: string): number | null | undefined {
  return Object.entries(more).find(([key]) => fold(key) === word)?.[1];
}

function sideOf({ cast, processes }: View, person: string): string | undefined {
  const roles = Object.keys(cast.roles).filter((role) => cast.roles[role]?.includes(person));
  const sides = roles.flatMap((role) => processes.flatMap(({ sides }) => sides.get(role) ?? []));
  return sides[0];
}
