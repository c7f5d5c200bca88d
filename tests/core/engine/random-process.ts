// Makes random processes from blocks that fit together, so that each has a way to its end. A block that is drawn also tells a way
// through it: what has to happen, in order, and which elements are then done how often. That way is the expectation, made without
// the engine.
import fc from 'fast-check';
import type { Definition, Element, Flow } from '../../../contract/index.ts';

type Repeated = { sequential: boolean; count: number; enough?: number | undefined };

export type Block =
  | { kind: 'task'; roles: string[]; outcomes: number; ladder?: string; days: number }
  | { kind: 'agree' }
  | { kind: 'job' }
  | { kind: 'wait'; days: number }
  | { kind: 'message' }
  | { kind: 'receive'; keyed: boolean }
  | { kind: 'signal' }
  | { kind: 'rule' }
  | { kind: 'manual' }
  | { kind: 'link' }
  | { kind: 'perPerson'; days: number }
  | { kind: 'many'; of: 'task' | 'part' | 'job'; repeated: Repeated }
  | { kind: 'again'; times: number; before: boolean }
  | { kind: 'race' }
  | { kind: 'anyOrder'; tasks: number; sequential: boolean }
  | { kind: 'undo'; steps: number; handlers: 'task' | 'script' }
  | { kind: 'deal'; cancelled: boolean }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'choice'; blocks: Block[] }
  | { kind: 'parallel'; blocks: Block[] }
  | { kind: 'inclusive'; blocks: Block[] }
  | { kind: 'loop'; block: Block; max: number }
  | { kind: 'sub'; block: Block; timer?: number; interrupting: boolean }
  | { kind: 'watched'; block: Block; by: 'message' | 'signal'; interrupting: boolean; comes: boolean }
  | { kind: 'failing'; block: Block; at: 'border' | 'beside' }
  | { kind: 'own'; block: Block }
  | { kind: 'call'; block: Block };

const days = fc.integer({ min: 1, max: 12 });
const constant = <const T>(value: T) => fc.constant(value);
const leaf: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: constant('task'),
      roles: fc.constantFrom<string[]>(
        ['supporter'],
        ['coordinator', 'supporter'],
        ['initiator'],
        ['partner'],
        ['initiator', 'supporter'],
      ),
      outcomes: fc.integer({ min: 0, max: 2 }),
      days,
    }),
  },
  fc.record({ kind: constant('job') }),
  fc.record({ kind: constant('wait'), days }),
  fc.record({ kind: constant('message') }),
  fc.record({ kind: constant('receive'), keyed: fc.boolean() }),
  fc.record({ kind: constant('signal') }),
  fc.record({ kind: constant('rule') }),
  fc.record({ kind: constant('manual') }),
  fc.record({ kind: constant('link') }),
  fc.record({ kind: constant('agree') }),
  fc.record({ kind: constant('perPerson'), days }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: constant('many'),
      of: fc.constantFrom('task' as const, 'part' as const, 'job' as const),
      repeated: fc.record({
        sequential: fc.boolean(),
        count: fc.integer({ min: 0, max: 3 }),
        enough: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
      }),
    }),
  },
  fc.record({ kind: constant('again'), times: fc.integer({ min: 0, max: 3 }), before: fc.boolean() }),
  fc.record({ kind: constant('race') }),
  fc.record({
    kind: constant('anyOrder'),
    tasks: fc.integer({ min: 1, max: 3 }),
    sequential: fc.boolean(),
  }),
  fc.record({
    kind: constant('undo'),
    steps: fc.integer({ min: 0, max: 3 }),
    handlers: fc.constantFrom('task' as const, 'script' as const),
  }),
  fc.record({ kind: constant('deal'), cancelled: fc.boolean() }),
);

/** A process as a tree of blocks. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: constant('sequence'),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: constant('choice'), blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: constant('parallel'), blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({
      kind: constant('inclusive'),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: constant('loop'), block: tie('block'), max: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: constant('sub'),
      block: tie('block'),
      timer: fc.option(days, { nil: undefined }),
      interrupting: fc.boolean(),
    }) as fc.Arbitrary<Block>,
    fc.record({
      kind: constant('watched'),
      block: tie('block'),
      by: fc.constantFrom('message' as const, 'signal' as const),
      interrupting: fc.boolean(),
      comes: fc.boolean(),
    }),
    fc.record({
      kind: constant('failing'),
      block: tie('block'),
      at: fc.constantFrom('border' as const, 'beside' as const),
    }),
    fc.record({ kind: constant('own'), block: tie('block') }),
    fc.record({ kind: constant('call'), block: tie('block') }),
  ),
})).block;

/** Something that has to happen on the way through. */
export type Step =
  | { do: 'task'; element: string; outcome?: string }
  | { do: 'job'; element: string }
  /** Time passes until the element is done once more. */
  | { do: 'wait'; element: string }
  | { do: 'message'; name: string; key?: number }
  | { do: 'signal'; name: string };

