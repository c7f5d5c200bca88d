// What an expression can look at in a place: each variable with what it holds, who sets it, and whether it has a value by then.
import type { Definition, Element, Field, Language } from '../../contract/index.ts';
import type { Certainty } from '../check/data-flow.ts';
import { variablesAfter, variablesAtEnd, variablesInside } from '../check/data-flow.ts';
import { localsAt } from '../check/locals.ts';
import { type Model, modelOf } from '../check/model.ts';
import { setBy, variablesSet } from '../check/variables.ts';
import { KNOWN_NAMES } from '../known-names.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import { askedByName } from '../prose/condition.ts';
import { titleOf } from '../prose/say.ts';
import { kindOf, type ValueKind } from './kind.ts';

export interface Seen {
  name: string;
  label: string;
  kind: ValueKind;
  /** What one chooses from. */
  options?: { id: string; label: string }[];
  /** Steps that give it a value. */
  setBy: { element: string; title: string }[];
  /** Whether it has a value by then; undefined where no one moment can be said. */
  certainty?: Certainty | 'never';
}

/** Where the expression stands. `after`: on a line that leaves it; `end`: as it ends; `begin`: as it begins. */
export type Place = { element: string; when: 'begin' | 'end' | 'after' } | undefined;

/** Everything that can be named there, what surely has a value first. */
export function seenAt(definition: Definition, place: Place, language: Language): Seen[] {
  const model = modelOf(definition);
  const known = place && knownAt(model, place);
  const set = setters(model, language);
  const labels = askedByName(definition, language);
  const names = new Set([...variablesSet(model), ...(place ? localsAt(model, place.element) : [])]);
  const outcomesNamed = new Set(
    definition.elements.flatMap((element) => (hasOutcomes(element) ? [outcomeVariable(element.id)] : [])),
  );
  const everyOutcome = new Set(definition.elements.map(({ id }) => outcomeVariable(id)));
  const found: Seen[] = [];
  for (const name of names) {
    // Every element may keep an outcome; only those that people choose from are worth naming.
    if (everyOutcome.has(name) && !outcomesNamed.has(name)) continue;
    const asked = labels.get(name);
    found.push({
      name,
      label: asked?.label ?? name,
      kind: kindOfVariable(definition, name),
      ...(asked?.options ? { options: asked.options } : {}),
      setBy: set.get(name) ?? [],
      ...(known ? { certainty: known.get(name) ?? 'never' } : {}),
    });
  }
  for (const name of KNOWN_NAMES)
    if (!names.has(name))
      found.push({ name, label: KNOWN_LABELS[name][language], kind: KNOWN_KINDS[name], setBy: [] });
  const rank = ({ certainty }: Seen) =>
    certainty === 'surely' ? 0 : certainty === 'maybe' ? 1 : certainty === undefined ? 2 : 3;
  return found.sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, language));
}

const KNOWN_LABELS: Record<(typeof KNOWN_NAMES)[number], Record<Language, string>> = {
  openCommitments: { nl: 'hoeveel afspraken nog open staan', en: 'how many commitments are open' },
  initiativeId: { nl: 'bij welk initiatief het hoort', en: 'which initiative it belongs to' },
  actor: { nl: 'wie dit nu doet', en: 'who does this now' },
};
const KNOWN_KINDS: Record<(typeof KNOWN_NAMES)[number], ValueKind> = {
  openCommitments: 'number',
  initiativeId: 'text',
  actor: 'person',
};

const hasOutcomes = (element: Element): boolean =>
  element.type === 'agreement' || ('outcomes' in element && (element.outcomes?.length ?? 0) > 0);

function knownAt(model: Model, { element, when }: NonNullable<Place>): Map<string, Certainty> {
  if (when === 'begin') return variablesInside(model, element);
  return when === 'end' ? variablesAtEnd(model, element) : variablesAfter(model, element);
}

function fieldNamed(definition: Definition, name: string): Field | undefined {
  for (const { fields } of definition.forms) {
    const field = fields.find(({ key }) => key === name);
    if (field) return field;
  }
  return undefined;
}

function kindOfVariable(definition: Definition, name: string, way: string[] = []): ValueKind {
  const field = fieldNamed(definition, name);
  if (field) return field.type;
  for (const element of definition.elements) {
    if (hasOutcomes(element) && outcomeVariable(element.id) === name) return 'choice';
    if (element.type === 'exclusiveGateway' && element.loop?.counter === name) return 'number';
    if (element.type === 'businessRuleTask') {
      const decision = definition.decisions?.find(({ id }) => id === element.decision);
      const at = decision?.outputs.findIndex((output) => output.name === name) ?? -1;
      const given = at < 0 ? undefined : decision?.rules.find(({ gives }) => gives[at]?.trim())?.gives[at];
      if (given !== undefined) return kindOf(given, () => 'anything');
    }
    for (const one of element.set ?? []) {
      if (one.variable !== name) continue;
      if (!('value' in one)) return 'date';
      // Counting on from itself says nothing about what it is.
      if (!way.includes(name))
        return kindOf(one.value, (other) => kindOfVariable(definition, other, [...way, name]));
    }
  }
  return name === 'loopCounter' ? 'number' : 'anything';
}

/** Steps by the name of what they give a value. */
function setters(model: Model, language: Language): Map<string, Seen['setBy']> {
  const found = new Map<string, Seen['setBy']>();
  for (const element of model.definition.elements) {
    const forms = [
      'form' in element ? element.form : undefined,
      'confirmForm' in element ? element.confirmForm : undefined,
    ];
    const asked = forms.flatMap((id) => model.forms.get(id ?? '')?.fields.map(({ key }) => key) ?? []);
    const own = outcomeVariable(element.id);
    const set = [...setBy(model, element)].filter((name) => name !== own || hasOutcomes(element));
    for (const name of new Set([...asked, ...set]))
      found.set(name, [
        ...(found.get(name) ?? []),
        { element: element.id, title: titleOf(element, language) },
      ]);
  }
  return found;
}
