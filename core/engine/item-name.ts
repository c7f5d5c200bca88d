// How items are told apart in chases, notes and agreements: called processes have names of their own, and one name may be open
// several times.
import type { Key } from '../state.ts';
import type { Work } from './work.ts';

/** From this version on, what is in a called process is told apart from what is around it, and a second open task from the first. */
const TELLS_APART = 2;

/** `n4`, or `n4@12` in the process that was called at 12. */
export function placedName(w: Work, name: string, scope: Key): string {
  if (w.state.engine < TELLS_APART) return name;
  const call = w.processScope(scope);
  return call === '' ? name : `${name}@${call}`;
}

/** The name people know: without the call or the activation that tells it apart. */
export const shownItem = (item: string): string => item.replace(/[#@].*$/, '');

export const tellsTwins = (w: Work): boolean => w.state.engine >= TELLS_APART;