/** A way through: what happens, and every completion of an element that comes of it, in any order. */
export interface Way {
  steps: Step[];
  done: string[];
}

/** What a way knows: the choices it makes, and what the process counts. */
export interface Walker {
  /** The variable that choices look at. */
  pick: number;
  /** One of so many. */
  choose(of: number): number;
  counters: Map<string, number>;
}

interface Drawn {
  first: string;
  last: string;
  walk(walker: Walker): Way;
  /** Whether nothing in it waits for a date: those that may be broken off at any moment need no clock. */
  timeless?: boolean;
}

const NOTHING: Way = { steps: [], done: [] };
const both = (a: Way, b: Way): Way => ({ steps: [...a.steps, ...b.steps], done: [...a.done, ...b.done] });
const inOrder = (ways: Way[]): Way => ways.reduce(both, NOTHING);
const doing = (steps: Step[], ...done: string[]): Way => ({ steps, done });

/** Some order that keeps each way's own. */
function sideBySide(ways: Way[], { choose }: Walker): Way {
  const left = ways.map(({ steps }) => [...steps]).filter((steps) => steps.length > 0);
  const steps: Step[] = [];
  while (left.length > 0) {
    const at = choose(left.length);
    const one = left[at] as Step[];
    steps.push(one.shift() as Step);
    if (one.length === 0) left.splice(at, 1);
  }
  return { steps, done: ways.flatMap(({ done }) => done) };
}

class Drawing {
  readonly elements: Element[] = [];
  readonly flows: Flow[] = [];
  readonly called: Definition[] = [];
  private readonly prefix: string;
  private count = 0;

  constructor(prefix = '') {
    this.prefix = prefix;
  }

  id(kind: string): string {
    this.count += 1;
    return `${this.prefix}${kind}${this.count}`;
  }

  put(element: Record<string, unknown> & { type: string; id: string }, parent: string | undefined): string {
    this.elements.push({ ...element, ...(parent === undefined ? {} : { parent }) } as Element);
    return element.id;
  }

  flow(from: string, to: string, more: Partial<Flow> = {}): void {
    this.flows.push({ id: this.id('f'), from, to, ...more });
  }

