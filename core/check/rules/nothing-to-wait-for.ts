// An event that waits must wait for something.
import { named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const nothingToWaitFor: Rule = {
  id: 'nothing-to-wait-for',
  severity: 'error',
  *find({ definition }) {
    for (const element of definition.elements) {
      const { nl, en } = named(element);
      const waits =
        element.type === 'intermediateCatchEvent'
          ? Object.keys(element.triggers).length > 0 || element.button !== undefined
          : element.type === 'boundaryEvent'
            ? Object.keys(element.triggers).length > 0
            : true;
      if (!waits)
        yield mistake(
          element.id,
          `${nl} wacht nergens op. Kies een datum, een bericht of een voorwaarde.`,
          `${en} waits for nothing. Choose a date, a message or a condition.`,
        );
      if (element.type !== 'startEvent' || !element.schedule) continue;
      const { workingDay, day } = element.schedule;
      if (workingDay !== undefined && day !== undefined)
        yield mistake(
          element.id,
          `${nl} noemt zowel een werkdag als een dag. Kies er één.`,
          `${en} names both a working day and a day. Choose one.`,
        );
    }
  },
};
