// Answers of the host to commands, and moments that came.

import { decideBy, decisionMissing } from '../elements/business-rule-task.ts';
import { beginCalled, calledMissing } from '../elements/call-activity.ts';
import { tellPeople } from '../elements/send-task.ts';
import type { EventOf, HostEventType } from '../event.ts';
import { migrate } from '../migration/migrate.ts';
import type { Json, Variables } from '../state.ts';
import { hereAgain } from './absences.ts';
import { boundaryTimerFired } from './boundaries.ts';
import { markLate } from './chase.ts';
import { eventSubProcessesOf } from './compiled.ts';
import { throwAt } from './escalations.ts';
import { armStartTimer, triggerEventSubProcess } from './event-sub-processes.ts';
import { complete, incident } from './flow.ts';
import { tryJob } from './jobs.ts';
import { bring } from './mappings.ts';
import { offerExpired } from './offers.ts';
import { publish } from './publish.ts';
import { recalculate } from './recalculate.ts';
import { unpause } from './rest.ts';
import { leadEnded, rungTold } from './resting-chases.ts';
import { openRunTimeTask } from './run-time-tasks.ts';
import { fireRung, flushRungNotes } from './rungs.ts';
import { taskResolved } from './tasks.ts';
import { dueTimers } from './timers.ts';
import type { Work } from './work.ts';

function fireTimer(w: Work, id: string): void {
  const timer = w.state.timers[id];
  if (!timer) return;
  delete w.own('timers')[id];
  const element =
    'key' in timer
      ? w.active(timer.key)?.element
      : timer.kind === 'rung' || timer.kind === 'late'
        ? w.state.chases[timer.item]?.element
        : undefined;
  w.fact({ type: 'timer.fired', timer: id, ...(element === undefined ? {} : { element }), due: timer.at });
  switch (timer.kind) {
    case 'wait':
      return complete(w, timer.key, 'timer');
    case 'boundary':
      return boundaryTimerFired(w, timer.key, timer.boundary);
    case 'start': {
      const process = w.process(timer.d);
      const container = process.elements.get(timer.element)?.parent ?? '';
      const found = eventSubProcessesOf(process, container).find((e) => e.sub.id === timer.element);
      if (!found) return;
      const { d, scope, element: sub, done = 0 } = timer;
      triggerEventSubProcess(w, d, scope, found.sub, found.start);
      if (found.start.interrupting === false) armStartTimer(w, { d, scope, sub }, found.start, done + 1);
      return;
    }
    case 'rung':
      return fireRung(w, timer.item, timer.rung, timer.at);
    case 'late':
      return markLate(w, timer.item);
    case 'offer':
      return offerExpired(w, timer.item);
    case 'back':
      return hereAgain(w, timer.person);
    case 'resume':
      w.fact({ type: 'instance.resumed' });
      return unpause(w);
  }
}

/** Fires everything due, in order, each to its end before the next. */
export function tick(w: Work, settle: () => void): void {
  for (;;) {
    const id = dueTimers(w.state, w.at)[0];
    if (id === undefined) break;
    fireTimer(w, id);
    settle();
  }
  flushRungNotes(w);
}

const elementOfJob = (w: Work, key: string) => {
  const job = w.state.jobs[key];
  return job?.element === undefined ? undefined : w.active(job.element);
};

function jobDone(w: Work, key: string) {
  const job = w.state.jobs[key];
  const inst = elementOfJob(w, key);
  if (job) delete w.own('jobs')[key];
  return { job, inst };
}

