// Which variables the drawing alone decides: outcomes that people choose, counters, and what assignments make of those. All others
// come from outside (forms, jobs, messages), so that they may be anything.
import type { Element, Field } from '../../contract/index.ts';
import { localsOf } from '../check/locals.ts';
import { assignsOf, isCarrying, type Model } from '../check/model.ts';
import { readsOf } from '../feel/index.ts';
import { outcomeVariable } from '../outcome-variable.ts';
import type { Json } from '../state.ts';

/** Where a variable's value may come from. */
export interface Sources {
  /** Assignments that are expressions, by what they read. */
  assigned: { element: string; reads: string[]; value: string }[];
  /** Set by the engine itself: outcomes and counters. */
  byEngine: boolean;
  /** Elements that bring a value from outside, with the field that asks it where a form does. */
  brought: { element: string; field?: Field }[];
  /** Values made from others, which nobody can choose: decisions, mappings, dates. */
  made: string[];
  /** Declared with this value. */
  declared?: Json;
}

/** Rounds of a counted loop that are followed one by one. */
export const MOST_ROUNDS = 3;
/** A counter is followed up to what conditions compare it with, when that is no more than this. */
const MOST_COUNTED = 6;

export function sourcesIn(model: Model): Map<string, Sources> {
  const sources = new Map<string, Sources>();
  const of = (name: string): Sources => {
    const known = sources.get(name);
    if (known) return known;
    const made: Sources = { assigned: [], byEngine: false, brought: [], made: [] };
    sources.set(name, made);
    return made;
  };
  const { definition } = model;
  for (const [name, value] of Object.entries(definition.variables)) of(name).declared = value;
  for (const element of model.elements.values()) {
    for (const set of assignsOf(element))
      if ('value' in set)
        of(set.variable).assigned.push({
          element: element.id,
          reads: readsOf(set.value).paths.flatMap(([name]) => name ?? []),
          value: set.value,
        });
      else of(set.variable).made.push(element.id);
    for (const { name, field } of askedBy(model, element))
      of(name).brought.push({ element: element.id, ...(field ? { field } : {}) });
    for (const name of madeBy(model, element)) of(name).made.push(element.id);
    for (const name of localsOf(element)) of(name).made.push(element.id);
    for (const name of byEngine(element)) of(name).byEngine = true;
  }
  return sources;
}

/** Names whose value the engine alone works out, whatever people and other systems give. */
export function followed(model: Model, sources: Map<string, Sources>): Set<string> {
  const names = new Set<string>();
  for (const [name, { assigned, byEngine: own, brought, made }] of sources)
    if (brought.length === 0 && made.length === 0 && (own || assigned.length > 0)) names.add(name);
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const name of [...names]) {
      const source = sources.get(name);
      const isFollowed = source?.assigned.every(({ reads }) => reads.every((one) => names.has(one)));
      if (!isFollowed) names.delete(name);
    }
  }
  for (const name of [...names])
    if (grows(name, names, sources) && highestAskedOf(model, name) > MOST_COUNTED) names.delete(name);
  return names;
}

/** It is worked out from itself, round after round. */
function grows(name: string, names: ReadonlySet<string>, sources: Map<string, Sources>): boolean {
  const seen = new Set<string>();
  const open = [name];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const read of sources.get(at)?.assigned.flatMap(({ reads }) => reads) ?? []) {
      if (read === name) return true;
      if (names.has(read) && !seen.has(read)) open.push(read);
      seen.add(read);
    }
  return false;
}

/** The highest number a condition compares it with. */
export function highestAskedOf(model: Model, name: string): number {
  const texts = conditionsOf(model).filter((text) => readsOf(text).paths.some(([one]) => one === name));
  const numbers = texts.flatMap((text) => readsOf(text).literals).filter((one) => typeof one === 'number');
  const rounds = [...model.elements.values()].map((one) =>
    one.type === 'exclusiveGateway' && counterOf(one) === name ? (one.loop?.max ?? 0) : 0,
  );
  return Math.max(0, ...numbers, ...rounds);
}

/** Loops that are followed round by round look at their own counter. */
export const counterOf = (element: Element): string | undefined =>
  element.type === 'exclusiveGateway' && element.loop && element.loop.max <= MOST_ROUNDS
    ? element.loop.counter
    : undefined;

/** Every condition on which the way through depends. */
export function conditionsOf(model: Model): string[] {
  return [
    ...model.definition.flows.flatMap(({ condition }) => condition ?? []),
    ...[...model.elements.values()].flatMap((element) => {
      if (!isCarrying(element)) return [];
      const { again, many } = element;
      const done = element.type === 'subProcess' ? element.adHoc?.completion : undefined;
      return [again?.condition, many?.completion, done].filter((text) => text !== undefined);
    }),
  ];
}

function byEngine(element: Element): string[] {
  if (element.type === 'userTask' && element.outcomes?.length && !element.many?.output)
    return [outcomeVariable(element.id)];
  if (element.type === 'agreement')
    return [outcomeVariable(element.id), outcomeVariable(`${element.id}.confirm`)];
  return element.type === 'exclusiveGateway' && element.loop && element.loop.max <= MOST_ROUNDS
    ? [element.loop.counter]
    : [];
}

/** What people fill in and other systems answer. */
function askedBy(model: Model, element: Element): { name: string; field?: Field }[] {
  const asked = (form: string | undefined) =>
    (model.forms.get(form ?? '')?.fields ?? []).map((field) => ({ name: field.key, field }));
  switch (element.type) {
    case 'startEvent':
    case 'userTask':
      return asked(element.form);
    case 'agreement':
      return [...asked(element.form), ...asked(element.confirmForm), { name: 'commitments' }];
    case 'serviceTask':
      return element.result ? [{ name: element.result }] : [];
    default:
      return [];
  }
}

/** What follows from something else, and nobody gives. */
function madeBy(model: Model, element: Element): string[] {
  const made: string[] = [];
  if (element.type === 'exclusiveGateway' && element.loop && element.loop.max > MOST_ROUNDS)
    made.push(element.loop.counter);
  if ('outputMapping' in element) made.push(...(element.outputMapping ?? []).map(({ variable }) => variable));
  if (isCarrying(element) && element.many?.output) made.push(element.many.output.variable);
  if (element.type === 'callActivity') {
    if (element.result) made.push(element.result);
    made.push(outcomeVariable(element.id));
  }
  if (element.type === 'intermediateCatchEvent' || element.type === 'receiveTask')
    made.push(outcomeVariable(element.id));
  if (element.type === 'businessRuleTask') {
    const table = model.definition.decisions?.find(({ id }) => id === element.decision);
    made.push(...(element.result ? [element.result] : (table?.outputs.map(({ name }) => name) ?? [])));
  }
  return made;
}
