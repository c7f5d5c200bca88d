// Before anybody has spoken with them, initiators answer at most five required questions (domain: intake).
import type { Element } from '../../../contract/index.ts';
import { nextInStory, reach } from '../graph.ts';
import { isTheirTurn, type Model } from '../model.ts';
import { mistake, type Rule } from '../rule.ts';

/** Most required questions before the first contact. */
export const MOST_QUESTIONS = 5;

export const firstContactFields: Rule = {
  id: 'first-contact-fields',
  severity: 'warning',
  *find(model) {
    const isContact = (id: string) => {
      const element = model.elements.get(id);
      return element?.type === 'userTask' && element.firstContact === true;
    };
    if (![...model.elements.keys()].some(isContact)) return;
    const starts = model.children('').filter(({ type }) => type === 'startEvent');
    const before = reach(
      starts.map(({ id }) => id),
      (id) => nextInStory(model, id),
      (id) => !isContact(id),
    );
    const shown = new Set([...before].filter((id) => !isContact(id)).flatMap((id) => formOf(model, id)));
    const questions = [...shown].flatMap((id) => {
      const fields = model.forms.get(id)?.fields ?? [];
      return fields.filter(({ required }) => required).map((field) => ({ form: id, field }));
    });
    const extra = questions[MOST_QUESTIONS];
    if (!extra) return;
    yield mistake(
      `form:${extra.form}.${extra.field.key}`,
      `Vóór het eerste contact moeten initiatiefnemers ${questions.length} vragen beantwoorden. Maak er hoogstens ${MOST_QUESTIONS} verplicht.`,
      `Before the first contact initiators must answer ${questions.length} questions. Require at most ${MOST_QUESTIONS}.`,
    );
  },
};

function formOf(model: Model, id: string): string[] {
  const element: Element | undefined = model.elements.get(id);
  if (element?.type === 'startEvent') {
    const theirs = !element.by || element.by.some((role) => model.sideOf(role) === 'initiator');
    return theirs && element.form ? [element.form] : [];
  }
  return element?.type === 'userTask' && isTheirTurn(model, element) && element.form ? [element.form] : [];
}
