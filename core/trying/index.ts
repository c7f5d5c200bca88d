/** Trying a process out: played step by step, kept as scenarios, run, measured, and broken if it can be. */

export type { Values } from '../explore/values.ts';
export { type BreakOptions, type Broken, breaking, type Tried } from './breaking.ts';
export { calledBy, calledName } from './called.ts';
export {
  type Coverage,
  coverageOf,
  PARTS,
  type PartOfDrawing,
  type Places,
  placesOf,
  type Seen,
  seenIn,
} from './coverage.ts';
export { Drawings } from './drawings.ts';
export { type Call, type Calling, type Frame, type Frames, framesIn } from './frames.ts';
export { answeredIn, openNow, type ToWrite, type WrittenScenario, writeScenario } from './kept-scenario.ts';
export { type Names, Playing, type StoryItem, stageToPlay, writtenMoment } from './playing.ts';
export { begunWith, type Ran, running, stageOfKept } from './run-scenario.ts';
export { NOT_HERE, sameTrouble, standstillIn, type Trouble } from './trouble.ts';
export { answersOf, chosenWork } from './what-next.ts';
