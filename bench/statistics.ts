/** Middle and upper values of a handful of measurements. */

export function median(values: number[]): number {
  return percentile(values, 50);
}

/** The smallest value that so many percent of the values do not exceed. */
export function percentile(values: number[], percent: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (percent === 50 && Number.isInteger(middle))
    return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? (sorted[0] as number);
}
