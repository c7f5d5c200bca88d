/** What earlier reports said that came out otherwise since: listed in the next one, once. */
import type { Correction, Frozen, FrozenFigure } from '../../contract/index.ts';
import { periodRange } from '../calendar/index.ts';
import type { FigureContext } from '../figures/index.ts';
import { type Counting, frozenFigures } from './counting.ts';

/** So many earlier reports are looked at again; a year of months. */
export const LOOKED_AT_AGAIN = 12;

/** `earlier`: newest first. What a later one of them corrected already is not told again. */
export function correctionsOf(
  counting: Counting,
  earlier: readonly Frozen[],
  ctx: FigureContext,
): Correction[] {
  const told = new Map<string, FrozenFigure[]>();
  for (const { period, figures } of earlier) if (!told.has(period)) told.set(period, figures);
  return [...told].reverse().flatMap(([period, figures]) => {
    const range = periodRange(ctx.calendar, period);
    if (!range) return [];
    const now = new Map(frozenFigures(counting, range, ctx).map((one) => [one.figure, short(one)]));
    return figures.flatMap(({ figure, name, ...first }): Correction[] => {
      const was = lastTold(earlier, period, figure) ?? short(first);
      const is = now.get(figure);
      return !is || (is.value === was.value && is.of === was.of) ? [] : [{ period, figure, name, was, is }];
    });
  });
}

const lastTold = (earlier: readonly Frozen[], period: string, figure: string) =>
  earlier
    .flatMap(({ corrections }) => corrections)
    .find((one) => one.period === period && one.figure === figure)?.is;

const short = ({ value, of }: { value: number | null; of?: number | undefined }): Correction['was'] => ({
  value,
  ...(of === undefined ? {} : { of }),
});
