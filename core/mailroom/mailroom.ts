// The mailroom of one recipient: what goes out when, together with what. A pure reducer; a workflow or the simulator carries it.
//
// People outside: what a person's act caused goes at once; what a moment caused goes at that moment, together with whatever
// else is due then. A chasing mail leads: it takes in what is announced for the next 2 working days, and nothing shiftable
// follows it before the fifth working day. Staff: all at the next 09:00 of a working day, as one message. (docs/domain.md,
// "Time and chasing"; ADR 0004.) What waited is asked for once more before it goes.
import type { Note, OutgoingMessage } from '../../contract/index.ts';
import {
  addWorkingDays,
  type Calendar,
  type Instant,
  nextMessageTime,
  toInstant,
  toLocal,
} from '../calendar/index.ts';
import type { HostEvent } from '../event.ts';
import type { CallNeeded, MailroomCommand, MailroomEvent, MailroomState, Reach } from '../mailroom-types.ts';
import type { Settings } from '../settings.ts';

export interface MailroomCtx {
  calendar: Calendar;
  settings: Settings;
}

/** A note in the mailroom, with when it came: what waited is asked for again. */
type Waiting = MailroomState['waiting'][number];

const shiftable = (n: Note): boolean => n.kind === 'chase' || n.kind === 'checkIn';
const chaseOf = (n: Note): string => `${n.instance}/${n.chase ?? n.about[0]}`;
/** To staff only calendar entries and requests to take over go at once. */
const atOnce = (n: Note): boolean => (n.side === 'us' ? n.kind === 'invite' : n.act);

export function openMailroom(person: string, reach: Reach, at: Instant, world?: string): MailroomState {
  return {
    v: 1,
    person,
    ...(world === undefined ? {} : { world }),
    reach,
    at,
    sent: 0,
    waiting: [],
    announced: [],
    followers: {},
  };
}

/** When the mailroom has something to do by itself. */
export function mailroomNextDue(state: MailroomState): Instant | undefined {
  if (state.asking) return undefined;
  let next: Instant | undefined;
  for (const n of state.waiting) if (next === undefined || n.at < next) next = n.at;
  return next;
}

/** Nothing waiting, nothing announced, nobody resting under a lead: the mailroom may close. */
export function mailroomEmpty(state: MailroomState): boolean {
  return (
    state.waiting.length === 0 &&
    state.announced.length === 0 &&
    !state.asking &&
    Object.keys(state.followers).length === 0 &&
    (state.lead === undefined || state.lead.until <= state.at)
  );
}

/** What the instance is told of it. */
export const callOf = ({ about, person, note, wrongAddress }: CallNeeded): HostEvent => ({
  type: 'callNeeded',
  about,
  person,
  note,
  ...(wrongAddress ? { wrongAddress } : {}),
});

export function mailroomStep(
  ctx: MailroomCtx,
  state: MailroomState,
  event: MailroomEvent,
): { state: MailroomState; commands: MailroomCommand[] } {
  const m = new Mailroom(ctx, state, event.at);
  if (event.type === 'post') m.post(event);
  else if (event.type === 'tick') m.due();
  else if (event.type === 'refused') m.refused(event.message);
  else m.answered(event.instance, event.holds);
  return { state: m.state, commands: m.commands };
}

class Mailroom {
  readonly commands: MailroomCommand[] = [];
  readonly state: MailroomState;
  private readonly ctx: MailroomCtx;
  private readonly at: Instant;

  constructor(ctx: MailroomCtx, state: MailroomState, at: Instant) {
    this.ctx = ctx;
    this.at = at;
    this.state = {
      ...state,
      at,
      waiting: [...state.waiting],
      announced: [...state.announced],
      followers: { ...state.followers },
    };
  }

  /** Everything one step of an instance has for this person. */
  post(e: Extract<MailroomEvent, { type: 'post' }>): void {
    const s = this.state;
    s.reach = e.reach;
    const gone = new Set(e.withdraw);
    if (gone.size > 0) {
      s.announced = s.announced.filter((n) => !gone.has(n.key));
      s.waiting = s.waiting.filter((n) => !gone.has(n.key));
    }
    for (const lead of e.ended) this.leadEnded(lead, e.instance);
    for (const n of e.announce) s.announced = [...s.announced.filter((x) => x.key !== n.key), n];
    // What goes at once waits for the rest of the same moment too, so that one act gives one message.
    for (const n of e.notes) {
      s.announced = s.announced.filter((x) => x.key !== n.key);
      s.waiting.push({ ...n, at: atOnce(n) ? this.at : this.slot(n), came: this.at });
    }
  }

  /** When a note may go. */
  private slot(n: Note): Instant {
    if (n.side === 'us') return nextMessageTime(this.ctx.calendar, this.at);
    const wanted = n.at > this.at ? n.at : this.at;
    const lead = this.state.lead;
    // A lead's own next rungs go on their day; only other things are kept from following too closely.
    if (lead && shiftable(n) && wanted < lead.until && chaseOf(n) !== lead.item) return lead.until;
    return wanted;
  }

