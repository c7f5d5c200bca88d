/**
 * Flows in words: `start > a > end; a > b [yes]; g > c {x = 1}; g > d *`, where brackets hold an outcome, braces a condition,
 * and a star marks the default.
 */
import type { Flow } from '../../contract/index.ts';

export const pathsOf = (text: string): Flow[] =>
  text
    .split(';')
    .filter((path) => path.trim() !== '')
    .flatMap(pathOf);

/** Flow `from>to` or, when that is taken, with a number. */
function pathOf(path: string): Flow[] {
  const stops = path.split(/ > (?![^{]*\})/).map((stop) => /^\s*(\S+)\s*(.*?)\s*$/.exec(stop));
  return stops.slice(1).map((stop, index) => {
    const [from, to, mark = ''] = [stops[index]?.[1] ?? '', stop?.[1] ?? '', stop?.[2]];
    return {
      id: `${from}-${to}${mark.replace(/\W+/g, '-')}`,
      from,
      to,
      ...(mark.startsWith('[') ? { outcome: mark.slice(1, -1) } : {}),
      ...(mark.startsWith('{') ? { condition: mark.slice(1, -1) } : {}),
      ...(mark === '*' ? { default: true } : {}),
    };
  });
}
