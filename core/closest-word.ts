// Finds the name somebody probably meant, for "did you mean" in refusals.

/** The closest of `words` when it is close enough to be a slip of the pen; case, dashes and underscores do not count. */
export function closestWord(word: string, words: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    const distance = editDistance(plain(word), plain(candidate));
    if (!best || distance < best.distance) best = { word: candidate, distance };
  }
  return best && best.distance <= (word.length < 5 ? 1 : Math.ceil(word.length / 3)) ? best.word : undefined;
}

const plain = (word: string) => word.toLowerCase().replace(/[-_\s]/g, '');

/** How many letters must be changed, added or left out. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
