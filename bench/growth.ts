/** How a cost grows with a size: 1 is in step with it, 2 is with its square, 0 is not at all. */

export interface Point {
  size: number;
  cost: number;
}

/** The steepest exponent between neighbours: a cost that turns bad shows at its end, and an average would hide it. */
export function growthOf(points: Point[]): number {
  const sorted = [...points].sort((a, b) => a.size - b.size);
  const slopes = sorted.slice(1).map((point, i) => {
    const before = sorted[i] as Point;
    return Math.log(point.cost / before.cost) / Math.log(point.size / before.size);
  });
  return Math.max(...slopes);
}

/** The exponent that fits all points best: for short times, where two neighbours differ by chance. */
export function meanGrowthOf(points: Point[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const x = logs.reduce((sum, one) => sum + one.x, 0) / logs.length;
  const y = logs.reduce((sum, one) => sum + one.y, 0) / logs.length;
  const over = logs.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0);
  return over / logs.reduce((sum, one) => sum + (one.x - x) ** 2, 0);
}
