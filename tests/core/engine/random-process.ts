// Makes random processes from blocks that fit together, so that each has a way to its end.
import fc from 'fast-check';
import type { Definition, Element, Flow } from '../../../contract/index.ts';

export type Block =
  | { kind: 'task'; roles: string[]; outcomes: number; ladder?: string; days: number }
  | { kind: 'agree' }
  | { kind: 'job' }
  | { kind: 'wait'; days: number }
  | { kind: 'message' }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'choice'; blocks: Block[] }
  | { kind: 'parallel'; blocks: Block[] }
  | { kind: 'inclusive'; blocks: Block[] }
  | { kind: 'loop'; block: Block; max: number }
  | { kind: 'sub'; block: Block; timer?: number; interrupting: boolean }
  | { kind: 'perPerson'; days: number };

const days = fc.integer({ min: 1, max: 12 });
const leaf: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('task' as const),
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
  fc.record({ kind: fc.constant('job' as const) }),
  fc.record({ kind: fc.constant('wait' as const), days }),
  fc.record({ kind: fc.constant('message' as const) }),
  fc.record({ kind: fc.constant('agree' as const) }),
  fc.record({ kind: fc.constant('perPerson' as const), days }),
);

/** A process as a tree of blocks. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constant('sequence' as const),
      blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('choice' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('parallel' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('inclusive' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('loop' as const),
      block: tie('block'),
      max: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      kind: fc.constant('sub' as const),
      block: tie('block'),
      timer: fc.option(days, { nil: undefined }),
      interrupting: fc.boolean(),
    }) as fc.Arbitrary<Block>,
  ),
})).block;

class Drawing {
  readonly elements: Element[] = [];
  readonly flows: Flow[] = [];
  private count = 0;

  id(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  put(element: Record<string, unknown> & { type: string; id: string }, parent: string | undefined): string {
    this.elements.push({ ...element, ...(parent === undefined ? {} : { parent }) } as Element);
    return element.id;
  }

  flow(from: string, to: string, more: Partial<Flow> = {}): void {
    this.flows.push({ id: this.id('f'), from, to, ...more });
  }

  /** Draws a block and returns where it begins and ends. */
  draw(block: Block, parent?: string): { first: string; last: string } {
    switch (block.kind) {
      case 'task': {
        const outcomes = Array.from({ length: block.outcomes }, (_, i) => ({ id: `o${i}`, label: `o${i}` }));
        const id = this.put(
          {
            type: 'userTask',
            id: this.id('t'),
            roles: block.roles,
            term: { amount: block.days, unit: 'workingDays' },
            ...(outcomes.length > 0 ? { outcomes } : {}),
          },
          parent,
        );
        return { first: id, last: id };
      }
      case 'perPerson': {
        const id = this.put(
          {
            type: 'userTask',
            id: this.id('p'),
            roles: ['initiator', 'volunteer'],
            perPerson: true,
            term: { amount: block.days, unit: 'workingDays' },
          },
          parent,
        );
        return { first: id, last: id };
      }
      case 'agree': {
        const id = this.put(
          { type: 'agreement', id: this.id('a'), roles: ['supporter'], confirmRoles: ['initiator'] },
          parent,
        );
        return { first: id, last: id };
      }
      case 'job': {
        const id = this.put({ type: 'serviceTask', id: this.id('j'), job: 'work', retries: 1 }, parent);
        return { first: id, last: id };
      }
      case 'wait': {
        const id = this.put(
          {
            type: 'intermediateCatchEvent',
            id: this.id('w'),
            triggers: { timer: { term: { amount: block.days, unit: 'days' } } },
          },
          parent,
        );
        return { first: id, last: id };
      }
      case 'message': {
        const id = this.put(
          {
            type: 'sendTask',
            id: this.id('m'),
            to: ['initiator'],
            text: { subject: 'Nieuws', body: 'Er is nieuws.' },
            kind: 'news',
          },
          parent,
        );
        return { first: id, last: id };
      }
      case 'sequence': {
        const drawn = block.blocks.map((b) => this.draw(b, parent));
        for (const [i, next] of drawn.slice(1).entries())
          this.flow((drawn[i] as { last: string }).last, next.first);
        return {
          first: (drawn[0] as { first: string }).first,
          last: (drawn.at(-1) as { last: string }).last,
        };
      }
      case 'choice':
        return this.between('exclusiveGateway', block.blocks, parent, (i, n) =>
          i === n - 1 ? { default: true } : { condition: `pick = ${i}` },
        );
      case 'parallel':
        return this.between('parallelGateway', block.blocks, parent, () => ({}));
      case 'inclusive':
        return this.between('inclusiveGateway', block.blocks, parent, (i, n) =>
          i === n - 1 ? { default: true } : { condition: `pick >= ${i}` },
        );
      case 'loop': {
        const inner = this.draw(block.block, parent);
        const enter = this.put({ type: 'exclusiveGateway', id: this.id('g') }, parent);
        const gate = this.put(
          { type: 'exclusiveGateway', id: this.id('l'), loop: { counter: this.id('count'), max: block.max } },
          parent,
        );
        const exit = this.put({ type: 'scriptTask', id: this.id('s') }, parent);
        this.flow(enter, inner.first);
        this.flow(inner.last, gate);
        this.flow(gate, enter, { condition: 'true' });
        this.flow(gate, exit, { default: true });
        return { first: enter, last: exit };
      }
      case 'sub': {
        const sub = this.put({ type: 'subProcess', id: this.id('u') }, parent);
        const start = this.put({ type: 'startEvent', id: this.id('s') }, sub);
        const inner = this.draw(block.block, sub);
        const end = this.put({ type: 'endEvent', id: this.id('e'), end: 'none' }, sub);
        this.flow(start, inner.first);
        this.flow(inner.last, end);
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
        return { first: sub, last: exit };
      }
    }
  }

  private between(
    type: string,
    inner: Block[],
    parent: string | undefined,
    more: (i: number, n: number) => Partial<Flow>,
  ): { first: string; last: string } {
    const split = this.put({ type, id: this.id('g') }, parent);
    const join = this.put({ type, id: this.id('g') }, parent);
    inner.forEach((b, i) => {
      const drawn = this.draw(b, parent);
      this.flow(split, drawn.first, more(i, inner.length));
      this.flow(drawn.last, join);
    });
    return { first: split, last: join };
  }
}

/** The definition that a tree of blocks draws. */
export function definitionOf(block: Block): Definition {
  const d = new Drawing();
  const start = d.put({ type: 'startEvent', id: 'start' }, undefined);
  const inner = d.draw(block);
  const end = d.put({ type: 'endEvent', id: 'end', end: 'none', outcome: 'done' }, undefined);
  d.flow(start, inner.first);
  d.flow(inner.last, end);
  return {
    v: 1,
    id: 'Random',
    name: 'Random',
    roles: [
      { id: 'initiator', name: 'Initiator', side: 'initiator' },
      { id: 'supporter', name: 'Supporter', side: 'us' },
      { id: 'coordinator', name: 'Coordinator', side: 'us' },
      { id: 'manager', name: 'Manager', side: 'us' },
      { id: 'partner', name: 'Partner', side: 'partner' },
      { id: 'volunteer', name: 'Volunteer', side: 'volunteer', many: true },
    ],
    elements: d.elements,
    flows: d.flows,
    forms: [],
    ladders: [],
    texts: {},
    variables: { pick: 0 },
  };
}
