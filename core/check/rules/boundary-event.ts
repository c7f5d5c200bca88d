// A boundary event sits on something that takes time, and waits for something.
import type { Element } from '../../../contract/index.ts';
import { isActivity, isFromElsewhere, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const boundaryEvent: Rule = {
  id: 'boundary-event',
  severity: 'error',
  *find(model) {
    const { definition, elements } = model;
    for (const element of definition.elements) {
      if (element.type !== 'boundaryEvent') continue;
      const { nl, en } = named(element);
      const host = elements.get(element.attachedTo);
      if (!host) {
        yield mistake(
          element.id,
          `${nl} zit vast aan ‘${element.attachedTo}’, maar dat is er niet.`,
          `${en} is attached to ‘${element.attachedTo}’, but there is no such element.`,
        );
        continue;
      }
      const at = named(host);
      const passed = host.type === 'manualTask';
      if (!takesTime(host) && !(passed && element.triggers.compensation))
        yield mistake(
          element.id,
          `${nl} zit vast aan ${at.nl}, maar daar wordt niet gewacht. Maak het vast aan een taak, een wachten of een deelproces.`,
          `${en} is attached to ${at.en}, where nothing waits. Attach it to a task, a wait or a sub-process.`,
          // BPMN has it on any task, and engines pass a plain one: the event then never comes.
          passed && isFromElsewhere(model) ? 'warning' : undefined,
        );
      if (host.parent !== element.parent)
        yield mistake(
          element.id,
          `${nl} zit in een ander deelproces dan ${at.nl}.`,
          `${en} is in another sub-process than ${at.en}.`,
        );
    }
  },
};

const takesTime = (host: Element): boolean =>
  (isActivity(host) && host.type !== 'manualTask') || host.type === 'intermediateCatchEvent';
