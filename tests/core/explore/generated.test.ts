// What always holds of exploring, on generated processes and on the same with a mistake put in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, ElementType } from '../../../contract/index.ts';
import { modelOf } from '../../../core/check/index.ts';
import { explore, isPlayed } from '../../../core/explore/index.ts';
import { search } from '../../../core/explore/search.ts';
import { blocks, processOf } from '../engine/random-process.ts';
import { play } from '../engine/random-story.ts';
import { playStory } from './told.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 60);
const always = (title: string, holds: (block: Parameters<typeof processOf>[0], dice: number[]) => void) =>
  it(title, () => fc.assert(fc.property(blocks, dice, holds), { numRuns: runs }), 240_000);
const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 8, maxLength: 40 });
const MOST = 1_500;

const isJoin = ({ flows }: Definition, id: string) => flows.filter(({ to }) => to === id).length > 1;

/** The same with one gateway of another type, or one flow led elsewhere in its part. */
function withMistake(definition: Definition, [first = 0, second = 0, third = 0]: number[]): Definition {
  const pick = <T>(from: T[], die: number): T | undefined => from[Math.floor(die * from.length)];
  const gateways = definition.elements.filter(
    ({ type }) => type.endsWith('Gateway') && type !== 'eventBasedGateway',
  );
  if (first < 0.5 && gateways.length > 0) {
    const gateway = pick(gateways, second);
    const types: ElementType[] = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'];
    const type = pick(types, third);
    const elements = definition.elements.map((one) =>
      one.id === gateway?.id
        ? { id: one.id, type, ...(one.parent === undefined ? {} : { parent: one.parent }) }
        : one,
    );
    return { ...definition, elements: elements as Definition['elements'] };
  }
  const flow = pick(definition.flows, second);
  const parent = definition.elements.find(({ id }) => id === flow?.from)?.parent;
  const targets = definition.elements.filter(
    (one) =>
      one.parent === parent &&
      one.type !== 'startEvent' &&
      one.type !== 'boundaryEvent' &&
      !('event' in one && one.event) &&
      !('forCompensation' in one && one.forCompensation),
  );
  const to = pick(targets, third)?.id;
  if (!flow || to === undefined) return definition;
  return { ...definition, flows: definition.flows.map((one) => (one === flow ? { ...one, to } : one)) };
}

describe('exploring, always', () => {
  always('finds nothing wrong in processes whose blocks fit together', (block) => {
    const { findings } = explore(modelOf(processOf(block).definition), { maxStates: MOST });

    expect(findings.filter(({ rule }) => rule !== 'dead-element' && rule !== 'too-large-to-explore')).toEqual(
      [],
    );
  });

  always('comes to whatever a random story comes to', (block, thrown) => {
    const process = processOf(block);
    const { complete, begun } = search(modelOf(process.definition), { maxStates: MOST });
    const { facts } = play(process, { dice: thrown });

    const own = new Set(process.definition.elements.map(({ id }) => id));
    const came = facts.flatMap((fact) =>
      fact.type === 'element.activated' && own.has(fact.element) ? [fact.element] : [],
    );
    if (complete) expect(came.filter((id) => !begun.has(id))).toEqual([]);
  });

  always('sees the same whether or not it looks at every order', (block, thrown) => {
    const model = modelOf(withMistake(processOf(block).definition, thrown));
    const seen = (everyOrder: boolean) => {
      const { complete, begun, sightings } = search(model, { maxStates: MOST, everyOrder });
      const kinds = sightings.map(({ kind, element }) => `${kind} ${element}`);
      return { complete, begun: [...begun].sort(), kinds: [...new Set(kinds)].sort() };
    };
    const [some, every] = [seen(false), seen(true)];

    if (some.complete && every.complete) expect(some).toEqual(every);
  });

  always('tells stories that the engine plays to what was found', (block, thrown) => {
    const definition = withMistake(processOf(block).definition, thrown);
    const { findings } = explore(modelOf(definition), { maxStates: MOST });

    for (const finding of findings.filter(isPlayed))
      expect(playStory(definition, finding).failures, JSON.stringify(finding)).toEqual([]);
  });

  it('finds a join that waits for more than comes, wherever it is put in', () => {
    let seeded = 0;
    fc.assert(
      fc.property(blocks, (block) => {
        const { definition } = processOf(block);
        for (const { id, type, parent } of definition.elements) {
          if (type !== 'exclusiveGateway' || !isJoin(definition, id) || seeded > 60) continue;
          // Both ways into it must be open, and one at a time.
          const elements = definition.elements.map((one) =>
            one.id === id
              ? { id, type: 'parallelGateway' as const, ...(parent === undefined ? {} : { parent }) }
              : one,
          );
          const { begun: before, complete: whole } = search(modelOf(definition), { maxStates: MOST });
          const sources = definition.flows.filter(({ to }) => to === id).map(({ from }) => from);
          if (!whole || !sources.every((from) => before.has(from))) continue;
          seeded += 1;
          const { findings, complete } = explore(modelOf({ ...definition, elements }), { maxStates: MOST });
          if (!complete) continue;
          expect(findings.map(({ rule }) => rule)).toEqual(
            expect.arrayContaining([expect.stringMatching(/^(stuck|improper-end|dead-element)$/)]),
          );
        }
      }),
      { numRuns: runs },
    );
    expect(seeded).toBeGreaterThan(10);
  }, 240_000);
});
