// The engine, as its hosts see it.

export type { Command, CommandOf } from './command.ts';
export { canonicalJson, contentHash, sha256 } from './content-hash.ts';
export { compile, InvalidDefinition } from './engine/compile.ts';
export type { Compiled, CompiledElement } from './engine/compiled.ts';
export type { Foreseen } from './engine/forecast.ts';
export { foresee } from './engine/forecast.ts';
export type { Outstanding } from './engine/queries.ts';
export { holdsAfterEnd, outstanding, stillHolds } from './engine/queries.ts';
export { start, step } from './engine/step.ts';
export { nextDue } from './engine/timers.ts';
export type { Ctx, StepResult } from './engine/work.ts';
export type { CoreEvent, EventOf, HostEvent, StartInput } from './event.ts';
export { callOf, mailroomEmpty, mailroomNextDue, mailroomStep, openMailroom } from './mailroom/mailroom.ts';
export type { MailroomCommand, MailroomEvent, MailroomState, Reach } from './mailroom-types.ts';
export type { Settings } from './settings.ts';
export { defaultSettings } from './settings.ts';
export type * from './state.ts';
export { ENGINE_VERSION } from './versions.ts';
