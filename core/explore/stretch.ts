// Carries on with what stops now and then for a stretch; the host says when it is over, and lets others have their turn between two.

/** What the work came to, once it is done. */
export function stretch<T>(work: Generator<undefined, T>, isOver: () => boolean): { value: T } | undefined {
  for (;;) {
    const at = work.next();
    if (at.done) return { value: at.value };
    if (isOver()) return undefined;
  }
}