  /** Draws a block between where it begins and ends. */
  draw(block: Block, parent?: string): Drawn {
    const { kind } = block;
    switch (kind) {
      case 'task': {
        const outcomes = Array.from({ length: block.outcomes }, (_, i) => ({ id: `o${i}`, label: `o${i}` }));
        return this.one(
          {
            type: 'userTask',
            id: this.id('t'),
            roles: block.roles,
            term: { amount: block.days, unit: 'workingDays' },
            ...(outcomes.length > 0 ? { outcomes } : {}),
          },
          parent,
          (id, { choose }) => [
            {
              do: 'task',
              element: id,
              ...(outcomes.length > 0 ? { outcome: `o${choose(outcomes.length)}` } : {}),
            },
          ],
        );
      }
      case 'perPerson':
        return this.one(
          {
            type: 'userTask',
            id: this.id('p'),
            roles: ['initiator', 'volunteer'],
            perPerson: true,
            term: { amount: block.days, unit: 'workingDays' },
          },
          parent,
          (id) => Array.from({ length: 3 }, () => ({ do: 'task', element: id })),
        );
      case 'agree': {
        const id = this.put(
          { type: 'agreement', id: this.id('a'), roles: ['supporter'], confirmRoles: ['initiator'] },
          parent,
        );
        const confirm = `${id}.confirm`;
        const steps: Step[] = [
          { do: 'task', element: id },
          { do: 'task', element: confirm, outcome: 'confirm' },
        ];
        return { first: id, last: id, timeless: true, walk: () => doing(steps, id, confirm) };
      }
      case 'job':
        return this.one({ type: 'serviceTask', id: this.id('j'), job: 'work', retries: 1 }, parent, (id) => [
          { do: 'job', element: id },
        ]);
      case 'wait': {
        const drawn = this.one(
          {
            type: 'intermediateCatchEvent',
            id: this.id('w'),
            triggers: { timer: { term: { amount: block.days, unit: 'days' } } },
          },
          parent,
          (id) => [{ do: 'wait', element: id }],
        );
        return { ...drawn, timeless: false };
      }
      case 'message':
        return this.one(
          {
            type: 'sendTask',
            id: this.id('m'),
            to: ['initiator'],
            text: { subject: 'Nieuws', body: 'Er is nieuws.' },
            kind: 'news',
          },
          parent,
          () => [],
        );
      case 'receive': {
        const id = this.id('r');
        const name = `message ${id}`;
        return this.one(
          { type: 'receiveTask', id, message: { name, ...(block.keyed ? { key: 'pick' } : {}) } },
          parent,
          (_, { pick }) => [{ do: 'message', name, ...(block.keyed ? { key: pick } : {}) }],
        );
      }
      case 'signal': {
        const id = this.id('c');
        return this.one(
          { type: 'intermediateCatchEvent', id, triggers: { signal: `signal ${id}` } },
          parent,
          () => [{ do: 'signal', name: `signal ${id}` }],
        );
      }
      case 'rule':
        return this.one({ type: 'businessRuleTask', id: this.id('d'), decision: 'size' }, parent, () => []);
      case 'manual':
        return this.one({ type: 'manualTask', id: this.id('h') }, parent, () => []);
      case 'link': {
        const link = this.id('link');
        const to = this.put({ type: 'intermediateThrowEvent', id: this.id('k'), throws: { link } }, parent);
        const from = this.put(
          { type: 'intermediateCatchEvent', id: this.id('k'), triggers: { link } },
          parent,
        );
        return { first: to, last: from, timeless: true, walk: () => doing([], to, from) };
      }
      case 'many':
        return this.many(block.of, block.repeated, parent);
      case 'again': {
        const counter = this.id('passes');
        const id = this.put(
          {
            type: 'scriptTask',
            id: this.id('n'),
            set: [{ variable: counter, value: `if ${counter} = null then 1 else ${counter} + 1` }],
            again: {
              condition: `(if ${counter} = null then 0 else ${counter}) < ${block.times}`,
              before: block.before,
            },
          },
          parent,
        );
        return {
          first: id,
          last: id,
          timeless: true,
          walk: ({ counters }) => {
            // Counted from where an earlier visit stopped.
            let passes = 0;
            let count = counters.get(counter) ?? 0;
            if (!block.before || count < block.times) {
              do {
                passes += 1;
                count += 1;
              } while (count < block.times);
            }
            counters.set(counter, count);
            return doing([], ...Array<string>(passes).fill(id), id);
          },
        };
      }
      case 'race': {
        const gate = this.put({ type: 'eventBasedGateway', id: this.id('g') }, parent);
        const merge = this.put({ type: 'exclusiveGateway', id: this.id('g') }, parent);
        const a = this.id('c');
        const b = this.id('r');
        this.put(
          { type: 'intermediateCatchEvent', id: a, triggers: { message: { name: `message ${a}` } } },
          parent,
        );
        this.put({ type: 'receiveTask', id: b, message: { name: `message ${b}` } }, parent);
        for (const one of [a, b]) {
          this.flow(gate, one);
          this.flow(one, merge);
        }
        return {
          first: gate,
          last: merge,
          timeless: true,
          walk: ({ choose }) => {
            const winner = [a, b][choose(2)] as string;
            return doing([{ do: 'message', name: `message ${winner}` }], gate, winner, merge);
          },
        };
      }
      case 'anyOrder': {
        const sub = this.put(
          {
            type: 'subProcess',
            id: this.id('u'),
            adHoc: { ...(block.sequential ? { sequential: true } : {}) },
          },
          parent,
        );
        const tasks = Array.from({ length: block.tasks }, () =>
          this.put({ type: 'userTask', id: this.id('t'), roles: ['supporter'] }, sub),
        );
        return {
          first: sub,
          last: sub,
          timeless: true,
          walk: (walker) => {
            const each = tasks.map((id) => doing([{ do: 'task', element: id }], id));
            return both(sideBySide(each, walker), doing([], sub));
          },
        };
      }
      case 'undo':
        return this.undo(block.steps, block.handlers, parent);
      case 'deal':
        return this.deal(block.cancelled, parent);
      case 'sequence': {
        const drawn = block.blocks.map((b) => this.draw(b, parent));
        for (const [i, next] of drawn.slice(1).entries()) this.flow((drawn[i] as Drawn).last, next.first);
        return {
          first: (drawn[0] as Drawn).first,
          last: (drawn.at(-1) as Drawn).last,
          timeless: drawn.every((one) => one.timeless),
          walk: (walker) => inOrder(drawn.map((one) => one.walk(walker))),
        };
      }
      case 'choice':
        return this.between(
          'exclusiveGateway',
          block.blocks,
          parent,
          (i, n) => (i === n - 1 ? { default: true } : { condition: `pick = ${i}` }),
          ({ pick }, n) => [pick < n - 1 ? pick : n - 1],
        );
      case 'parallel':
        return this.between(
          'parallelGateway',
          block.blocks,
          parent,
          () => ({}),
          (_, n) => Array.from({ length: n }, (_unused, i) => i),
        );
      case 'inclusive':
        return this.between(
          'inclusiveGateway',
          block.blocks,
          parent,
          (i, n) => (i === n - 1 ? { default: true } : { condition: `pick >= ${i}` }),
          ({ pick }, n) => Array.from({ length: n - 1 }, (_unused, i) => i).filter((i) => pick >= i),
        );
      case 'loop':
        return this.loop(block.block, block.max, parent);
      case 'sub': {
        const { sub, walk, timeless } = this.part(block.block, parent);
        const exit = this.put({ type: 'exclusiveGateway', id: this.id('x') }, parent);
        this.flow(sub, exit);
        if (block.timer !== undefined) {
          const b = this.put(
            {
              type: 'boundaryEvent',
              id: this.id('b'),
              attachedTo: sub,
              interrupting: block.interrupting,
              triggers: { timer: { term: { amount: block.timer, unit: 'workingDays' } } },
            },
            parent,
          );
          if (block.interrupting) this.flow(b, exit);
          else this.flow(b, this.put({ type: 'endEvent', id: this.id('e'), end: 'none' }, parent));
        }
        // What a date may break off has no way that is known without a clock.
        const isTimed = block.timer !== undefined;
        return {
          first: sub,
          last: exit,
          timeless: timeless && !isTimed,
          walk: (walker) => both(walk(walker), doing([], sub, exit)),
        };
      }
      case 'watched':
        return this.watched(block, parent);
      case 'failing':
        return this.failing(block.block, block.at, parent);
      case 'own': {
        const { sub, walk, timeless } = this.part(block.block, parent, {
          inputMapping: [{ variable: 'inside', value: 'pick + 1' }],
          outputMapping: [{ variable: 'outside', value: 'inside' }],
        });
        return { first: sub, last: sub, timeless, walk: (walker) => both(walk(walker), doing([], sub)) };
      }
      case 'call': {
        const id = this.id('call');
        const inner = new Drawing(`${id}_`);
        const { definition, walk, timeless } = inner.whole(block.block, id);
        this.called.push(definition, ...inner.called);
        this.put({ type: 'callActivity', id, process: id, binding: 'latest' }, parent);
        return {
          first: id,
          last: id,
          timeless,
          walk: (walker) => both(walk({ ...walker, counters: new Map() }), doing([], id)),
        };
      }
    }
  }

