/** What is other between two definitions: every edit shows up as exactly that, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { canonicalJson } from '../../../core/content-hash.ts';
import { type Change, difference, forPeople, type Part } from '../../../core/difference/index.ts';
import { type ActionId, BLOCK_IDS, copied, perform } from '../../../designer/actions/index.ts';
import { merge } from '../../../designer/processes/merge.ts';
import { definitions } from '../../bpmn/random-definition.ts';
import { drawing, short, template } from '../../designer/actions/drawings.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 60);
const line = ({ kind, id, how, parts, moved }: Change): string =>
  [
    `${how} ${kind} ${id}`,
    ...parts.flatMap(({ path, order }) => [
      ...(path.length ? [path.join('.')] : []),
      ...(order ? ['(order)'] : []),
    ]),
    ...(moved ? ['(moved)'] : []),
  ].join(' ');
const with1 = (definition: Definition, selected?: string) =>
  definition.flows.some(({ id }) => id === selected)
    ? { definition, selection: { elements: [], flows: [selected as string] } }
    : drawing(definition, selected);
const lines = (before: Definition, after: Definition): string[] => difference(before, after).map(line);

describe('one edit is one change', () => {
  const edits: [string, ActionId, unknown, Definition, string[], string?][] = [
    ['adding a block', 'add', { block: 'task', at: { x: 500, y: 500 } }, short, ['added element task']],
    ['moving', 'move', { by: { x: 40, y: 20 } }, short, ['moved element call'], 'call'],
    [
      'another name',
      'changeElement',
      { id: 'call', change: { name: 'Ring' } },
      short,
      ['changed element call name'],
    ],
    [
      'another term',
      'changeElement',
      { id: 'call', change: { term: { amount: 3, unit: 'workingDays' } } },
      short,
      ['changed element call term'],
    ],
    [
      'another owner',
      'changeElement',
      { id: 'call', change: { roles: ['initiator'] } },
      short,
      ['changed element call roles'],
    ],
    [
      'words on an arrow',
      'changeFlow',
      { id: 'call-end', change: { label: 'Then' } },
      short,
      ['changed flow call-end label'],
    ],
    [
      'leading elsewhere',
      'reconnect',
      { flow: 'start-call', to: 'end' },
      short,
      ['changed flow start-call to'],
      'start-call',
    ],
    [
      'a role',
      'changeRole',
      { id: 'coordinator', name: 'Guide', side: 'us' },
      short,
      ['changed role coordinator name'],
    ],
    ['a new role', 'changeRole', { id: 'cook', name: 'Cook', side: 'partner' }, short, ['added role cook']],
    ['the name of the process', 'changeProcess', { name: 'Shorter' }, short, ['changed process name']],
    [
      'a form for a task',
      'changeForm',
      { form: { id: 'f', name: 'F', fields: [] }, usedBy: 'call' },
      short,
      ['changed element call form', 'added form f'],
    ],
    [
      'removing',
      'remove',
      undefined,
      short,
      ['removed element call', 'changed flow start-call to', 'removed flow call-end'],
      'call',
    ],
  ];

  it.each(edits)('%s', (_name, action, input, before, expected, selected) => {
    const { definition } = perform(with1(before, selected), action, input as never);

    expect(lines(before, definition)).toEqual(expected);
  });

  it('a copy is added, and changes nothing of what it was copied from', () => {
    const before = template('T2');
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const id = before.elements[n % before.elements.length]?.id;
        const now = drawing(before, id);
        fc.pre(copied(now) !== undefined);
        const after = perform(now, 'duplicate', undefined).definition;

        expect(lines(before, after).filter((one) => /^(changed|removed)/.test(one))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('of every block that is added after something, what came is told as added, and nothing as gone', () => {
    const ids = ({ elements, flows }: Definition) => [...elements, ...flows].map(({ id }) => id);
    for (const block of BLOCK_IDS) {
      const after = perform(drawing(short, 'call'), 'append', { block, after: 'call' }).definition;
      const changes = difference(short, after);
      const told = changes.filter(
        ({ kind, how }) => how === 'added' && (kind === 'element' || kind === 'flow'),
      );

      expect(told.map(({ id }) => id).sort()).toEqual(
        ids(after)
          .filter((id) => !ids(short).includes(id))
          .sort(),
      );
      expect(changes.filter(({ how }) => how === 'removed')).toEqual([]);
    }
  });
});

describe('what is inside', () => {
  const asked: Definition = {
    ...short,
    forms: [
      {
        id: 'f',
        name: 'Questions',
        fields: [
          { key: 'why', type: 'text', label: 'Why?' },
          { key: 'when', type: 'date', label: 'When?' },
        ],
      },
    ],
    ladders: [
      {
        id: 'OWN',
        name: 'Ours',
        rungs: [{ id: '+1', amount: 1, unit: 'workingDays', acts: [{ act: 'offer', to: 'backup' }] }],
      },
    ],
    texts: { hello: { subject: 'Hello', body: 'Dear {name}' } },
  };

  it('names the question, the rung and the text that is other', () => {
    const after = structuredClone(asked);
    (after.forms[0]?.fields[0] as { label: string }).label = 'What for?';
    (after.ladders[0]?.rungs[0] as { amount: number }).amount = 2;
    after.texts.hello = { subject: 'Hello', body: { nl: 'Dag {name}', en: 'Hi {name}' } };

    expect(lines(asked, after)).toEqual([
      'changed form f fields.why.label',
      'changed ladder OWN rungs.+1.amount',
      'changed text hello body',
    ]);
  });

  it('tells another order of questions, and of the ways out of a decision, and of nothing else', () => {
    const after = structuredClone(asked);
    after.forms[0]?.fields.reverse();
    after.elements.reverse();
    after.flows.reverse();

    expect(lines(asked, after)).toEqual(['changed form f fields (order)']);

    const decided: Definition = {
      ...short,
      elements: [...short.elements, { id: 'if', type: 'exclusiveGateway' }],
      flows: [
        ...short.flows,
        { id: 'a', from: 'if', to: 'call', condition: 'x > 1' },
        { id: 'b', from: 'if', to: 'end', condition: 'x > 0' },
      ],
    };
    expect(lines(decided, { ...decided, flows: decided.flows.toReversed() })).toEqual([
      'changed element if flows (order)',
    ]);
  });

  it('says from what to what', () => {
    const before = perform(drawing(), 'changeElement', {
      id: 'call',
      change: { term: { amount: 2, unit: 'workingDays' } },
    }).definition;
    const after = perform(drawing(before), 'changeElement', {
      id: 'call',
      change: { term: { amount: 3, unit: 'workingDays' } },
    }).definition;

    expect(difference(before, after)[0]?.parts).toEqual([
      { path: ['term'], from: { amount: 2, unit: 'workingDays' }, to: { amount: 3, unit: 'workingDays' } },
    ]);
  });
});

describe('for people', () => {
  it('tells whom it touches and in what; what only moved touches nobody', () => {
    const named = perform(drawing(), 'changeElement', {
      id: 'call',
      change: { term: { amount: 3, unit: 'workingDays' } },
    }).definition;
    const after = perform(drawing(named, 'end'), 'move', { by: { x: 100, y: 0 } }).definition;

    const touched = forPeople(short, after, difference(short, after));

    expect(touched.map(({ change, topics, roles }) => [change.id, topics, roles])).toEqual([
      ['call', ['term'], ['coordinator']],
    ]);
  });

  it('an owner who is replaced is told of as well as the one who comes', () => {
    const after = perform(drawing(), 'changeElement', {
      id: 'call',
      change: { roles: ['initiator'] },
    }).definition;

    expect(forPeople(short, after, difference(short, after))[0]).toMatchObject({
      topics: ['turn'],
      roles: ['coordinator', 'initiator'],
    });
  });

  it('who is reminded by a ladder that is the usual one notices its change', () => {
    const ladder = { id: 'ORG', name: 'Ours', rungs: [] };
    const before = { ...short, ladders: [ladder] };
    const after = { ...short, ladders: [{ ...ladder, contactAnswers: true }] };

    expect(forPeople(before, after, difference(before, after))[0]).toMatchObject({
      topics: ['reminders'],
      roles: ['coordinator'],
    });
  });
});

describe('always', () => {
  it('nothing is other between a thing and itself, or a copy of it', () => {
    fc.assert(
      fc.property(definitions, (one) => {
        expect(difference(one, one)).toEqual([]);
        expect(difference(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('the other way round, what came has gone and what changed changed back', () => {
    const back = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' };
    fc.assert(
      fc.property(definitions, definitions, (a, b) => {
        const there = difference(a, b).map(({ kind, id, how }) => `${kind} ${id} ${back[how]}`);
        const and = difference(b, a).map(({ kind, id, how }) => `${kind} ${id} ${how}`);

        expect(and.sort()).toEqual(there.sort());
      }),
      { numRuns: runs },
    );
  });

  it('what it tells, made to the one, gives the other', () => {
    fc.assert(
      fc.property(definitions, definitions, (a, b) => {
        expect(unordered(applied(a, b, difference(a, b)))).toBe(unordered(b));
      }),
      { numRuns: runs },
    );
  });

  it('putting two hands together that do not touch tells the changes of both', () => {
    const before = template('T1');
    const tasks = before.elements.filter(({ type }) => type === 'userTask').map(({ id }) => id);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (n, m) => {
        const [a, b] = [tasks[n % tasks.length], tasks[m % tasks.length]] as [string, string];
        fc.pre(a !== b);
        const named = (id: string) =>
          perform(drawing(before), 'changeElement', { id, change: { name: 'Other' } }).definition;
        const { definition, conflicts } = merge(before, named(a), named(b));

        expect(conflicts).toEqual([]);
        expect(new Set(lines(before, definition))).toEqual(
          new Set([...lines(before, named(a)), ...lines(before, named(b))]),
        );
      }),
      { numRuns: runs },
    );
  });
});

// A second, plain way of making what a difference tells; what came and moved is taken from the other as a whole.

type Json = Record<string, unknown>;
const LISTS = {
  element: 'elements',
  flow: 'flows',
  role: 'roles',
  form: 'forms',
  ladder: 'ladders',
  decision: 'decisions',
  artifact: 'artifacts',
} as const;
const PLACE = ['x', 'y', 'width', 'height', 'points', 'labelBy', 'collapsed', 'pinned'];

function applied(before: Definition, after: Definition, changes: Change[]): Json {
  const made = structuredClone(before) as unknown as Json;
  for (const { kind, id, how, parts, moved } of changes) {
    if (kind === 'process') {
      for (const part of parts) put(made, { ...part, path: [id, ...part.path] });
      continue;
    }
    if (kind === 'text') {
      const texts = made.texts as Json;
      if (how === 'removed') delete texts[id];
      else if (how === 'added') texts[id] = after.texts[id];
      else for (const part of parts) put(texts[id], part);
      continue;
    }
    const list = (made[LISTS[kind]] ?? []) as Json[];
    const theirs = ((after[LISTS[kind]] ?? []) as { id: string }[]).find((one) => one.id === id) as
      | Json
      | undefined;
    const mine = list.find((one) => one.id === id);
    if (how === 'removed') made[LISTS[kind]] = list.filter((one) => one.id !== id);
    else if (how === 'added') made[LISTS[kind]] = [...list, theirs];
    else if (mine && theirs) {
      for (const part of parts) if (!(part.order && part.path[0] === 'flows')) put(mine, part);
      if (how === 'moved' || moved)
        for (const key of PLACE) {
          if (theirs[key] === undefined) delete mine[key];
          else mine[key] = theirs[key];
        }
    }
  }
  return made;
}

function put(target: unknown, { path, to, order }: Part): void {
  if (order) return;
  const [key = '', ...rest] = path;
  if (Array.isArray(target)) {
    const at = target.findIndex((one) => (one.id ?? one.key) === key);
    if (rest.length > 0) put(target[at], { path: rest, to });
    else if (to === undefined) target.splice(at, 1);
    else if (at < 0) target.push(to);
    else target[at] = to;
    return;
  }
  const object = target as Json;
  if (rest.length > 0) put(object[key], { path: rest, to });
  else if (to === undefined) delete object[key];
  else object[key] = to;
}

/** Lists of named things by their names: in which order they stand is told apart. */
function unordered(value: unknown): string {
  return canonicalJson(
    JSON.parse(JSON.stringify(value), (key, one) => {
      // A list that may be left out says the same when nothing is in it.
      if ((key === 'decisions' || key === 'artifacts') && one.length === 0) return undefined;
      if (!Array.isArray(one)) return one;
      const named = one.every((item) => typeof (item?.id ?? item?.key) === 'string');
      return named && one.length > 0
        ? one.toSorted((a, b) => String(a.id ?? a.key).localeCompare(String(b.id ?? b.key)))
        : one;
    }),
  );
}
