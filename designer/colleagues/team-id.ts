/** The id of a new team: from its name, in letters, digits and hyphens, and not one that is there. */
const MOST = 40;

export function teamId(name: string, taken: readonly string[]): string {
  const letters = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const base = letters === '' ? 'team' : letters;
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? '' : `-${n}`;
    const id = `${base.slice(0, MOST - end.length).replace(/-+$/, '')}${end}`;
    if (!taken.includes(id)) return id;
  }
}
