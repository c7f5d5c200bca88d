/** Plays every way a process can go, to find what may go wrong, each time with a story that shows it. */
export {
  EXPLORED_RULES,
  type Explored,
  type ExploreOptions,
  explore,
  exploring,
  isPlayed,
  USUAL_STATES,
} from './findings.ts';
export { stretch } from './stretch.ts';
export { castFor, type StoryItem } from './tell.ts';
