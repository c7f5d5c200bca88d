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
