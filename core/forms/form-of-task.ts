// Which form a task shows: an agreement is two tasks, drafting it and confirming it.
import type { Element } from '../../contract/index.ts';

export function formOfTask(element: Element | undefined, isConfirming: boolean): string | undefined {
  if (element?.type === 'agreement') return isConfirming ? element.confirmForm : element.form;
  return element?.type === 'userTask' ? element.form : undefined;
}
