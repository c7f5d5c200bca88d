// Commitments: one owner, one date, chased until done, moved or dropped (P10, P55). Agreements send and confirm them together.
import type { NewCommitment, Side } from '../../contract/index.ts';
import { isPlannable, reckon, rollForward, toInstant } from '../calendar/index.ts';
import { defaultLadder } from '../chasing/standard-ladders.ts';
import type { Commitment, Json } from '../state.ts';
import { endChase, startChase } from './chase.ts';
import { chasedItem } from './chased-item.ts';
import { sideOf } from './compiled.ts';
import { shownItem } from './item-name.ts';
import { dateOf, makeNote, tell } from './notes.ts';
import { holdersOf, leaderOf, personOf, sideOfPerson } from './people.ts';
import { Rejected, type Work } from './work.ts';

/** A commitment by id, or by its text where that is clear. */
export function findCommitment(w: Work, given: string): Commitment {
  const byId = w.state.commitments[given];
  if (byId) return byId;
  const how = w.state.closed[given];
  if (how)
    throw new Rejected('INVALID_STATE', `Expected an open commitment, but '${given}' is already ${how}`, {
      path: 'commitment',
    });
  const matches = Object.values(w.state.commitments).filter(
    (c) => c.text.toLowerCase() === given.toLowerCase(),
  );
  if (matches.length === 1) return matches[0] as Commitment;
  const known = Object.values(w.state.commitments).map((c) => `${c.id} '${c.text}'`);
  throw new Rejected(
    'NOT_FOUND',
    `Expected an open commitment, got '${given}'; open are: ${known.join(', ') || 'none'}`,
    { path: 'commitment' },
  );
}

function ownerOf(w: Work, nc: NewCommitment, path: string): { owner: string; role?: string; side: Side } {
  const process = w.process(0);
  const found = personOf(w.state, nc.owner);
  const role = found?.role ?? (process.sides.has(nc.owner) ? nc.owner : undefined);
  if (!found && role === undefined && Object.keys(w.state.people).length > 0) {
    throw new Rejected(
      'INVALID_ARGUMENT',
      `Expected the owner to be one person of this initiative or a role, got '${nc.owner}'`,
      { path: `${path}.owner` },
    );
  }
  const owner = found?.person ?? nc.owner;
  const side = nc.ownerSide ?? (role === undefined ? sideOfPerson(w, owner) : sideOf(process, role));
  return { owner, side, ...(role === undefined ? {} : { role }) };
}

/** Makes a commitment; it is chased once sent (ours) or confirmed (theirs). */
export function makeCommitment(
  w: Work,
  nc: NewCommitment,
  o: { agreement?: string; path: string },
): Commitment {
  if (typeof nc.due !== 'string' || !isPlannable(nc.due))
    throw new Rejected(
      'INVALID_ARGUMENT',
      `Expected a date like 2026-04-24, got ${JSON.stringify(nc.due ?? null)}`,
      { path: `${o.path}.due` },
    );
  if (nc.due < dateOf(w, w.at))
    throw new Rejected('INVALID_ARGUMENT', `Expected a date from today on, got ${nc.due}`, {
      path: `${o.path}.due`,
    });
  const { owner, side, role } = ownerOf(w, nc, o.path);
  const id = `c${Object.keys(w.state.commitments).length + Object.keys(w.state.closed).length + 1}`;
  const { ownerSide: _, owner: __, ...rest } = nc;
  const c: Commitment = {
    ...rest,
    id,
    owner,
    side,
    ...(role === undefined ? {} : { ownerRole: role }),
    originalDue: nc.due,
    status: 'open',
    rePromises: 0,
    ...(o.agreement === undefined ? {} : { agreement: o.agreement }),
    chased: false,
    madeAt: w.at,
  };
  w.own('commitments')[id] = c;
  w.fact({
    type: 'commitment.made',
    commitment: id,
    text: c.text,
    owner,
    side,
    due: c.due,
    ...(o.agreement === undefined ? {} : { agreement: shownItem(o.agreement) }),
    ...(nc.why === undefined ? {} : { why: nc.why }),
  });
  return c;
}

