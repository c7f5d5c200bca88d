/** What is open in an instance, by every name a scenario may use for it: tasks, commitments, and keys of items. */
import type { CommitmentView, Fact } from '../../contract/index.ts';
import { shownItem } from '../engine/item-name.ts';
import { itemKey } from '../engine/task-element.ts';
import type { ElementInstance, Task } from '../state.ts';
import { applyToCommitment } from '../views/commitment-view.ts';
import { labelsOf, sameCase } from './cast.ts';
import { elementsNamed, runTimeName, spellings } from './names.ts';
import type { View } from './view.ts';

export interface OpenTask {
  inst: ElementInstance;
  task: Task;
  /** By which it is chased and handed over; the part of one person has its own. */
  item: string;
  /** All names, the task's own first. */
  names: string[];
}

/** Open tasks in the order they were opened. A task for several people is there once for each who still has it. */
export function openTasks(view: View): OpenTask[] {
  return Object.values(view.state.elements)
    .flatMap((inst) =>
      inst.task && !inst.parts?.length
        ? [{ inst, task: inst.task, item: itemKey(inst), names: namesOf(view, inst, inst.task) }]
        : [],
    )
    .sort((a, b) => Number(a.inst.key) - Number(b.inst.key));
}

function namesOf(view: View, inst: ElementInstance, task: Task): string[] {
  const element = view.processes[inst.d]?.elements.get(inst.element);
  if (element) return [task.name, ...spellings(element)];
  const owner = task.about ? shownItem(task.about.item) : task.name.replace(/\.[^.]+$/, '');
  const suffix = task.name.slice(owner.length);
  return [task.name, ...ownerNames(view, owner).map((one) => `${one}${suffix}`), ...labelsOf(task.label)];
}

/** How the item can be called that a ladder's task is about. */
function ownerNames(view: View, item: string): string[] {
  const commitment = view.state.commitments[item];
  if (commitment) return [item, commitment.text];
  const named = view.processes.flatMap(({ elements }) => elements.get(item) ?? []);
  return [item, ...named.flatMap(spellings)];
}

/** How well a name fits: its own name before another spelling, exact before ignoring case; 0 is not at all. */
export function closeness(names: string[], text: string): number {
  if (names[0] === text) return 3;
  if (names.includes(text)) return 2;
  return names.some((name) => sameCase(name, text)) ? 1 : 0;
}

/** The open tasks a name means: those it fits best. */
export function tasksNamed(view: View, text: string): OpenTask[] {
  const open = openTasks(view).map((task) => ({ task, closeness: closeness(task.names, text) }));
  const best = Math.max(0, ...open.map(({ closeness }) => closeness));
  return best === 0 ? [] : open.filter(({ closeness }) => closeness === best).map(({ task }) => task);
}

/** Every commitment ever made in the instance, oldest first, as it is now. */
export function commitmentsOf(view: View): CommitmentView[] {
  const rows = new Map<string, CommitmentView>();
  for (const fact of view.facts) {
    if (fact.type === 'commitment.made') {
      const made = applyToCommitment(undefined, fact);
      if (made) rows.set(fact.commitment, made);
    } else
      for (const id of touched(rows, fact)) {
        const row = applyToCommitment(rows.get(id), fact);
        if (row) rows.set(id, row);
      }
  }
  return [...rows.values()].map((row) => asItStands(view, row));
}

/** An open commitment as the instance has it: a pause may have moved its date. */
function asItStands({ state }: View, row: CommitmentView): CommitmentView {
  const open = state.commitments[row.commitment];
  return open ? { ...row, owner: open.owner, due: open.due, status: open.status } : row;
}

function touched(rows: Map<string, CommitmentView>, fact: Fact): string[] {
  if (fact.type === 'instance.stopped') return [...rows.keys()];
  const id = 'commitment' in fact ? fact.commitment : 'item' in fact ? fact.item : undefined;
  return id !== undefined && rows.has(id) ? [id] : [];
}

export function isOpen({ status }: CommitmentView): boolean {
  return status !== 'done' && status !== 'dropped';
}

/** Commitments a name means, the open ones first: by id or text, exactly or else ignoring case. */
export function commitmentsNamed(view: View, text: string): CommitmentView[] {
  const found = commitmentsOf(view).map((row) => ({
    row,
    closeness: closeness([row.commitment, row.text], text),
  }));
  const best = Math.max(0, ...found.map(({ closeness }) => closeness));
  return found
    .filter(({ closeness }) => closeness > 0 && closeness === best)
    .map(({ row }) => row)
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
}

/** The id of a commitment, or the text itself where there is none, so that the engine says so. */
export function commitmentId(view: View, text: string): string {
  return commitmentsNamed(view, text)[0]?.commitment ?? text;
}

/** Keys that messages and facts may bear for a name: element ids, task names, commitment ids. */
export function itemKeys(view: View, text: string): string[] {
  const runTime = runTimeName(view.processes, text);
  const ofOwner = runTime ? itemKeys(view, runTime.owner).map((owner) => `${owner}${runTime.suffix}`) : [];
  const elements = elementsNamed(view.processes, text).map(({ id }) => id);
  const commitments = commitmentsNamed(view, text).map(({ commitment }) => commitment);
  return [...new Set([...elements, ...commitments, ...ofOwner])];
}
