// What initiators are asked before anybody has spoken with them: help comes first, questions later (domain: intake).
import type { Element } from '../../contract/index.ts';
import { nextInStory, reach } from './graph.ts';
import { isTheirTurn, type Model } from './model.ts';

/** Most required questions before the first contact. */
export const MOST_QUESTIONS = 5;

export interface BeforeContact {
  /** Forms that initiators fill in before the first contact, in the order of the story. */
  forms: string[];
  /** What they must answer on these. */
  questions: { form: string; field: string }[];
}

/** Nothing where a process has no first contact. */
export function askedBeforeContact(model: Model): BeforeContact | undefined {
  const isContact = (id: string) => {
    const element = model.elements.get(id);
    return element?.type === 'userTask' && element.firstContact === true;
  };
  if (![...model.elements.keys()].some(isContact)) return undefined;
  const starts = model.children('').filter(({ type }) => type === 'startEvent');
  const before = reach(
    starts.map(({ id }) => id),
    (id) => nextInStory(model, id),
    (id) => !isContact(id),
  );
  const forms = [...new Set([...before].filter((id) => !isContact(id)).flatMap((id) => formOf(model, id)))];
  const questions = forms.flatMap((form) =>
    (model.forms.get(form)?.fields ?? [])
      .filter(({ required }) => required)
      .map(({ key }) => ({ form, field: key })),
  );
  return { forms, questions };
}

function formOf(model: Model, id: string): string[] {
  const element: Element | undefined = model.elements.get(id);
  if (element?.type === 'startEvent') {
    const theirs = !element.by || element.by.some((role) => model.sideOf(role) === 'initiator');
    return theirs && element.form ? [element.form] : [];
  }
  return element?.type === 'userTask' && isTheirTurn(model, element) && element.form ? [element.form] : [];
}