/** A human date on a day off is chased from the next working day; for counting kept it stays as given. */
export const dueMoment = (w: Work, due: string) =>
  toInstant(w.ctx.calendar.zone, rollForward(w.ctx.calendar, due).date, w.ctx.calendar.dueTime);

export function chaseCommitment(w: Work, id: string): void {
  const c = w.state.commitments[id];
  if (!c || id in w.state.chases) return;
  w.own('commitments')[id] = { ...c, chased: true };
  const due = dueMoment(w, c.due);
  w.fact({
    type: 'due.set',
    item: id,
    due,
    date: c.due,
    from: c.due,
    ledger: rollForward(w.ctx.calendar, c.due).ledger,
  });
  startChase(w, {
    item: id,
    ladder: defaultLadder[c.side],
    due,
    from: c.madeAt,
    round: c.rePromises + 1,
    scope: '',
    ...(c.remindMe ? { remindMe: true } : {}),
  });
}

/** Tells the owner of a commitment that is new to them: staff that it is theirs, a partner that we ask for a yes. */
export function tellOwner(w: Work, c: Commitment): void {
  const { id, text, owner, side, due } = c;
  tell(
    w,
    makeNote(w, {
      item: id,
      round: 1,
      what: 'open',
      to: owner,
      role: c.ownerRole ?? side,
      side,
      kind: side === 'us' ? 'inbox' : 'request',
      text: side === 'partner' ? 'std:partner.agreed' : 'std:commitment.new',
      data: { name: text, due, commitment: { id, text, owner, side, due } },
      buttons: side === 'partner' ? ['agreed', 'newDate', 'helpMe'] : [],
    }),
  );
}

interface Wanted extends NewCommitment {
  id?: string;
}

/** The draft was sent: new commitments are made, those left out are dropped, ours are chased from now on. */
export function sendAgreement(w: Work, of: string, given: Json | undefined, ownCommitment: boolean): void {
  if (given !== undefined && !Array.isArray(given))
    throw new Rejected('INVALID_ARGUMENT', 'Expected a list of commitments', { path: 'data.commitments' });
  const wanted = (given ?? []) as unknown as Wanted[];
  const before = w.state.agreements[of];
  const kept = new Set<string>();
  const ids: string[] = [];
  const made: Commitment[] = [];
  wanted.forEach((nc, i) => {
    const path = `data.commitments[${i}]`;
    if (typeof nc?.text !== 'string' || nc.text === '')
      throw new Rejected('INVALID_ARGUMENT', 'Expected what is agreed, in words', { path: `${path}.text` });
    if (typeof nc.owner !== 'string' || nc.owner === '')
      throw new Rejected('INVALID_ARGUMENT', `Expected exactly one owner for '${nc.text}'`, {
        path: `${path}.owner`,
      });
    const old = (before?.commitments ?? [])
      .map((id) => w.state.commitments[id])
      .find((c) => c && (nc.id === c.id || (c.text === nc.text && c.due === nc.due)));
    if (old) {
      kept.add(old.id);
      ids.push(old.id);
      if (old.due !== nc.due && isPlannable(nc.due)) setDue(w, old.id, nc.due);
      return;
    }
    const { id: _, ...fresh } = nc;
    const c = makeCommitment(w, fresh, { agreement: of, path });
    made.push(c);
    ids.push(c.id);
  });
  const all = ids.map((id) => w.state.commitments[id] as Commitment);
  if (ownCommitment && !all.some((c) => c.side === 'initiator')) {
    throw new Rejected(
      'INVALID_ARGUMENT',
      'Expected at least one commitment of the initiators themselves: they stay the owner',
      { path: 'data.commitments' },
    );
  }
  if (made.some((c) => c.side === 'us')) refuseTooMany(w, 'data.commitments');
  for (const id of before?.commitments ?? [])
    if (!kept.has(id) && id in w.state.commitments) dropCommitment(w, id, 'agreement changed');
  const version = (before?.version ?? 0) + 1;
  w.own('agreements')[of] = { version, commitments: ids };
  w.fact({ type: 'agreement.sent', element: shownItem(of), version, commitments: ids });
  for (const c of made) {
    if (c.side === 'us') {
      chaseCommitment(w, c.id);
      tellOwner(w, c);
    } else if (c.side === 'partner') tellOwner(w, c);
  }
}

