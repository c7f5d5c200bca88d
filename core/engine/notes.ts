// Notes for mailrooms: who is told what about which item, by whose act or which moment. See core/mailroom for bundling.
import type { MessageText, Note, NoteKind, Side } from '../../contract/index.ts';
import { type Instant, toLocal } from '../calendar/index.ts';
import type { Json, Key, Variables } from '../state.ts';
import { shownItem } from './item-name.ts';
import { countTerm } from './terms.ts';
import type { Work } from './work.ts';

export interface NewNote {
  /** Item: task name, `name#key` for one person's part, or commitment id. */
  item: string;
  round: number;
  /** What is said: `open`, `chase.INIT.+3`, `news.done` …; `open`, `chase`, `headsUp` hold only while the item is open. */
  what: string;
  to: string;
  role: string;
  side: Side;
  kind: NoteKind;
  text: string;
  data: Variables;
  at?: Instant;
  act?: boolean;
  buttons?: string[];
  chase?: string;
  otherChannel?: boolean;
  invite?: Note['invite'];
  late?: boolean;
}

/** Stable key: instance, item, round, what, recipient. */
export function noteKey(w: Work, n: Pick<NewNote, 'item' | 'round' | 'what' | 'to'>): string {
  return `${w.state.instance}/${n.item}/${n.round}/${n.what}/${n.to}`;
}

export function makeNote(w: Work, n: NewNote): Note {
  return {
    key: noteKey(w, n),
    instance: w.state.instance,
    to: n.to,
    role: n.role,
    side: n.side,
    kind: n.kind,
    about: [shownItem(n.item)],
    text: n.text,
    data: n.data,
    at: n.at ?? w.at,
    act: n.act ?? w.cause !== 'timer',
    ...(n.buttons ? { buttons: n.buttons } : {}),
    ...(n.chase === undefined ? {} : { chase: n.chase }),
    ...(n.otherChannel ? { otherChannel: true } : {}),
    ...(n.invite ? { invite: n.invite } : {}),
    ...(n.late ? { late: true } : {}),
  };
}

/** Hands a note to the recipient's mailroom. The absent among us get nothing. */
export function tell(w: Work, note: Note): void {
  if (note.key in w.state.announced) delete w.own('announced')[note.key];
  if (note.side === 'us' && note.to in w.state.absent) return;
  w.fact({
    type: 'message.asked',
    note: note.key,
    to: note.to,
    kind: note.kind,
    about: note.about,
    text: note.text,
  });
  w.post(note.to).notes.push(note);
}

/** Makes a future note known to the recipient's mailroom. */
export function announce(w: Work, note: Note): void {
  w.own('announced')[note.key] = note;
  w.post(note.to).announce.push(note);
}

/** Takes back what was announced about an item (one round of it). */
export function withdraw(w: Work, item: string, what = ''): void {
  const prefix = `${w.state.instance}/${item}/`;
  for (const [key, note] of Object.entries(w.state.announced)) {
    if (!key.startsWith(prefix) || !(key.split('/')[3] ?? '').startsWith(what)) continue;
    delete w.own('announced')[key];
    const post = w.post(note.to);
    // Announced in this very step: the mailroom need never know.
    post.announce = post.announce.filter((n) => n.key !== key);
    post.withdraw.push(key);
  }
}

const PLACEHOLDER = /\{(due|date|value|money|period):([^}]+)\}/g;

/** The variables and expected due dates that a text refers to, so that the message carries them and no more. */
export function textData(w: Work, d: number, scope: Key, text: MessageText): Variables {
  const variables: Variables = {};
  const dues: Record<string, Json> = {};
  const seen = w.variables(scope);
  const words = [text.subject, text.body].flatMap((t) => (typeof t === 'string' ? [t] : [t.nl, t.en]));
  for (const word of words) {
    for (const [, kind, name] of word.matchAll(PLACEHOLDER)) {
      if (name === undefined) continue;
      if (kind !== 'due') variables[name] = seen[name] ?? null;
      else {
        const due = expectedDue(w, d, scope, name);
        if (due !== undefined) dues[name] = due;
      }
    }
  }
  return {
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
    ...(Object.keys(dues).length > 0 ? { dues } : {}),
  };
}

/** When an element is, or would be, due if it opened now. */
export function expectedDue(w: Work, d: number, scope: Key, element: string): string | undefined {
  for (const inst of Object.values(w.state.elements))
    if (inst.element === element && inst.task?.dueDate) return inst.task.dueDate;
  const e = w.process(d).elements.get(element);
  if (e?.type !== 'userTask' || !e.term) return undefined;
  const r = countTerm(w, { d, scope, activated: w.at }, e.term);
  return r.ok ? r.value.date : undefined;
}

/** Local date of a moment in the calendar's zone. */
export const dateOf = (w: Work, at: Instant): string => toLocal(w.ctx.calendar.zone, at).date;

/** Tells each of the people once. */
export function tellPeople(
  w: Work,
  people: { person: string; role: string; side: Side }[],
  make: (p: { person: string; role: string; side: Side }) => NewNote,
): void {
  const seen = new Set<string>();
  for (const p of people) {
    if (seen.has(p.person)) continue;
    seen.add(p.person);
    tell(w, makeNote(w, make(p)));
  }
}
