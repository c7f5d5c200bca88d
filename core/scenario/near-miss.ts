/** "Did you mean …?", to put after a message about a name that does not exist. */
import { closestWord } from '../closest-word.ts';

/** Empty when nothing known is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = closestWord(name, known);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}