/** The initiators agree: what they and volunteers took on is chased from now on. */
export function confirmAgreement(w: Work, of: string): void {
  const a = w.state.agreements[of];
  if (!a) return;
  w.fact({ type: 'agreement.confirmed', element: shownItem(of), version: a.version });
  for (const id of a.commitments) {
    const c = w.state.commitments[id];
    if (c && (c.side === 'initiator' || c.side === 'volunteer')) chaseCommitment(w, id);
  }
}

/** Agreements that something else replaces: closed and readable. What is open in them stays promised. */
export function closeAgreements(w: Work, by: string, except: readonly string[]): void {
  for (const [element, agreement] of Object.entries(w.state.agreements)) {
    if (agreement.closed || except.includes(element)) continue;
    w.own('agreements')[element] = { ...agreement, closed: true };
    w.fact({ type: 'agreement.closed', element: shownItem(element), version: agreement.version, for: by });
  }
}

/** Beyond so many open ones of ours only the manager adds another (docs/domain.md, "Agreement"). */
function refuseTooMany(w: Work, path: string): void {
  const ours = Object.values(w.state.commitments).filter((c) => c.side === 'us').length;
  const byManager = w.who.by !== undefined && holdersOf(w.state, 'manager').includes(w.who.by);
  if (ours <= w.ctx.settings.ours.block || byManager) return;
  throw new Rejected(
    'INVALID_ARGUMENT',
    `Expected at most ${w.ctx.settings.ours.block} open commitments of ours, got ${ours}; more needs the manager`,
    { path },
  );
}

/** From this engine version on the limit holds for what is added by itself as well. */
const COUNTS_WHAT_IS_ADDED = 5;

/** A commitment added later; chased at once, except a partner's, which waits for "agreed". */
export function addCommitment(w: Work, nc: NewCommitment): Commitment {
  const c = makeCommitment(w, nc, { path: 'commitment' });
  if (c.side === 'us' && w.who.by !== undefined && holdersOf(w.state, 'initiator').includes(w.who.by)) {
    throw new Rejected('PERMISSION_DENIED', 'Expected a commitment of ours to be made by staff', {
      path: 'by',
    });
  }
  if (c.side === 'us' && w.state.engine >= COUNTS_WHAT_IS_ADDED) refuseTooMany(w, 'commitment');
  if (c.side !== 'partner') chaseCommitment(w, c.id);
  if (c.side === 'us' || c.side === 'partner') tellOwner(w, c);
  return c;
}

const lineOf = ({ id, text, owner, side, due }: Commitment) => ({ id, text, owner, side, due });

/** Tells the initiator about one of our (or a partner's) commitments, at once. */
function tellInitiator(
  w: Work,
  c: Commitment,
  what: string,
  text: string,
  more: Record<string, string>,
): void {
  const to = leaderOf(w.state, 'initiator');
  if (to === undefined || c.side === 'initiator') return;
  tell(
    w,
    makeNote(w, {
      item: c.id,
      round: c.rePromises + 1,
      what: `news.${what}`,
      to,
      role: 'initiator',
      side: 'initiator',
      kind: 'news',
      text,
      data: { name: c.text, due: c.due, owner: c.owner, commitment: lineOf(c), ...more },
    }),
  );
}