  /** A moment came: ask again for what waited, then send. */
  due(): void {
    const s = this.state;
    if (s.asking) return;
    const due = s.waiting.filter((n) => n.at <= this.at);
    if (due.length === 0) return;
    s.waiting = s.waiting.filter((n) => n.at > this.at);
    const waited = due.filter((n) => n.came !== this.at && !atOnce(n));
    const instances = [...new Set(waited.map((n) => n.instance))];
    if (instances.length === 0) return this.sendDue(due);
    s.asking = { at: this.at, notes: due, pending: instances, dropped: [] };
    for (const instance of instances)
      this.commands.push({
        do: 'ask',
        instance,
        keys: waited.filter((n) => n.instance === instance).map((n) => n.key),
      });
  }

  answered(instance: string, holds: string[]): void {
    const asking = this.state.asking;
    if (!asking) return;
    const valid = new Set(holds);
    const dropped = asking.notes
      .filter((n) => n.instance === instance && n.came !== asking.at && !atOnce(n) && !valid.has(n.key))
      .map((n) => n.key);
    const next = {
      ...asking,
      pending: asking.pending.filter((i) => i !== instance),
      dropped: [...asking.dropped, ...dropped],
    };
    if (next.pending.length > 0) {
      this.state.asking = next;
      return;
    }
    delete this.state.asking;
    this.sendDue(next.notes.filter((n) => !next.dropped.includes(n.key)));
  }

  private sendDue(due: Waiting[]): void {
    if (due.length === 0) return;
    const notes = due.map(({ came: _, ...n }) => n as Note);
    const leading = notes.find((n) => n.kind === 'chase' && n.side !== 'us');
    if (leading) {
      this.takeIn(leading, notes);
      const until = this.after(this.ctx.settings.bundle.after);
      this.state.lead = { item: chaseOf(leading), at: this.at, until };
      // What already waits for a moment within the window moves to its end.
      this.state.waiting = this.state.waiting.map((n) =>
        shiftable(n) && n.at < until && chaseOf(n) !== chaseOf(leading) ? { ...n, at: until } : n,
      );
    }
    this.send(notes);
  }

  /** Announced things of the next working days go along; their instances are told, and rest under the lead. */
  private takeIn(leading: Note, notes: Note[]): void {
    const s = this.state;
    const lead = chaseOf(leading);
    const horizon = toInstant(
      this.ctx.calendar.zone,
      this.dateAfter(this.ctx.settings.bundle.ahead),
      '23:59',
    );
    const taken = s.announced.filter((n) => n.at <= horizon && chaseOf(n) !== lead);
    if (taken.length === 0) return;
    s.announced = s.announced.filter((n) => !taken.includes(n));
    for (const instance of new Set(taken.map((n) => n.instance))) {
      const mine = taken.filter((n) => n.instance === instance);
      this.commands.push({ do: 'tell', instance, notes: mine.map((n) => n.key), lead });
      s.followers[lead] = [...new Set([...(s.followers[lead] ?? []), instance])];
    }
    notes.push(...taken);
  }

  private leadEnded(lead: string, instance: string): void {
    const followers = this.state.followers[lead];
    if (!followers) return;
    delete this.state.followers[lead];
    for (const f of followers) if (f !== instance) this.commands.push({ do: 'leadEnded', instance: f, lead });
  }

  private dateAfter(n: number): string {
    return addWorkingDays(this.ctx.calendar, toLocal(this.ctx.calendar.zone, this.at).date, n).date;
  }

  private after(n: number): Instant {
    return toInstant(this.ctx.calendar.zone, this.dateAfter(n), this.ctx.calendar.messageTime);
  }

  /** One message per channel. Who cannot be reached by any gets a call or a letter from a person. */
  private send(notes: Note[]): void {
    const s = this.state;
    for (const other of [false, true]) {
      const group = notes.filter((n) => (n.otherChannel ?? false) === other);
      const first = group[0];
      if (!first) continue;
      const channel = this.channel(other);
      if (channel === undefined || channel === 'post') {
        for (const n of group) this.callNeeded(n);
        continue;
      }
      s.sent += 1;
      this.commands.push({
        do: 'send',
        message: { key: `${first.key}@${this.at}`, to: s.person, channel, at: this.at, notes: group },
      });
    }
  }

  /** A mail that never arrives must not be silence. Colleagues find their work in their inbox, so only people outside are called. */
  refused({ notes }: OutgoingMessage): void {
    for (const n of notes) if (n.side !== 'us') this.callNeeded(n, { wrongAddress: true });
  }

  private callNeeded({ instance, about, key }: Note, why: Pick<CallNeeded, 'wrongAddress'> = {}): void {
    this.commands.push({ do: 'callNeeded', instance, about, person: this.state.person, note: key, ...why });
  }

  private channel(other: boolean): 'mail' | 'sms' | 'post' | undefined {
    const { channels, preferred } = this.state.reach;
    const first = channels.find((c) => c === preferred) ?? (preferred === 'phone' ? undefined : channels[0]);
    if (!other || first === undefined) return first;
    return channels.find((c) => c !== first && c !== 'post') ?? first;
  }
}