  /** One element with what has to happen for it. */
  private one(
    element: Record<string, unknown> & { type: string; id: string },
    parent: string | undefined,
    steps: (id: string, walker: Walker) => Step[],
  ): Drawn {
    const id = this.put(element, parent);
    return { first: id, last: id, timeless: true, walk: (walker) => doing(steps(id, walker), id) };
  }

  /** A part with a start and an end of its own. */
  private part(block: Block, parent: string | undefined, more: Record<string, unknown> = {}) {
    const sub = this.put({ type: 'subProcess', id: this.id('u'), ...more }, parent);
    const start = this.put({ type: 'startEvent', id: this.id('s') }, sub);
    const inner = this.draw(block, sub);
    const end = this.put({ type: 'endEvent', id: this.id('e'), end: 'none' }, sub);
    this.flow(start, inner.first);
    this.flow(inner.last, end);
    return {
      sub,
      start,
      end,
      timeless: inner.timeless ?? false,
      walk: (walker: Walker): Way => both(doing([], start), both(inner.walk(walker), doing([], end))),
    };
  }

  private between(
    type: string,
    inner: Block[],
    parent: string | undefined,
    more: (i: number, n: number) => Partial<Flow>,
    taken: (walker: Walker, n: number) => number[],
  ): Drawn {
    const split = this.put({ type, id: this.id('g') }, parent);
    const join = this.put({ type, id: this.id('g') }, parent);
    const drawn = inner.map((b, i) => {
      const one = this.draw(b, parent);
      this.flow(split, one.first, more(i, inner.length));
      this.flow(one.last, join);
      return one;
    });
    return {
      first: split,
      last: join,
      timeless: drawn.every((one) => one.timeless),
      walk: (walker) => {
        const ways = taken(walker, inner.length).map((i) => (drawn[i] as Drawn).walk(walker));
        return both(doing([], split), both(sideBySide(ways, walker), doing([], join)));
      },
    };
  }

