import type { ElementInstance } from '../state.ts';
import type { CompiledOf } from './compiled.ts';
import type { Work } from './work.ts';

export type UserTask = CompiledOf<'userTask'>;

/** Name of a task's item in chases and notes. Several may have one name (parts per person, one of many, tasks of ladders), so their keys tell them apart. */
export const itemKey = (inst: ElementInstance): string =>
  inst.task?.item ??
  (inst.whole === undefined && inst.pass === undefined && inst.d >= 0
    ? (inst.task?.name ?? inst.element)
    : `${inst.task?.name}#${inst.key}`);

/** The user task behind a task: the element itself, or for a process that is not published, arranging it by hand. */
export function taskElement(w: Work, inst: ElementInstance): UserTask {
  const element = w.element(inst);
  if (element.type === 'userTask') return element;
  if (element.type !== 'callActivity') throw new Error(`'${element.id}' has no task`);
  const title = (lang: 'nl' | 'en') =>
    typeof element.name === 'object' ? element.name[lang] : (element.name ?? element.process);
  return {
    type: 'userTask',
    id: element.id,
    name: { nl: `Regel zelf: ${title('nl')}`, en: `Arrange by hand: ${title('en')}` },
    roles: [element.whenMissing ?? 'coordinator'],
  };
}
