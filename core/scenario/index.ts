/** Scenario files: read, checked and played against any host. Reading YAML, files and servers is the caller's. */
export type { Cast, Person } from './cast.ts';
export { nameOf } from './cast.ts';
export {
  type Answer,
  type Call,
  carryOut,
  type Foreseen,
  type Host,
  type JobAnswer,
  type RemoteHost,
  type SentMessage,
  type Setup,
  type StartOf,
  type Story,
} from './host.ts';
export { jsonSource, scenarioSource } from './json-source.ts';
export { type Failure, type Played, play } from './play.ts';
export { InvalidScenario, invalid, type Problem } from './problem.ts';
export { type Item, readScenario, type Scenario } from './reading/read-scenario.ts';
export type { Source, SourceEntry } from './source.ts';
export { processFiles, type Stage, setupOf, stageOf } from './stage.ts';