  private loop(block: Block, max: number, parent: string | undefined): Drawn {
    const inner = this.draw(block, parent);
    const enter = this.put({ type: 'exclusiveGateway', id: this.id('g') }, parent);
    const counter = this.id('count');
    const gate = this.put({ type: 'exclusiveGateway', id: this.id('l'), loop: { counter, max } }, parent);
    const exit = this.put({ type: 'scriptTask', id: this.id('s') }, parent);
    this.flow(enter, inner.first);
    this.flow(inner.last, gate);
    this.flow(gate, enter, { condition: 'true' });
    this.flow(gate, exit, { default: true });
    return {
      first: enter,
      last: exit,
      timeless: inner.timeless ?? false,
      walk: (walker) => {
        const ways: Way[] = [];
        for (;;) {
          ways.push(doing([], enter), inner.walk(walker), doing([], gate));
          const count = (walker.counters.get(counter) ?? 0) + 1;
          walker.counters.set(counter, count);
          if (count > max) break;
        }
        return both(inOrder(ways), doing([], exit));
      },
    };
  }

  private many(of: 'task' | 'part' | 'job', { sequential, count, enough }: Repeated, parent?: string): Drawn {
    const many = {
      count,
      ...(sequential ? { sequential } : {}),
      ...(enough === undefined ? {} : { completion: `nrOfCompletedInstances >= ${enough}` }),
      output: { variable: this.id('list'), value: 'loopCounter' },
    };
    const id = this.id('many');
    if (of === 'task') this.put({ type: 'userTask', id, roles: ['supporter'], many }, parent);
    else if (of === 'job') this.put({ type: 'serviceTask', id, job: 'work', retries: 1, many }, parent);
    else this.put({ type: 'subProcess', id, many }, parent);
    const task =
      of === 'part' ? this.put({ type: 'userTask', id: this.id('t'), roles: ['initiator'] }, id) : id;
    const passes = Math.min(count, enough ?? count);
    const step: Step = of === 'job' ? { do: 'job', element: id } : { do: 'task', element: task };
    return {
      first: id,
      last: id,
      timeless: true,
      walk: () => {
        const each = doing([step], ...(of === 'part' ? [task] : []), id);
        return both(inOrder(Array.from({ length: passes }, () => each)), doing([], id));
      },
    };
  }

  /** Steps that can be undone, then all of it undone, the last first. */
  private undo(steps: number, handlers: 'task' | 'script', parent: string | undefined): Drawn {
    const { sub, start, end } = this.emptyPart(parent);
    const made = Array.from({ length: steps }, () => {
      const id = this.put({ type: 'manualTask', id: this.id('h') }, sub);
      const handler = this.put(
        handlers === 'task'
          ? { type: 'userTask', id: this.id('z'), roles: ['supporter'], forCompensation: true }
          : { type: 'scriptTask', id: this.id('z'), forCompensation: true },
        sub,
      );
      this.put(
        {
          type: 'boundaryEvent',
          id: this.id('b'),
          interrupting: true,
          attachedTo: id,
          triggers: { compensation: true },
          handler,
        },
        sub,
      );
      return { id, handler };
    });
    const off = this.put(
      { type: 'intermediateThrowEvent', id: this.id('o'), throws: { compensation: {} } },
      sub,
    );
    const line = [start, ...made.map(({ id }) => id), off, end];
    for (const [i, next] of line.slice(1).entries()) this.flow(line[i] as string, next);
    const undoing = [...made].reverse().map(({ handler }): Step => ({ do: 'task', element: handler }));
    return {
      first: sub,
      last: sub,
      timeless: true,
      walk: () =>
        doing(handlers === 'task' ? undoing : [], ...line, ...made.map(({ handler }) => handler), sub),
    };
  }

