// Everything people can ask, one handler each; forgetting one does not compile.
import type { ActOf, ActType } from '../../contract/index.ts';
import { beginInAdHoc } from '../engine/ad-hoc.ts';
import type { Work } from '../engine/work.ts';
import { commit, done, drop, rePromise } from './commitment-acts.ts';
import { completeTask } from './complete.ts';
import { changeChannel, pause, postpone, resume, skip, stop, withdrawConsent } from './instance-acts.ts';
import { bpmnSignal, message } from './message-acts.ts';
import { modify } from './modify.ts';
import { absent, accept, assign, back, decline, handOver } from './move-acts.ts';
import { press } from './press.ts';
import { retry, set } from './repair-acts.ts';
import { claim, log, plan, unclaim } from './task-acts.ts';

export const acts: { [T in ActType]: (w: Work, act: ActOf<T>) => void } = {
  complete: completeTask,
  claim,
  unclaim,
  handOver,
  accept,
  decline,
  absent,
  back,
  commit,
  rePromise,
  done,
  drop,
  pause,
  resume,
  stop,
  skip,
  postpone,
  withdrawConsent,
  changeChannel,
  plan,
  log,
  press,
  message,
  bpmnSignal,
  begin: (w, act) => beginInAdHoc(w, act.element),
  set,
  modify,
  assign,
  retry,
};
