/** What may never be in a story: stuck work, a standstill, something done out of turn, work that nobody owns. */
import type { Fact, IncidentCode } from '../../contract/index.ts';
import type { Model } from '../check/model.ts';
import { alike } from '../explore/alike.ts';
import { waitingElements } from '../scenario/expectations/open.ts';
import type { State } from '../state.ts';

export type Trouble =
  | { kind: 'incident'; element: string; code: IncidentCode }
  /** Nothing can happen any more, and it has not ended. */
  | { kind: 'standstill'; element: string }
  /** Instances begin one another without end; of one that goes round it is an incident. */
  | { kind: 'round'; element: string }
  /** It began although what it needs was not done. */
  | { kind: 'early'; element: string }
  /** It is there twice at once, because two paths lead to it. */
  | { kind: 'twice'; element: string }
  /** Open work or a promise without anybody who owns it. */
  | { kind: 'nobody'; element: string }
  /** The engine itself gave up: our mistake. */
  | { kind: 'defect'; element: string; message: string };

/** A process that is called and is not at hand is no mistake of this one. */
export const NOT_HERE: IncidentCode = 'CALLED_PROCESS_NOT_FOUND';

export const sameTrouble = (a: Trouble, b: Trouble | undefined): boolean =>
  a.kind === b?.kind &&
  a.element === b.element &&
  (a.kind !== 'incident' || (b.kind === 'incident' && a.code === b.code));

export interface Looked {
  model: Model;
  /** Elements that two paths side by side may come to. */
  meeting: ReadonlySet<string>;
}

/** What is wrong now, the gravest first. */
export function troubleIn(
  { model, meeting }: Looked,
  state: State,
  facts: readonly Fact[],
): Trouble | undefined {
  const incident = Object.values(state.incidents).find(({ code }) => code !== NOT_HERE);
  if (incident) return { kind: 'incident', element: incident.element, code: incident.code };
  const early = begunEarly(model, facts);
  if (early !== undefined) return { kind: 'early', element: early };
  if (state.status !== 'running') return undefined;
  const nobody = withoutOwner(state);
  if (nobody !== undefined) return { kind: 'nobody', element: nobody };
  const twice = alike(model, state).find((element) => meeting.has(element));
  if (twice !== undefined) return { kind: 'twice', element: twice };
  const still = standstillIn(state);
  return still === undefined ? undefined : { kind: 'standstill', element: still };
}

/** Where it stands still for good; undefined where something may still happen, or it is over. */
export function standstillIn(state: State): string | undefined {
  const isStuck = Object.keys(state.incidents).length > 0;
  return state.status === 'running' && !isStuck && isStill(state) ? placeOf(state) : undefined;
}

/** A join that waits for more tells best why. */
function placeOf(state: State): string {
  const [join] = Object.keys(state.joins);
  const place = join === undefined ? waitingElements({ state })[0] : join.slice(join.indexOf('/') + 1);
  return (place ?? 'definition').replace(/\.confirm$/, '');
}

function begunEarly(model: Model, facts: readonly Fact[]): string | undefined {
  const last = new Map<string, string>();
  for (const fact of facts) {
    if (fact.type === 'element.activated')
      for (const { element, outcome } of model.elements.get(fact.element)?.needs ?? []) {
        const how = last.get(element);
        if (how === undefined || (outcome !== undefined && how !== outcome)) return fact.element;
      }
    if (fact.type !== 'element.completed') continue;
    const element = fact.element.replace(/\.confirm$/, '');
    const isHalf = element === fact.element && model.elements.get(element)?.type === 'agreement';
    if (!isHalf) last.set(element, fact.outcome ?? '');
  }
  return undefined;
}

function withoutOwner(state: State): string | undefined {
  const asked = Object.values(state.jobs).length > 0;
  const task = Object.values(state.elements).find(
    (one) => one.task && !one.parts && one.task.owner === undefined,
  );
  // Who holds a role is being looked up.
  if (task && !asked) return task.element;
  return Object.values(state.commitments).find(({ owner }) => !owner)?.id;
}

/** Neither people, nor time, nor a message can bring it further. */
function isStill(state: State): boolean {
  const works = Object.values(state.elements).some(
    ({ task, adHoc }) => (task && !task.about) || adHoc?.waiting.length,
  );
  const comes = Object.values(state.timers).some(
    ({ kind }) => kind !== 'rung' && kind !== 'late' && kind !== 'back',
  );
  return (
    !works &&
    !comes &&
    Object.keys(state.subscriptions ?? {}).length === 0 &&
    Object.keys(state.jobs).length === 0 &&
    Object.keys(state.commitments).length === 0 &&
    state.paused === undefined
  );
}
