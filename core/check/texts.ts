// Every text of a definition that people outside the drawing read, with who reads it.
import type { Field, MessageText, Text } from '../../contract/index.ts';
import { type Model, rolesOf } from './model.ts';

/** `body` is running text with sentences; `toInitiator` whether an initiator may read it. */
export interface PlacedText {
  element: string;
  text: Text;
  kind: 'name' | 'subject' | 'body';
  toInitiator: boolean;
}

export function* textsOf(model: Model): Generator<PlacedText> {
  const { definition } = model;
  const theirs = (roles: string[]) => roles.some((role) => model.sideOf(role) === 'initiator');
  const shownForms = new Set<string>();
  yield { element: 'definition', text: definition.name, kind: 'name', toInitiator: true };

  for (const element of definition.elements) {
    const toInitiator = theirs(rolesOf(element));
    if (element.name !== undefined)
      yield { element: element.id, text: element.name, kind: 'name', toInitiator };
    if (element.type === 'intermediateThrowEvent' && element.throws?.raise?.text !== undefined)
      yield { element: element.id, text: element.throws.raise.text, kind: 'body', toInitiator: false };
    if (element.type === 'sendTask') yield* message(element.id, element.text, theirs(element.to));
    if ((element.type === 'userTask' || element.type === 'agreement') && element.text)
      yield* message(element.id, element.text, toInitiator);
    if (element.type === 'userTask') {
      for (const { label } of element.outcomes ?? [])
        yield { element: element.id, text: label, kind: 'name', toInitiator };
      for (const { saying } of element.refuseIf ?? [])
        yield { element: element.id, text: saying, kind: 'body', toInitiator };
      if (element.form && toInitiator) shownForms.add(element.form);
    }
    if (element.type === 'agreement') {
      if (element.form && theirs(element.roles)) shownForms.add(element.form);
      if (element.confirmForm && theirs(element.confirmRoles)) shownForms.add(element.confirmForm);
    }
    if (element.type === 'startEvent' && element.form && (!element.by || theirs(element.by)))
      shownForms.add(element.form);
  }

  for (const form of definition.forms) {
    const toInitiator = shownForms.has(form.id);
    yield { element: `form:${form.id}`, text: form.name, kind: 'name', toInitiator };
    if (form.intro !== undefined)
      yield { element: `form:${form.id}`, text: form.intro, kind: 'body', toInitiator };
    for (const field of form.fields) yield* ofField(form.id, field, toInitiator);
  }
  for (const [key, text] of Object.entries(definition.texts)) yield* message(`text:${key}`, text, true);
}

function* ofField(form: string, field: Field, toInitiator: boolean): Generator<PlacedText> {
  const element = `form:${form}.${field.key}`;
  yield { element, text: field.label, kind: 'name', toInitiator };
  if (field.help !== undefined) yield { element, text: field.help, kind: 'body', toInitiator };
  for (const { label } of field.options ?? []) yield { element, text: label, kind: 'name', toInitiator };
}

function* message(element: string, text: MessageText, toInitiator: boolean): Generator<PlacedText> {
  yield { element, text: text.subject, kind: 'subject', toInitiator };
  yield { element, text: text.body, kind: 'body', toInitiator };
}
