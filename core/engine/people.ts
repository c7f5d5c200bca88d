// Who is it: roles to person ids, deputies for the absent, and who may act. Persons are ids; names live in the store.
import type { Side } from '../../contract/index.ts';
import type { State } from '../state.ts';
import { sideOf } from './compiled.ts';
import { Rejected, type Work } from './work.ts';

/** Anybody who may do it: for stories that do not name people. */
export const ANYONE = 'anyone';

/** Everybody who holds a role now. */
export const holdersOf = (state: State, role: string): string[] => state.people[role] ?? [];

const available = (state: State, person: string): boolean => !(person in state.absent);

/** The one who leads a role: its first holder who is not absent, else the deputy of the first. */
export function leaderOf(state: State, role: string): string | undefined {
  const holders = holdersOf(state, role);
  const present = holders.find((p) => available(state, p));
  if (present !== undefined) return present;
  const first = holders[0];
  return first === undefined ? undefined : (state.absent[first]?.deputy ?? first);
}

/** A role of a ladder; a missing one falls to the coordinator, then the manager. `not` is passed over: the owner is not his own backup. */
export function ladderPerson(
  state: State,
  role: string,
  not?: string,
): { person: string; role: string } | undefined {
  for (const r of [role, 'coordinator', 'manager']) {
    const person = leaderOf(state, r);
    if (person !== undefined && person !== not) return { person, role: r };
  }
  return undefined;
}

/** A role id, or a person id, as somebody wrote it. */
export function personOf(state: State, given: string): { person: string; role?: string } | undefined {
  const byRole = leaderOf(state, given);
  if (byRole !== undefined) return { person: byRole, role: given };
  for (const [role, people] of Object.entries(state.people))
    if (people.includes(given)) return { person: given, role };
  return undefined;
}

/** The side a person stands on in this instance; staff when nothing says otherwise. */
export function sideOfPerson(w: Work, person: string): Side {
  const process = w.process(0);
  let side: Side | undefined;
  for (const [role, people] of Object.entries(w.state.people)) {
    if (!people.includes(person)) continue;
    const s = sideOf(process, role);
    if (s === 'us') return 'us';
    side ??= s;
  }
  return side ?? 'us';
}

/** Whether an act may be done for one of these people or roles; refuses with what was expected. */
export function mayAct(w: Work, roles: string[], people: (string | undefined)[], what: string): void {
  const { by, onBehalfOf, channel } = w.who;
  if (by === undefined || by === ANYONE) return;
  if (roles.some((role) => w.state.definitions.some((_, d) => w.process(d).forAnyone.has(role)))) return;
  const holders = new Set<string>(people.filter((p): p is string => p !== undefined));
  for (const role of roles) for (const p of holdersOf(w.state, role)) holders.add(p);
  if (holders.size === 0 || holders.has(by)) return;
  for (const p of holders) if (w.state.absent[p]?.deputy === by) return;
  const forWhom =
    onBehalfOf === undefined ? undefined : (personOf(w.state, onBehalfOf)?.person ?? onBehalfOf);
  if (forWhom !== undefined && holders.has(forWhom)) {
    if (sideOfPerson(w, by) !== 'us')
      throw new Rejected('PERMISSION_DENIED', 'Expected a member of staff to act on behalf of somebody', {
        path: 'by',
      });
    if (channel === undefined)
      throw new Rejected(
        'INVALID_ARGUMENT',
        'Expected the channel by which this was agreed (phone, conversation, paper …)',
        { path: 'channel' },
      );
    return;
  }
  throw new Rejected(
    'PERMISSION_DENIED',
    `Expected ${what} to be done by ${roles.join(' or ') || 'its owner'}, not by '${by}'`,
    { path: 'by' },
  );
}
