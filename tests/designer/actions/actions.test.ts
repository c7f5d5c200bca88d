/** What each action does to a drawing. */
import { describe, expect, it } from 'vitest';
import { type Definition, parseDefinition } from '../../../contract/index.ts';
import { check } from '../../../core/check/index.ts';
import {
  BLOCK_IDS,
  blocks,
  copied,
  elementOf,
  mayConnect,
  neighbour,
  perform,
  readClip,
  sizeOf,
} from '../../../designer/actions/index.ts';
import { drawing, short, template } from './drawings.ts';

const arrows = ({ flows }: Definition) => flows.map(({ from, to }) => `${from}→${to}`).sort();

describe('append', () => {
  it('puts a block to the right, connected and selected', () => {
    const { definition, selection } = perform(drawing(short, 'call'), 'append', {
      block: 'meeting',
      after: 'call',
    });

    expect(selection.elements).toEqual(['meeting']);
    expect(arrows(definition)).toContain('call→meeting');
    expect(elementOf(definition, 'meeting')?.x).toBeGreaterThan(160 + 216);
  });

  it('stays in the part of the step it comes after, also when dropped above it', () => {
    const part = perform(
      perform(drawing(short), 'add', { block: 'part', at: { x: 700, y: 500 } }),
      'select',
      {
        elements: ['part.start'],
        flows: [],
      },
    );
    const { definition } = perform(part, 'append', {
      block: 'task',
      after: 'part.start',
      at: { x: 120, y: -300 },
    });

    const task = elementOf(definition, 'task');
    expect(task?.parent).toBe('part');
    // Beneath the name of the part.
    expect(task?.y).toBeGreaterThanOrEqual(56);
  });

  it('leaves the name under an event, and over a decision, to be read', () => {
    const name = 'Twintig werkdagen voor het einde van de ronde, of eerder';
    const named = perform(
      perform(drawing(short, 'call'), 'append', { block: 'wait', after: 'call' }),
      'changeElement',
      { id: 'wait', change: { name } },
    );
    const { definition } = perform({ ...named, selection: drawing(short, 'call').selection }, 'append', {
      block: 'wait',
      after: 'call',
    });
    const [first, second] = definition.elements.filter(({ type }) => type === 'intermediateCatchEvent');

    // Three lines of words.
    expect(second?.x).toBe(first?.x);
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThanOrEqual(40 + 3 * 16);
  });

  it('keeps clear of what stands there', () => {
    let now = drawing(short, 'call');
    for (let n = 0; n < 4; n += 1)
      now = {
        ...perform(now, 'append', { block: 'task', after: 'call' }),
        selection: drawing(short, 'call').selection,
      };
    const boxes = now.definition.elements.map((one) => ({
      id: one.id,
      x: one.x ?? 0,
      y: one.y ?? 0,
      ...sizeOf(one),
    }));

    const overlapping = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
        )
        .map((b) => [a.id, b.id]),
    );

    expect(overlapping).toEqual([]);
  });

  it('hangs on the first outcome that leads nowhere yet', () => {
    const chosen = perform(drawing(short, 'call'), 'append', { block: 'choose', after: 'call' });
    const first = perform(chosen, 'append', { block: 'end', after: 'choose' });
    const second = perform({ ...first, selection: chosen.selection }, 'append', {
      block: 'end',
      after: 'choose',
    });

    expect(
      second.definition.flows.filter(({ from }) => from === 'choose').map(({ outcome }) => outcome),
    ).toEqual(['go-on', 'stop']);
  });

  it('adds nothing after an end', () => {
    expect(perform(drawing(short, 'end'), 'append', { block: 'task', after: 'end' }).definition).toBe(short);
  });
});

describe('insert', () => {
  it('stands between, and what follows makes room', () => {
    const now = perform({ definition: short, selection: { elements: [], flows: ['call-end'] } }, 'insert', {
      block: 'task',
      flow: 'call-end',
    });

    expect(arrows(now.definition)).toEqual(['call→task', 'start→call', 'task→end']);
    expect(elementOf(now.definition, 'end')?.x).toBeGreaterThanOrEqual(
      (elementOf(now.definition, 'task')?.x ?? 0) + 216,
    );
  });

  it('leaves the outcome with the first half', () => {
    const definition: Definition = {
      ...short,
      elements: short.elements.map((one) =>
        one.type === 'userTask' ? { ...one, outcomes: [{ id: 'ok', label: 'OK' }] } : one,
      ),
      flows: short.flows.map((flow) => (flow.from === 'call' ? { ...flow, outcome: 'ok' } : flow)),
    };

    const now = perform({ definition, selection: { elements: [], flows: ['call-end'] } }, 'insert', {
      block: 'message',
      flow: 'call-end',
    });

    expect(now.definition.flows.find(({ from }) => from === 'call')?.outcome).toBe('ok');
    expect(now.definition.flows.find(({ from }) => from === 'message')?.outcome).toBeUndefined();
  });
});

describe('remove', () => {
  it('leads what came before to what came after', () => {
    const now = perform(drawing(short, 'call'), 'remove', undefined);

    expect(arrows(now.definition)).toEqual(['start→end']);
  });

  it('takes along what is inside and on the border', () => {
    const t2 = template('T2');

    const now = perform(drawing(t2, 'n4.round'), 'remove', undefined);

    const left = now.definition.elements.map(({ id }) => id);
    expect(left).not.toContain('n5');
    expect(left).not.toContain('n4.monthly');
    expect(arrows(now.definition)).toContain('n3→n8');
  });
});

