// Moving random instances to other versions at random moments: what was going on goes on, what cannot is said, and back is back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition, Element } from '../../../contract/index.ts';
import type { World } from '../../../core/simulator/world.ts';
import type { State } from '../../../core/state.ts';
import {
  blocks,
  hasTimedBorder,
  processOf,
  type RandomProcess,
  type Step,
} from '../engine/random-process.ts';
import { play } from '../engine/random-story.ts';
import { takeStep, walk, walkerOf } from '../engine/walk.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 150);
const dice = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 8, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const timeless = blocks.filter((block) => !hasTimedBorder(block));

const renamed = (id: string) => `new_${id}`;

/** The same drawing with other ids; what it calls stays. */
function withOtherIds(definition: Definition): Definition {
  const ids = new Set(definition.elements.map(({ id }) => id));
  const text = JSON.stringify(definition, (key, value) => {
    if (['id', 'from', 'to', 'parent', 'attachedTo', 'handler'].includes(key) && ids.has(value))
      return renamed(value);
    return value;
  });
  return JSON.parse(text) as Definition;
}

const inNewWords = (step: Step): Step =>
  'element' in step ? { ...step, element: nameAfter(step.element) } : step;
/** Called processes keep their names. */
const nameAfter = (element: string) => (element.includes('_') ? element : renamed(element));

const how = { why: 'a better drawing', by: 'cor' };

function moved(world: World, instance: string, to: Definition, mapping?: Record<string, string>) {
  return world.migrate(instance, to, { ...how, ...(mapping ? { mapping } : {}) });
}

describe('an instance that moves to another version', () => {
  it('goes on to its end as it would have, when only the names are others', () => {
    fc.assert(
      fc.property(timeless, dice, share, (block, d, when) => {
        const process = processOf(block);
        const way = process.walk(walkerOf(d));
        const cut = Math.floor(when * way.steps.length);
        const begun = { ...way, steps: way.steps.slice(0, cut) };
        const owned = process.definition.elements.map(({ id }) => renamed(id));
        const { world, instance } = walk(process, begun, walkerOf(d).pick, undefined, owned);
        fc.pre(world.state(instance).status === 'running');
        const to = withOtherIds(process.definition);
        const mapping = Object.fromEntries(process.definition.elements.map(({ id }) => [id, renamed(id)]));

        expect(world.planMigration(instance, to, mapping)).toMatchObject({
          verdict: 'safe',
          rescheduled: [],
        });
        expect(moved(world, instance, to, mapping)).toEqual({ ok: true });
        for (const step of way.steps.slice(cut)) takeStep(world, instance, inNewWords(step));

        expect(world.state(instance)).toMatchObject({ status: 'ended', outcomes: ['done'] });
        const facts = world.facts.filter((fact) => fact.instance === instance);
        expect(facts.map(({ n }) => n)).toEqual(facts.map((_, i) => i + 1));
      }),
      { numRuns: runs },
    );
  }, 240_000);

  it('is back as it was when that is undone before anything moved', () => {
    fc.assert(
      fc.property(blocks, dice, share, (block, d, when) => {
        const process = processOf(block);
        const { world, state } = stoppedAt(process, d, when);
        fc.pre(state.status === 'running');
        const to = withOtherIds(process.definition);
        const mapping = Object.fromEntries(process.definition.elements.map(({ id }) => [id, renamed(id)]));

        expect(moved(world, state.instance, to, mapping)).toEqual({ ok: true });
        expect(world.migrate(state.instance, process.definition, { ...how, undo: true })).toEqual({
          ok: true,
        });

        expect(comparable(world.state(state.instance))).toEqual(comparable(state));
      }),
      { numRuns: runs },
    );
  }, 240_000);

  it('is planned as it is carried out; what is refused names the element and changes nothing', () => {
    fc.assert(
      fc.property(
        blocks,
        dice,
        share,
        fc.array(share, { minLength: 1, maxLength: 4 }),
        (block, d, when, edits) => {
          const process = processOf(block);
          const { world, state } = stoppedAt(process, d, when);
          fc.pre(state.status === 'running');
          const to = edits.reduce(edited, process.definition);
          fc.pre(JSON.stringify(to) !== JSON.stringify(process.definition));
          const before = JSON.stringify(world.state(state.instance));

          const plan = world.planMigration(state.instance, to);
          expect(JSON.stringify(world.state(state.instance))).toBe(before);
          const answer = moved(world, state.instance, to);

          expect('ok' in answer).toBe(plan.verdict === 'safe');
          if (plan.verdict !== 'safe') {
            expect(plan.problems.length).toBeGreaterThan(0);
            for (const { element, message } of plan.problems) expect(message).toContain(element);
            expect(JSON.stringify(world.state(state.instance))).toBe(before);
            return;
          }
          const known = new Set(world.compiledOf(state.instance).elements.keys());
          for (const inst of Object.values(world.state(state.instance).elements))
            if (inst.d === 0) expect(known.has(inst.element), inst.element).toBe(true);
          const from = { world, instance: state.instance };
          const { state: end } = play({ definition: to, called: process.called }, { dice: d, from });
          expect(end).toMatchObject({ status: 'ended', outcomes: ['done'] });
        },
      ),
      { numRuns: runs },
    );
  }, 240_000);
});

