// An event sub-process begins by its own event: it has exactly one start with a trigger, and no flows of its own.
import type { ElementOf } from '../../../contract/index.ts';
import { hasTrigger, isEventSubProcess, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const eventSubProcess: Rule = {
  id: 'event-sub-process',
  severity: 'error',
  *find(model) {
    for (const element of model.elements.values()) {
      if (!isEventSubProcess(element)) continue;
      const { nl, en } = named(element);
      const starts = model
        .children(element.id)
        .filter((one): one is ElementOf<'startEvent'> => one.type === 'startEvent');
      if (starts.length !== 1 || !starts[0] || !hasTrigger(starts[0]))
        yield mistake(
          element.id,
          `${nl} begint door een gebeurtenis en heeft dus precies één begin nodig, met iets waarop het wacht.`,
          `${en} begins by an event, so it needs exactly one start that waits for something.`,
        );
      if (model.incoming(element.id).length + model.outgoing(element.id).length > 0)
        yield mistake(
          element.id,
          `${nl} begint door een gebeurtenis; er kunnen geen lijnen naartoe of vandaan gaan.`,
          `${en} begins by an event; no flows can lead to it or from it.`,
        );
    }
  },
};
