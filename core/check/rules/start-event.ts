// A process has a start, and only one that begins without a trigger.
import { plainStartsOf } from '../graph.ts';
import { isEventSubProcess, isFromElsewhere, named } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

export const startEvent: Rule = {
  id: 'start-event',
  severity: 'error',
  *find(model) {
    // A definition may hold decision tables alone.
    if (model.definition.elements.length > 0 && !model.children('').some(({ type }) => type === 'startEvent'))
      yield mistake(
        'definition',
        'Het proces heeft geen begin. Zet er een blok Begin in.',
        'The process has no start. Add a start.',
        // BPMN begins at whatever nothing leads to.
        isFromElsewhere(model) ? 'warning' : undefined,
      );
    for (const scope of model.scopes) {
      if (isEventSubProcess(model.elements.get(scope))) continue;
      for (const extra of plainStartsOf(model, scope).slice(1)) {
        const { nl, en } = named(extra);
        yield mistake(
          extra.id,
          `${nl} is een tweede begin. Wie niet zegt welk begin, krijgt het eerste.`,
          `${en} is a second start. Who does not say which one gets the first.`,
          'warning',
        );
      }
    }
  },
};