/** Done is told to the initiator unasked (P55). A repeating commitment begins its next round. */
export function commitmentDone(w: Work, id: string, note?: string): void {
  const c = w.state.commitments[id] as Commitment;
  endChase(w, id, 'done');
  delete w.own('commitments')[id];
  w.own('closed')[id] = 'done';
  w.fact({
    type: 'commitment.done',
    commitment: id,
    side: c.side,
    due: c.due,
    originalDue: c.originalDue,
    date: dateOf(w, w.at),
    ...(note === undefined ? {} : { note }),
  });
  tellInitiator(w, c, 'done', 'std:commitment.done', {});
  if (!c.repeat) return;
  const next = nextRepeat(w, c);
  if (!isPlannable(next)) return;
  const { text, owner, side, doneWhen, remindMe, repeat } = c;
  const again = makeCommitment(
    w,
    {
      text,
      owner,
      ownerSide: side,
      due: next,
      repeat,
      ...(doneWhen === undefined ? {} : { doneWhen }),
      ...(remindMe === undefined ? {} : { remindMe }),
    },
    { path: 'commitment', ...(c.agreement === undefined ? {} : { agreement: c.agreement }) },
  );
  chaseCommitment(w, again.id);
}

/** The next date of a repeating commitment after today, counted on from its own date. */
function nextRepeat(w: Work, c: Commitment): string {
  const { amount, unit } = c.repeat as NonNullable<Commitment['repeat']>;
  const today = dateOf(w, w.at);
  let due = c.due;
  do due = reckon(w.ctx.calendar, due, { amount, unit }).date;
  while (due <= today);
  return due;
}

export function dropCommitment(w: Work, id: string, why: string): void {
  const c = w.state.commitments[id] as Commitment;
  endChase(w, id, 'dropped');
  delete w.own('commitments')[id];
  w.own('closed')[id] = 'dropped';
  const who = w.who.onBehalfOf ?? w.who.by;
  const bySide = who === undefined ? undefined : sideOfPerson(w, personOf(w.state, who)?.person ?? who);
  w.fact({
    type: 'commitment.dropped',
    commitment: id,
    why,
    side: c.side,
    ...(bySide === undefined ? {} : { bySide }),
  });
  if (w.cause === 'act' && why !== 'agreement changed')
    tellInitiator(w, c, 'dropped', 'std:commitment.dropped', { why });
}

function setDue(w: Work, id: string, due: string): void {
  const c = w.state.commitments[id] as Commitment;
  const { chased } = c;
  if (chased) endChase(w, id, 'moved');
  w.own('commitments')[id] = { ...c, due };
  if (chased) chaseCommitment(w, id);
}

/**
 * A new date with a reason. Before the due moment it counts as honest and not as late; ours may be moved twice, a third time
 * needs a call with the initiator. The initiator is told at once.
 */
export function rePromise(w: Work, id: string, to: string, why: string, calledInitiator = false): void {
  const c = w.state.commitments[id] as Commitment;
  if (!isPlannable(to))
    throw new Rejected('INVALID_ARGUMENT', `Expected a date like 2026-04-24, got '${to}'`, { path: 'due' });
  if (to < dateOf(w, w.at))
    throw new Rejected('INVALID_ARGUMENT', `Expected a new date from today on, got ${to}`, { path: 'due' });
  if (c.side === 'us' && c.rePromises >= w.ctx.settings.rePromises && !calledInitiator) {
    throw new Rejected(
      'INVALID_STATE',
      `Expected a call with the initiator before moving '${c.text}' again: it was moved ${c.rePromises} times`,
      { path: 'calledInitiator' },
    );
  }
  const due = chasedItem(w, id)?.due;
  const inTime = c.status !== 'late' && (due === undefined || w.at <= due);
  const moved: Commitment = {
    ...c,
    due: to,
    status: inTime ? 're-promised' : c.status,
    rePromises: c.rePromises + 1,
  };
  endChase(w, id, 're-promised');
  w.own('commitments')[id] = moved;
  w.fact({ type: 'commitment.rePromised', commitment: id, from: c.due, to, why, count: moved.rePromises });
  chaseCommitment(w, id);
  tellInitiator(w, moved, 'rePromised', 'std:commitment.rePromised', { from: c.due, to, why });
}
