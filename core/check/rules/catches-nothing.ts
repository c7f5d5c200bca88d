// What waits for an error or an escalation that nothing inside can throw never happens.
import type { Element } from '../../../contract/index.ts';
import { isEventSubProcess, type Model, named } from '../model.ts';
import { type Mistake, mistake, type Rule } from '../rule.ts';
import { type Kind, mayThrow } from '../thrown.ts';

export const catchesNothing: Rule = {
  id: 'catches-nothing',
  severity: 'hint',
  *find(model) {
    for (const element of model.elements.values())
      for (const kind of ['error', 'escalation'] as const) {
        const code = caughtAt(element, kind);
        if (code !== undefined && !watchedBy(model, element).some((one) => mayThrow(model, one, kind, code)))
          yield never(element, kind, code);
      }
  },
};

const caughtAt = (element: Element, kind: Kind): string | undefined =>
  element.type === 'boundaryEvent' || element.type === 'startEvent' ? element.triggers?.[kind] : undefined;

/** What an event on a border watches, or the start of an event sub-process. */
function watchedBy(model: Model, element: Element): Element[] {
  if (element.type === 'boundaryEvent') return [model.elements.get(element.attachedTo) ?? []].flat();
  const sub = model.elements.get(element.parent ?? '');
  if (!sub || !isEventSubProcess(sub)) return [];
  return model.children(sub.parent ?? '').filter((one) => one !== sub);
}

function never(element: Element, kind: Kind, code: string): Mistake {
  const { nl, en } = named(element);
  const what = {
    error: { nl: 'de fout', en: 'the error' },
    escalation: { nl: 'de melding', en: 'the escalation' },
  }[kind];
  const which = code === '' ? { nl: 'een fout of melding', en: `any ${kind}` } : undefined;
  return mistake(
    element.id,
    `${nl} wacht op ${which?.nl ?? `${what.nl} ‘${code}’`}, maar niets daarbinnen kan die geven.`,
    `${en} waits for ${which?.en ?? `${what.en} ‘${code}’`}, but nothing inside can throw it.`,
  );
}
