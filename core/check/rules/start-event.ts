// A process has a start, and only one that begins without a trigger.
import { plainStartsOf } from '../graph.ts';
import { hasTrigger, isEventSubProcess, isFromElsewhere, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';

export const startEvent: Rule = {
  id: 'start-event',
  severity: 'error',
  *find(model) {
    // A file may hold decision tables only.
    if (model.elements.size > 0 && !model.children('').some(({ type }) => type === 'startEvent'))
      yield mistake(
        'definition',
        'Het proces heeft geen begin. Zet er een blok Begin in.',
        'The process has no start. Add a start.',
        // BPMN begins at whatever nothing leads to.
        isFromElsewhere(model) ? 'warning' : undefined,
      );
    for (const scope of model.scopes) {
      if (isEventSubProcess(model.elements.get(scope))) continue;
      if (scope !== '') yield* neverBegin(model, scope);
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

/** A part begins when the process comes to it; what waits for something there begins nothing. */
function* neverBegin(model: Model, scope: string): Generator<Mistake> {
  for (const start of model.children(scope)) {
    if (start.type !== 'startEvent' || !hasTrigger(start)) continue;
    const { nl, en } = named(start);
    yield mistake(
      start.id,
      `${nl} staat in een deelproces en begint dus zodra het proces daar komt. Haal weg waarop het wacht, of maak er een deelproces van dat door een gebeurtenis begint.`,
      `${en} is in a sub-process, so it begins when the process comes there. Remove what it waits for, or make it an event sub-process.`,
      'warning',
    );
  }
}
