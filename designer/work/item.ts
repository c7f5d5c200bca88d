/** Whatever can wait for somebody (a task, a promise, a question to decide), as one line of a list. */
import type { DueView, Language, Side } from '../../contract/index.ts';
import { said } from '../app/i18n.ts';
import type { Commitment, Initiative, Raised, Task } from '../app/queries.ts';

interface Common {
  /** `task:instance/key`: kind and id of the view, as the address bar has it. */
  id: string;
  instance: string;
  initiative?: string;
  what: string;
  /** Side that carries it. */
  side: Side;
  /** Person it is with now; nobody when whoever may takes it on. */
  owner?: string;
  due?: DueView;
  late: boolean;
  /** Since when it is there. */
  since: string;
  /** Asked to take it over. */
  offeredTo?: string;
  /** What a ladder made it about, in the words of that. */
  about?: string;
}

export type WorkItem =
  | (Common & { kind: 'task'; view: Task })
  | (Common & { kind: 'commitment'; view: Commitment })
  | (Common & { kind: 'raised'; view: Raised });

/** Kind and id of a view, out of `task:instance/key`. */
export function readItemId(id: string): { kind: WorkItem['kind']; view: string } | undefined {
  const [, kind, view] = /^(task|commitment|raised):(.+)$/.exec(id) ?? [];
  return kind && view ? { kind: kind as WorkItem['kind'], view } : undefined;
}

/** Only who is paid for it is called late: initiators and volunteers are invited, never dunned. */
const isCalledLate = (side: Side): boolean => side === 'us' || side === 'partner';

const withInitiative = (initiative: string | undefined) => (initiative === undefined ? {} : { initiative });

export function taskItem(view: Task, language: Language): WorkItem {
  const owner = view.claimed ?? view.owner;
  return {
    kind: 'task',
    view,
    id: `task:${view.id}`,
    instance: view.instance,
    ...withInitiative(view.initiative),
    what: view.title === undefined ? view.name : said(view.title, language),
    side: view.side,
    ...(owner === undefined ? {} : { owner }),
    ...(view.due === undefined ? {} : { due: view.due }),
    late: view.late && isCalledLate(view.side),
    since: view.createdAt,
    ...(view.offered === undefined ? {} : { offeredTo: view.offered.to }),
  };
}

/** A commitment is due on a day; its moment only places it among tasks of that day. */
export function commitmentItem(view: Commitment): WorkItem {
  return {
    kind: 'commitment',
    view,
    id: `commitment:${view.id}`,
    instance: view.instance,
    ...withInitiative(view.initiative),
    what: view.text,
    side: view.side,
    owner: view.owner,
    due: { at: `${view.due}T17:00:00.000Z`, date: view.due },
    late: view.status === 'late' && isCalledLate(view.side),
    since: view.madeAt,
    ...(view.offered === undefined ? {} : { offeredTo: view.offered.to }),
  };
}

export function raisedItem(view: Raised, about: string): WorkItem {
  return {
    kind: 'raised',
    view,
    id: `raised:${view.id}`,
    instance: view.instance,
    ...withInitiative(view.initiative),
    what: view.text || about,
    side: 'us',
    owner: view.to,
    late: false,
    since: view.at,
  };
}

/** Whether it holds all the words, in what it says, its initiative or who it is with. */
export function matches(
  item: WorkItem,
  words: string,
  initiative: Initiative | undefined,
  nameOf: (person: string | undefined) => string,
): boolean {
  const { title, place, motto } = initiative?.words ?? {};
  const all = [item.what, title, place, motto, item.owner ? nameOf(item.owner) : '']
    .join(' ')
    .toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The name by which other items of an instance speak of it: `n3`, `c2`. */
export const nameOf = (item: WorkItem): string =>
  item.kind === 'task' ? item.view.name : item.kind === 'commitment' ? item.view.commitment : '';

/** Tells work that a ladder made apart: what each is about, where that is among what is known. */
export function withAbout(items: readonly WorkItem[]): WorkItem[] {
  const words = new Map(items.map((item) => [`${item.instance}/${nameOf(item)}`, item.what]));
  return items.map((item) => {
    const about =
      item.kind === 'task' && item.view.about !== undefined
        ? words.get(`${item.instance}/${item.view.about}`)
        : undefined;
    return about === undefined || about === item.what ? item : { ...item, about };
  });
}

/** What comes next for us: what is late of ours, then what is still to come, then days of others that went by. */
export function nextOf(items: readonly WorkItem[], today: string): WorkItem | undefined {
  const date = ({ due }: WorkItem) => due?.date ?? due?.at.slice(0, 10) ?? '9';
  const rank = (item: WorkItem) => `${item.late ? 0 : date(item) >= today ? 1 : 2}${date(item)}`;
  return items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
}
