/** Numbers that look random and are the same for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    // The first numbers of small seeds lie close together: stir first.
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  }

  /** From 0 up to 1 (mulberry32). */
  throw(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.throw() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.throw() * from.length)] as T;
  }

  upTo(most: number): number {
    return 1 + Math.floor(this.throw() * most);
  }
}
