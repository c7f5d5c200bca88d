// What always holds of a process in plain language: nothing is told twice, nothing is left out, in both languages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Element, Language } from '../../../contract/index.ts';
import { asText, type Prose, type ToldPart, type ToldStep, tell } from '../../../core/prose/index.ts';
import { definitions } from '../../bpmn/random-definition.ts';
import { readTemplate } from '../../templates/read-template.ts';
import { blocks, definitionOf } from '../engine/random-process.ts';
import { corpus } from '../explore/corpus.ts';

const languages: Language[] = ['nl', 'en'];
const runs = Number(process.env.PROPERTY_RUNS ?? 150);

interface Told {
  elements: string[];
  flows: string[];
  numbers: string[];
  texts: string[];
}

/** Steps and borders tell of an element; leads and jumps of arrows. */
function gathered({ steps, always }: Prose): Told {
  const told: Told = { elements: [], flows: [], numbers: [], texts: [] };
  const line = (all: ToldStep[]): void => {
    for (const { element, number, sentences, parts, next } of all) {
      told.elements.push(element);
      told.numbers.push(number);
      told.texts.push(...sentences.map(({ text }) => text), ...(next ? [next.text] : []));
      told.flows.push(...(next?.flows ?? []));
      parts.forEach(part);
    }
  };
  const part = ({ kind, lead, parts, steps: inner, next }: ToldPart): void => {
    const isStep = inner.some(({ element }) => element === lead.element);
    if (kind === 'border' && !isStep) told.elements.push(lead.element);
    told.texts.push(lead.text, ...(next ? [next.text] : []));
    told.flows.push(...(lead.flows ?? []), ...(next?.flows ?? []));
    parts.forEach(part);
    line(inner);
  };
  line(steps);
  line(always);
  return told;
}

/** Where a step goes on without a word about it: to what is told right beneath it. */
function quietly(prose: Prose): [string, string | undefined][] {
  const pairs: [string, string | undefined][] = [];
  const line = (all: ToldStep[]): void =>
    all.forEach(({ element, parts, next }, index) => {
      if (!next && !parts.some(({ kind }) => kind === 'way')) pairs.push([element, all[index + 1]?.element]);
      parts.forEach(part);
    });
  const part = ({ parts, steps }: ToldPart): void => {
    parts.forEach(part);
    line(steps);
  };
  line(prose.steps);
  line(prose.always);
  return pairs;
}

/** Starts of parts that nothing has to be said of, and gateways that only bring ways together. */
function isBare(definition: Definition, one: Element): boolean {
  const out = definition.flows.filter(({ from }) => from === one.id);
  const [only] = out;
  if (out.length !== 1 || only?.condition !== undefined || only?.outcome !== undefined) return false;
  if (one.set?.length || one.needs?.length) return false;
  if (one.type === 'startEvent')
    return one.parent !== undefined && !one.form && !one.schedule && !Object.keys(one.triggers ?? {}).length;
  if (one.type === 'exclusiveGateway') return one.loop === undefined;
  const joins = definition.flows.filter(({ to }) => to === one.id).length > 1;
  return (one.type === 'parallelGateway' || one.type === 'inclusiveGateway') && !joins && !only?.default;
}

/** What is met at an element: gateways that only bring together are passed by. */
function met(definition: Definition, id: string): string {
  const one = definition.elements.find((element) => element.id === id) as Element;
  const [only] = definition.flows.filter(({ from }) => from === id);
  return isBare(definition, one) && only ? met(definition, only.to) : id;
}

function holds(definition: Definition): void {
  const expected = definition.elements.filter((one) => !isBare(definition, one)).map(({ id }) => id);
  for (const language of languages) {
    const prose = tell(definition, language);
    const told = gathered(prose);

    expect([...told.elements].sort()).toEqual([...expected].sort());
    expect(new Set(told.flows).size).toBe(told.flows.length);
    expect(new Set(told.numbers).size).toBe(told.numbers.length);
    expect(told.numbers.filter((one) => !/^\d+(\.\d+)*$/.test(one))).toEqual([]);
    expect(told.texts.filter((text) => /undefined|\[object| {2}|^[a-z]/.test(text))).toEqual([]);
    // A jump leads to a step that is told.
    const jumps = told.texts.flatMap((text) => [
      ...text.matchAll(/(?:met stap|naar stap|with step|to step) (\d+(?:\.\d+)*)/g),
    ]);
    expect(jumps.map(([, to]) => to).filter((to) => !told.numbers.includes(to as string))).toEqual([]);
    // Every arrow is told, or leads to what is told right beneath.
    const passed = new Map(quietly(prose));
    for (const { id, from, to } of definition.flows) {
      const source = definition.elements.find((one) => one.id === from) as Element;
      if (told.flows.includes(id) || isBare(definition, source) || source.type === 'boundaryEvent') continue;
      expect([id, passed.get(from)]).toEqual([id, met(definition, to)]);
    }
    expect(tell(structuredClone(definition), language)).toEqual(prose);
  }
}

describe('a process in plain language, always', () => {
  it('tells each element of a generated process once, in both languages, and the same every time', () => {
    fc.assert(
      fc.property(blocks, (block) => holds(definitionOf(block))),
      { numRuns: runs },
    );
  });

  it.each(['T1', 'T2', 'T7', 'T12'])('tells each element of %s once', (id) => {
    holds(readTemplate(id));
  });

  it.each(corpus.map(({ mistake, drawing }) => [mistake, drawing] as const))(
    'tells each element of a drawing with a mistake once: %s',
    (_, drawing) => {
      holds(drawing);
    },
  );

  it('tells each element of definitions that fit nowhere once', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        for (const language of languages) {
          const ids = gathered(tell(definition, language)).elements;

          expect(new Set(ids).size).toBe(ids.length);
          expect(definition.elements.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
          expect(asText(tell(definition, language), language)).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: runs },
    );
  });
});
