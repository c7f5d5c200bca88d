// Every expression and every term of a definition, each with the place where it stands.
import type { Definition, Element, Term } from '../../contract/index.ts';
import { type Bilingual, parseIsoDuration, parseLocal } from '../calendar/index.ts';
import { isCounted } from '../term-kind.ts';

/** `names`: what it may use besides the variables of the instance. */
export interface Expression {
  element: string;
  text: string;
  where: Bilingual;
  names: string[];
}
export interface PlacedTerm {
  element: string;
  term: Term;
}

type Triggered = Extract<Element, { triggers?: unknown }>;

const triggersOf = (element: Element) =>
  'triggers' in element ? (element as Triggered).triggers : undefined;

export function* expressionsOf(definition: Definition): Generator<Expression> {
  for (const element of definition.elements) yield* ofElement(element);
  for (const { element, term } of termsOf(definition))
    for (const text of writtenIn(term))
      yield { element, text, where: { nl: 'de termijn', en: 'the term' }, names: [] };
  for (const { id, condition } of definition.flows)
    if (condition !== undefined)
      yield { element: id, text: condition, where: { nl: 'de voorwaarde', en: 'the condition' }, names: [] };
  for (const form of definition.forms) {
    const names = [...form.fields.map(({ key }) => key), 'outcome'];
    for (const field of form.fields) {
      const at = (text: string | undefined, nl: string, en: string): Expression[] =>
        text === undefined
          ? []
          : [{ element: `form:${form.id}.${field.key}`, text, where: { nl, en }, names }];
      yield* at(field.visibleIf, 'de voorwaarde om te tonen', 'the condition to show it');
      yield* at(field.requiredIf, 'de voorwaarde om te vragen', 'the condition to require it');
      if (typeof field.default === 'string' && field.default.startsWith('='))
        yield* at(field.default.slice(1), 'de voorgestelde waarde', 'the proposed value');
    }
  }
}

function* ofElement(element: Element): Generator<Expression> {
  const at = (text: string, nl: string, en: string, names: string[] = []): Expression => ({
    element: element.id,
    text,
    where: { nl, en },
    names,
  });
  for (const set of element.set ?? [])
    if ('value' in set) yield at(set.value, `de waarde van ${set.variable}`, `the value of ${set.variable}`);
  const triggers = triggersOf(element);
  if (triggers?.condition !== undefined) yield at(triggers.condition, 'de voorwaarde', 'the condition');
  if (triggers?.message?.key !== undefined)
    yield at(triggers.message.key, 'de sleutel van het bericht', "the message's key");
  if (typeof triggers?.timer?.times === 'string')
    yield at(triggers.timer.times, 'het aantal keren', 'the number of times');
  const first = triggers?.timer?.first;
  if (first !== undefined && parseLocal('UTC', first) === undefined)
    yield at(first, 'het eerste moment', 'the first moment');
  if (element.type === 'userTask')
    for (const { condition } of element.refuseIf ?? [])
      yield at(condition, 'de voorwaarde om te weigeren', 'the condition to refuse', ['outcome']);
  if (element.type === 'userTask' && element.person !== undefined)
    yield at(element.person, 'voor wie het is', 'who it is for');
  if (element.type === 'serviceTask')
    for (const [key, text] of Object.entries(element.input ?? {}))
      yield at(text, `de invoer ${key}`, `the input ${key}`);
  if (element.type !== 'intermediateThrowEvent') return;
  const { message, raise, handOver } = element.throws ?? {};
  if (message?.key !== undefined) yield at(message.key, 'de sleutel van het bericht', "the message's key");
  if (raise?.about !== undefined)
    yield at(raise.about, 'waarover hulp wordt gevraagd', 'what help is asked about');
  if (handOver !== undefined) yield at(handOver, 'wat wordt overgedragen', 'what is handed over');
}

/** The expression of a term whose length or moment is worked out. */
function writtenIn(term: Term): string[] {
  if (isCounted(term)) return typeof term.amount === 'string' ? [term.amount] : [];
  if ('moment' in term) return parseLocal('UTC', term.moment) === undefined ? [term.moment] : [];
  return parseIsoDuration(term.duration) === undefined ? [term.duration] : [];
}

export function* termsOf(definition: Definition): Generator<PlacedTerm> {
  for (const element of definition.elements) {
    const at = (term: Term | undefined): PlacedTerm[] => (term ? [{ element: element.id, term }] : []);
    for (const set of element.set ?? []) if ('term' in set) yield* at(set.term);
    yield* at(triggersOf(element)?.timer?.term);
    if (element.type === 'userTask' || element.type === 'agreement') yield* at(element.term);
    if (element.type === 'agreement') yield* at(element.confirmTerm);
  }
  for (const { rungs } of definition.ladders)
    for (const { acts } of rungs)
      for (const act of acts) if (act.act === 'task') yield { element: 'definition', term: act.term };
}