export const hostEvents: { [T in Exclude<HostEventType, 'tick'>]: (w: Work, event: EventOf<T>) => void } = {
  resolved(w, event) {
    const { inst } = jobDone(w, event.job);
    if (event.people.length > 0) {
      w.own('people')[event.role] = event.people;
      w.fact({
        type: 'role.resolved',
        role: event.role,
        people: event.people,
        ...(event.reasons ? { reasons: event.reasons } : {}),
      });
    }
    if (inst) taskResolved(w, inst, event.role);
  },

  loaded(w, event) {
    const { inst } = jobDone(w, event.job);
    if (!inst) return;
    if (w.element(inst).type === 'businessRuleTask')
      decideBy(w, inst, w.ctx.process(event.hash).definition.decisions ?? []);
    else beginCalled(w, inst, event.hash);
  },

  notLoaded(w, event) {
    const { inst } = jobDone(w, event.job);
    if (!inst) return;
    if (w.element(inst).type === 'businessRuleTask') decisionMissing(w, inst, event.reason);
    else calledMissing(w, inst, event.reason);
  },

  jobCompleted(w, event) {
    const { job, inst } = jobDone(w, event.job);
    if (!job || !inst) return;
    const element = w.element(inst);
    w.fact({ type: 'job.completed', element: inst.element, key: inst.key, job: event.job });
    holdCapacity(w, job.jobType, job.input, event.result, job.key);
    if (element.type === 'serviceTask' && element.result !== undefined)
      bring(w, inst, { [element.result]: (event.result ?? null) as Json });
    else if (event.result) bring(w, inst, event.result);
    if (element.type === 'serviceTask' && element.message) {
      const published = publish(w, inst, { message: element.message });
      if (!published.ok)
        return incident(w, inst, published.code, published.message, { kind: 'complete', key: inst.key });
    }
    if (element.type === 'sendTask') tellPeople(w, inst, element);
    complete(w, inst.key);
  },

  jobFailed(w, event) {
    const job = w.state.jobs[event.job];
    const inst = elementOfJob(w, event.job);
    if (!job || !inst) return;
    const retries = event.retries ?? 0;
    w.fact({
      type: 'job.failed',
      element: inst.element,
      key: inst.key,
      job: event.job,
      error: event.error,
      retries,
    });
    if (retries > 0) {
      tryJob(w, inst, { ...job, retries });
      return;
    }
    delete w.own('jobs')[event.job];
    incident(
      w,
      inst,
      'JOB_NO_RETRIES',
      `Expected '${job.jobType}' of '${inst.element}' to succeed, but: ${event.error}`,
      { kind: 'job', key: inst.key },
    );
  },

  /** A modelled error: caught by a boundary event of the task, or by a scope around it. */
  jobError(w, event) {
    const { inst } = jobDone(w, event.job);
    if (!inst) return;
    if (event.data) w.setVariables(inst.scope, event.data as Variables);
    const caught = throwAt(w, inst, 'error', event.code);
    if (caught === undefined)
      incident(
        w,
        inst,
        'UNHANDLED_ERROR_EVENT',
        `Expected something to catch the error '${event.code}' of '${inst.element}'`,
        { kind: 'job', key: inst.key },
      );
  },

  told(w, event) {
    for (const key of event.notes) {
      const note = w.state.announced[key];
      if (!note) continue;
      delete w.own('announced')[key];
      w.fact({ type: 'message.told', note: key, lead: event.lead });
      if (!rungTold(w, note, event.lead)) w.own('told')[key] = event.lead;
    }
  },

  leadEnded(w, event) {
    leadEnded(w, event.lead);
  },

  calendarChanged(w) {
    recalculate(w);
  },

  migrate,

  callNeeded(w, event) {
    const about = event.about[0] ?? 'initiative';
    // Whoever has to call is not reached by mail either: the task stands in their inbox, and another one would tell nobody more.
    if (about.endsWith(CALL)) return;
    const name = `${about}${CALL}`;
    if (Object.values(w.state.elements).some((e) => e.task?.name === name)) return;
    openRunTimeTask(w, {
      name,
      label: event.wrongAddress
        ? {
            nl: 'Bel of schrijf: onze mail komt niet aan. Vraag het juiste adres',
            en: 'Call or write: our mail does not arrive. Ask for the right address',
          }
        : { nl: 'Bel of schrijf: er is geen e-mailadres', en: 'Call or write: there is no mail address' },
      role: 'supporter',
      term: { amount: 2, unit: 'workingDays' },
      ladder: 'ORG',
      // With the item itself, which tells apart what has one name: the call is not needed once that is done.
      about: { item: itemOfNote(w, event.note) ?? about, ladder: 'call', rung: event.note },
      note: { person: event.person, note: event.note },
    });
  },
};

/** The item a note is about, by its key. */
function itemOfNote(w: Work, note: string): string | undefined {
  const [item] = note.slice(w.state.instance.length + 1).split('/');
  return item !== undefined && item in w.state.chases ? item : undefined;
}

/** What a task to call somebody is named after, behind what it is about. */
const CALL = '.call';

/** A booked place is held by the instance until it rests or ends. */
function holdCapacity(
  w: Work,
  jobType: string,
  input: Variables,
  result: Variables | undefined,
  key: string,
): void {
  const capacity = input.capacity;
  if (typeof capacity !== 'string') return;
  if ((jobType === 'capacity.take' && result?.taken === true) || jobType === 'capacity.queue') {
    w.own('holds')[capacity] = key;
    w.fact({ type: 'capacity.held', capacity, ...(result?.above === true ? { above: true } : {}) });
  }
  if (jobType === 'capacity.release' && capacity in w.state.holds) {
    delete w.own('holds')[capacity];
    w.fact({ type: 'capacity.released', capacity });
  }
}
