// An event that waits must wait for something, and for something that can reach it there.
import type { Element, Triggers } from '../../../contract/index.ts';
import { isEventSubProcess, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const nothingToWaitFor: Rule = {
  id: 'nothing-to-wait-for',
  severity: 'error',
  *find(model) {
    for (const element of model.definition.elements) {
      if (element.type === 'receiveTask' && !element.message) yield messageMissing(element);
      if (element.type === 'startEvent' && element.schedule) yield* ofSchedule(element, element.schedule);
      const fitting = fittingAt(model, element);
      if (!fitting) continue;
      const given = Object.keys('triggers' in element ? (element.triggers ?? {}) : {}) as (keyof Triggers)[];
      if (given.some((trigger) => fitting.includes(trigger))) continue;
      if (element.type === 'startEvent' && given.length === 0) continue;
      if (element.type === 'intermediateCatchEvent' && element.button !== undefined) continue;
      const { nl, en } = named(element);
      yield given.length === 0
        ? mistake(
            element.id,
            `${nl} wacht nergens op. Kies een datum, een bericht of een voorwaarde.`,
            `${en} waits for nothing. Choose a date, a message or a condition.`,
          )
        : mistake(
            element.id,
            `${nl} wacht op iets dat daar niet kan komen (${given.join(', ')}). Kies ${fitting.join(', ')}.`,
            `${en} waits for something that cannot come there (${given.join(', ')}). Choose ${fitting.join(', ')}.`,
          );
    }
  },
};

const PLAIN: (keyof Triggers)[] = ['timer', 'message', 'condition', 'signal'];

/** What can set an event going where it stands; undefined for elements that are no such event. */
function fittingAt(model: Model, element: Element): (keyof Triggers)[] | undefined {
  switch (element.type) {
    case 'intermediateCatchEvent':
      return [...PLAIN, 'link'];
    case 'boundaryEvent':
      return [...PLAIN, 'escalation', 'error', 'compensation', 'cancel'];
    case 'startEvent':
      return isEventSubProcess(model.elements.get(element.parent ?? ''))
        ? [...PLAIN, 'escalation', 'error', 'compensation']
        : PLAIN;
    default:
      return undefined;
  }
}

/** It can still be answered by hand, so this does not stop it. */
function messageMissing(element: Element): Mistake {
  const { nl, en } = named(element);
  return mistake(
    element.id,
    `${nl} wacht op een bericht, maar zegt niet welk. Geef de naam van het bericht.`,
    `${en} waits for a message, but does not say which. Name the message.`,
    'warning',
  );
}

function* ofSchedule(
  element: Element,
  { workingDay, day }: { workingDay?: number | undefined; day?: number | undefined },
): Generator<Mistake> {
  if (workingDay === undefined || day === undefined) return;
  const { nl, en } = named(element);
  yield mistake(
    element.id,
    `${nl} noemt zowel een werkdag als een dag. Kies er één.`,
    `${en} names both a working day and a day. Choose one.`,
  );
}