/** Somewhere in the middle of a random story. */
function stoppedAt(process: RandomProcess, dice: number[], when: number) {
  const { world, state } = play(process, { dice, most: Math.floor(when * 25) });
  return { world, state };
}

/** Without what only counts upwards. */
function comparable({ n: _n, at: _at, next: _next, announced: _announced, ...state }: State) {
  return state;
}

/** One small change of a drawing: a step in between, a step less, another term. */
function edited(definition: Definition, dice: number): Definition {
  const kinds = ['in between', 'less', 'term'] as const;
  const kind = kinds[Math.floor(dice * 2.999)];
  const at = <T>(list: T[]): T | undefined => list[Math.floor(dice * 997) % Math.max(1, list.length)];
  if (kind === 'term') {
    const task = at(definition.elements.filter((e) => e.type === 'userTask'));
    if (!task) return definition;
    const elements = definition.elements.map((e) =>
      e.id === task.id ? ({ ...e, term: { amount: 15, unit: 'workingDays' } } as Element) : e,
    );
    return { ...definition, elements };
  }
  if (kind === 'in between') {
    // Behind an event-based gateway only what waits may stand.
    const races = new Set(definition.elements.filter((e) => e.type === 'eventBasedGateway').map((e) => e.id));
    const flow = at(definition.flows.filter((f) => !races.has(f.from)));
    if (!flow) return definition;
    const id = `extra_${flow.id}`.replace('_', '');
    const parent = definition.elements.find((e) => e.id === flow.to)?.parent;
    if (definition.elements.some((e) => e.id === id)) return definition;
    return {
      ...definition,
      elements: [
        ...definition.elements,
        { id, type: 'manualTask', ...(parent ? { parent } : {}) } as Element,
      ],
      flows: [
        ...definition.flows.map((f) => (f.id === flow.id ? { ...f, to: id } : f)),
        { id: `${id}on`, from: id, to: flow.to },
      ],
    };
  }
  const plain = definition.elements.filter(
    (e) =>
      ['userTask', 'manualTask', 'receiveTask'].includes(e.type) &&
      !('forCompensation' in e && e.forCompensation) &&
      definition.flows.filter((f) => f.from === e.id).length === 1 &&
      definition.flows.filter((f) => f.to === e.id).length === 1 &&
      !definition.elements.some((b) => b.type === 'boundaryEvent' && b.attachedTo === e.id),
  );
  const gone = at(plain);
  const out = gone && definition.flows.find((f) => f.from === gone.id);
  if (!gone || !out) return definition;
  return {
    ...definition,
    elements: definition.elements.filter((e) => e.id !== gone.id),
    flows: definition.flows
      .filter((f) => f.id !== out.id)
      .map((f) => (f.to === gone.id ? { ...f, to: out.to } : f)),
  };
}