describe('connect', () => {
  it.each([
    ['end', 'call'],
    ['call', 'start'],
    ['call', 'call'],
    ['start', 'call'],
  ])('refuses %s → %s with a reason in both languages', (from, to) => {
    const answer = mayConnect(short, from, to);

    expect(answer).toEqual({ ok: false, why: { nl: expect.any(String), en: expect.any(String) } });
  });

  it('does not cross the border of a part', () => {
    expect(mayConnect(template('T2'), 'n1', 'n5').ok).toBe(false);
  });

  it('gives up the condition when a flow leaves from elsewhere', () => {
    const definition: Definition = {
      ...short,
      elements: [...short.elements, { id: 'which', type: 'exclusiveGateway', x: 600, y: 100 }],
      flows: [...short.flows, { id: 'which-end', from: 'which', to: 'end', condition: 'a = 1' }],
    };

    const now = perform({ definition, selection: { elements: [], flows: ['which-end'] } }, 'reconnect', {
      flow: 'which-end',
      from: 'start',
    });

    expect(now.definition.flows.at(-1)).toEqual({ id: 'which-end', from: 'start', to: 'end' });
  });
});

describe('copy and paste', () => {
  it('brings forms, roles and contents to another process', () => {
    const clip = copied(drawing(template('T2'), 'n4.round'));
    if (!clip) throw new Error('nothing copied');
    const read = readClip(JSON.stringify(clip));
    if (!read) throw new Error('not readable');

    const { definition, selection } = perform(drawing(short), 'paste', { clip: read });

    expect(selection.elements).toEqual(['n4.round']);
    expect(definition.forms.map(({ id }) => id)).toContain('lookBack');
    expect(definition.roles.map(({ id }) => id)).toContain('supporter');
    expect(definition.elements.filter(({ parent }) => parent === 'n4.round')).toHaveLength(12);
    expect(parseDefinition(definition).ok).toBe(true);
  });

  it('lets copies count from copies and ask for the outcome of copies', () => {
    const definition: Definition = {
      ...short,
      elements: [
        { id: 'a', type: 'userTask', roles: ['coordinator'], outcomes: [{ id: 'x', label: 'x' }] },
        { id: 'g', type: 'exclusiveGateway' },
        {
          id: 'b',
          type: 'userTask',
          roles: ['coordinator'],
          term: { amount: 2, unit: 'days', from: { element: 'a', moment: 'completed' } },
        },
      ],
      flows: [
        { id: 'a-g', from: 'a', to: 'g' },
        { id: 'g-b', from: 'g', to: 'b', condition: 'a_outcome = "x"' },
      ],
    };
    const all = { definition, selection: { elements: ['a', 'g', 'b'], flows: [] } };

    const now = perform(all, 'duplicate', undefined);

    const b2 = elementOf(now.definition, 'b2');
    expect(b2).toMatchObject({ term: { from: { element: 'a2', moment: 'completed' } } });
    expect(now.definition.flows.find(({ to }) => to === 'b2')?.condition).toBe('a2_outcome = "x"');
  });

  it('pastes nothing that is something else', () => {
    expect(readClip('{"kind":"other"}')).toBeUndefined();
    expect(readClip('hello')).toBeUndefined();
  });
});

describe('borders and parts', () => {
  it('an event on the border goes along with its host', () => {
    const attached = perform(drawing(short, 'call'), 'attach', { host: 'call' });
    const event = attached.selection.elements[0] as string;
    const before = elementOf(attached.definition, event);

    const moved = perform({ ...attached, selection: drawing(short, 'call').selection }, 'move', {
      by: { x: 50, y: 20 },
    });

    expect(elementOf(moved.definition, event)).toMatchObject({
      x: (before?.x ?? 0) + 50,
      y: (before?.y ?? 0) + 20,
    });
  });

  it('what goes into a part stays where it is on paper, without flows over the border', () => {
    const withPart = perform(drawing(), 'add', { block: 'part', at: { x: 400, y: 500 } });
    const inside = perform(drawing(withPart.definition, 'call'), 'contain', { parent: 'part' });
    const back = perform(inside, 'contain', { parent: undefined });

    expect(arrows(inside.definition)).toEqual(['part.start→part.end']);
    expect(elementOf(back.definition, 'call')).toMatchObject({ x: 160, y: 100 });
  });

  it('a part does not go into itself', () => {
    const withPart = perform(drawing(), 'add', { block: 'part', at: { x: 400, y: 500 } });

    expect(perform(withPart, 'contain', { parent: 'part' }).definition).toBe(withPart.definition);
  });
});

it('arrow keys follow the flows', () => {
  expect(neighbour(short, 'start', 'right')).toBe('call');
  expect(neighbour(short, 'call', 'left')).toBe('start');
});

it.each(BLOCK_IDS)(
  'block %s is complete: it parses, has words in both languages and no shape that publishing refuses',
  (block) => {
    const now = perform(drawing(short, 'call'), 'append', { block, after: 'call' });
    const alone = perform(drawing(short), 'add', { block, at: { x: 300, y: 400 } });

    expect(parseDefinition(alone.definition).ok).toBe(true);
    expect(
      blocks[block].name.nl && blocks[block].name.en && blocks[block].hint.nl && blocks[block].hint.en,
    ).toBeTruthy();
    const serious = check(now.definition).filter(
      ({ severity, rule }) =>
        severity === 'error' &&
        ![
          'outcome-without-flow',
          'dead-end',
          'path-without-end',
          'default-flow',
          'missing-join',
          'loop-maximum',
        ].includes(rule),
    );
    expect(serious.map(({ rule, element }) => `${rule} ${element}`)).toEqual([]);
  },
);
