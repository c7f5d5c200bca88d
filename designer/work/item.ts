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
