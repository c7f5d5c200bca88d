/** One spelling for all ways to write the same id or label: `On own strength`, `on-own-strength` and `onOwnStrength`. */

/** Letters and digits only, in lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export function sameWord(a: string, b: string): boolean {
  return fold(a) === fold(b);
}
