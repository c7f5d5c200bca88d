/** What the one who puts the parts together uses of the API. */
export { actOnInitiative, deliverPending } from './act-on-initiative.ts';
export { type Api, createApi } from './api.ts';
export { pendingBatches } from './batch.ts';
export type {
  Answer,
  Deps,
  Engine,
  Installation,
  Log,
  NewInstance,
  NewWorld,
  Sending,
  SentTo,
  Worlds,
} from './deps.ts';
export { type Listening, listen } from './listen.ts';
export { mailLook } from './look/shown-look.ts';
export { freshPassword, hashPassword } from './password.ts';
export { type Action, may, permissions, ROLES, type Role } from './permissions.ts';
export { Problem } from './problem.ts';
export { publish } from './publish.ts';
export { register } from './register.ts';
export { routes } from './routes/index.ts';
export { sendAgain } from './send-again.ts';