  private emptyPart(parent: string | undefined, more: Record<string, unknown> = {}) {
    const sub = this.put({ type: 'subProcess', id: this.id('u'), ...more }, parent);
    const start = this.put({ type: 'startEvent', id: this.id('s') }, sub);
    const end = this.put({ type: 'endEvent', id: this.id('e'), end: 'none' }, sub);
    return { sub, start, end };
  }

  /** A transaction that is kept or cancelled. */
  private deal(cancelled: boolean, parent: string | undefined): Drawn {
    const { sub, start, end } = this.emptyPart(parent, { transaction: true });
    const step = this.put({ type: 'manualTask', id: this.id('h') }, sub);
    const handler = this.put({ type: 'scriptTask', id: this.id('z'), forCompensation: true }, sub);
    this.put(
      {
        type: 'boundaryEvent',
        id: this.id('b'),
        interrupting: true,
        attachedTo: step,
        triggers: { compensation: true },
        handler,
      },
      sub,
    );
    const sign = this.put(
      {
        type: 'userTask',
        id: this.id('t'),
        roles: ['initiator'],
        outcomes: [
          { id: 'o0', label: 'o0' },
          { id: 'o1', label: 'o1' },
        ],
      },
      sub,
    );
    const cancel = this.put({ type: 'endEvent', id: this.id('e'), end: 'cancel' }, sub);
    const exit = this.put(
      {
        type: 'boundaryEvent',
        id: this.id('b'),
        interrupting: true,
        attachedTo: sub,
        triggers: { cancel: true },
      },
      parent,
    );
    const merge = this.put({ type: 'exclusiveGateway', id: this.id('g') }, parent);
    this.flow(start, step);
    this.flow(step, sign);
    this.flow(sign, end, { outcome: 'o0' });
    this.flow(sign, cancel, { outcome: 'o1' });
    this.flow(sub, merge);
    this.flow(exit, merge);
    return {
      first: sub,
      last: merge,
      timeless: true,
      walk: () =>
        cancelled
          ? doing([{ do: 'task', element: sign, outcome: 'o1' }], start, step, sign, handler, exit, merge)
          : doing([{ do: 'task', element: sign, outcome: 'o0' }], start, step, sign, end, sub, merge),
    };
  }

  /** A part watched from its border: what comes ends it, or runs beside it. */
  private watched(
    { block, by, interrupting, comes }: Extract<Block, { kind: 'watched' }>,
    parent: string | undefined,
  ): Drawn {
    const { sub, walk, timeless } = this.part(block, parent);
    const hold = this.put({ type: 'userTask', id: this.id('t'), roles: ['supporter'], parent: sub }, sub);
    const b = this.id('b');
    const name = `${by} ${b}`;
    this.put(
      {
        type: 'boundaryEvent',
        id: b,
        attachedTo: sub,
        interrupting,
        triggers: by === 'message' ? { message: { name } } : { signal: name },
      },
      parent,
    );
    // The part begins with a task, so that there is a moment at which it can be watched.
    const start = this.elements.find(
      ({ type, parent: of }) => type === 'startEvent' && of === sub,
    ) as Element;
    const first = this.flows.find(({ from }) => from === start.id) as Flow;
    const { to } = first;
    first.to = hold;
    this.flow(hold, to);
    const merge = this.put({ type: 'exclusiveGateway', id: this.id('g') }, parent);
    this.flow(sub, merge);
    const beside = interrupting
      ? undefined
      : this.put({ type: 'endEvent', id: this.id('e'), end: 'none' }, parent);
    this.flow(b, beside ?? merge);
    const arrives: Step = by === 'message' ? { do: 'message', name } : { do: 'signal', name };
    const goesOn: Step = { do: 'task', element: hold };
    return {
      first: sub,
      last: merge,
      timeless,
      walk: (walker) => {
        const inner = walk(walker);
        const all = both(doing([goesOn], hold), both(inner, doing([], sub, merge)));
        if (!comes) return all;
        if (interrupting) return doing([arrives], start.id, b, merge);
        return both(doing([arrives], b, beside as string), all);
      },
    };
  }

