/** Expectation about a figure of docs/figures.md over a period: `figure`. */
import { periodRange } from '../../calendar/index.ts';
import { invalid } from '../problem.ts';
import type { ExpectationOf } from '../reading/expectations.ts';
import type { View } from '../view.ts';
import type { Mismatch } from './mismatch.ts';

export function figure(
  view: View,
  { line, name, period }: ExpectationOf<'figure'>['with'],
): Mismatch | undefined {
  if (!periodRange(view.calendar, period)) throw invalid(line, `'${period}' is no period.`);
  throw invalid(line, `There is no figure '${name}'.`);
}