  /** A part that ends in an error, caught at its border or by an event sub-process inside it. */
  private failing(block: Block, at: 'border' | 'beside', parent: string | undefined): Drawn {
    const { sub, walk, end, timeless } = this.part(block, parent);
    const error = this.elements.find(({ id }) => id === end) as Extract<Element, { type: 'endEvent' }>;
    error.end = 'error';
    error.code = 'wrong';
    const merge = this.put({ type: 'exclusiveGateway', id: this.id('g') }, parent);
    this.flow(sub, merge);
    if (at === 'border') {
      const b = this.put(
        {
          type: 'boundaryEvent',
          id: this.id('b'),
          interrupting: true,
          attachedTo: sub,
          triggers: { error: '' },
        },
        parent,
      );
      this.flow(b, merge);
      return {
        first: sub,
        last: merge,
        timeless,
        // The end that throws is broken off with its part.
        walk: (walker) => {
          const inner = walk(walker);
          return { steps: inner.steps, done: [...without(inner.done, end), b, merge] };
        },
      };
    }
    const event = this.put({ type: 'subProcess', id: this.id('v'), event: true }, sub);
    const caught = this.put({ type: 'startEvent', id: this.id('s'), triggers: { error: 'wrong' } }, event);
    const mend = this.put({ type: 'scriptTask', id: this.id('s') }, event);
    this.flow(caught, mend);
    return {
      first: sub,
      last: merge,
      timeless,
      walk: (walker) => {
        const inner = walk(walker);
        return { steps: inner.steps, done: [...without(inner.done, end), caught, mend, event, sub, merge] };
      },
    };
  }

  /** The whole process that a block makes. */
  whole(block: Block, id: string): { definition: Definition; walk: Drawn['walk']; timeless: boolean } {
    const start = this.put({ type: 'startEvent', id: `${this.prefix}start` }, undefined);
    const inner = this.draw(block);
    const end = this.put(
      { type: 'endEvent', id: `${this.prefix}end`, end: 'none', outcome: 'done' },
      undefined,
    );
    this.flow(start, inner.first);
    this.flow(inner.last, end);
    const definition: Definition = {
      v: 1,
      id,
      name: id,
      roles: [
        { id: 'initiator', name: 'Initiator', side: 'initiator' },
        { id: 'supporter', name: 'Supporter', side: 'us' },
        { id: 'coordinator', name: 'Coordinator', side: 'us' },
        { id: 'manager', name: 'Manager', side: 'us' },
        { id: 'partner', name: 'Partner', side: 'partner' },
        { id: 'volunteer', name: 'Volunteer', side: 'volunteer', many: true },
      ],
      elements: this.elements,
      flows: this.flows,
      forms: [],
      ladders: [],
      texts: {},
      // What is called sees the choices around it.
      variables: this.prefix === '' ? { pick: 0 } : {},
      decisions: [
        {
          id: 'size',
          hitPolicy: 'first',
          inputs: [{ value: 'pick' }],
          outputs: [{ name: 'size' }],
          rules: [
            { when: ['< 1'], gives: ['"small"'] },
            { when: ['-'], gives: ['"large"'] },
          ],
        },
      ],
    };
    return {
      definition,
      timeless: inner.timeless ?? false,
      walk: (walker) => both(doing([], start), both(inner.walk(walker), doing([], end))),
    };
  }
}

function without(list: string[], one: string): string[] {
  const at = list.lastIndexOf(one);
  return at < 0 ? list : [...list.slice(0, at), ...list.slice(at + 1)];
}

export interface RandomProcess {
  definition: Definition;
  /** The processes it calls, and those they call. */
  called: Definition[];
  walk(walker: Walker): Way;
}

/** The process that a tree of blocks draws, with a way through it. */
export function processOf(block: Block): RandomProcess {
  const drawing = new Drawing();
  const { definition, walk } = drawing.whole(block, 'Random');
  return { definition, called: drawing.called, walk };
}

/** Whether dates may break something off: then the way through is not known beforehand. */
export function hasTimedBorder(block: Block): boolean {
  if (block.kind === 'sub' && block.timer !== undefined) return true;
  if ('block' in block) return hasTimedBorder(block.block);
  return 'blocks' in block && block.blocks.some(hasTimedBorder);
}

export const definitionOf = (block: Block): Definition => processOf(block).definition;
