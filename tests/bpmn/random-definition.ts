// Random definitions of every element with every property, whose parts fit together as a drawing's do.
import fc from 'fast-check';
import {
  Artifact,
  Decision,
  type Definition,
  Element,
  Flow,
  Form,
  Ladder,
  parseDefinition,
  Role,
} from '../../contract/index.ts';
import { anyOf, type Special, text } from './random-shape.ts';

type Any = Record<string, unknown>;

const place = fc.integer({ min: -4000, max: 8000 }).map((n) => n / 8);
const size = fc.integer({ min: 8, max: 8000 }).map((n) => n / 8);
const id = fc.constantFrom('a', 'b', 'c');

const many = fc.oneof(
  fc.record(
    { items: text, sequential: fc.boolean(), item: text, completion: text },
    { requiredKeys: ['items'] },
  ),
  fc.record(
    { count: fc.oneof(fc.nat(9), text), output: fc.record({ variable: fc.constant('v'), value: text }) },
    { requiredKeys: ['count'] },
  ),
);

/** Places that a drawing can hold, and references that are set once everything has its id. */
const special: Special = {
  x: place,
  y: place,
  width: size,
  height: size,
  points: fc.array(fc.record({ x: place, y: place }), { maxLength: 3 }),
  many,
  bpmn: fc.constantFrom('complexGateway', 'choreographyTask', 'intermediateCatchEvent', 'strangeTask'),
  id,
};

const elements = fc.array(anyOf(Element, special) as fc.Arbitrary<Any>, { minLength: 1, maxLength: 9 });

export const definitions: fc.Arbitrary<Definition> = fc
  .record({
    elements,
    ways: fc.array(fc.tuple(fc.nat(40), fc.nat(40), anyOf(Flow, special) as fc.Arbitrary<Any>), {
      maxLength: 9,
    }),
    artifacts: fc.option(
      fc.array(fc.tuple(fc.nat(40), fc.nat(40), anyOf(Artifact, special) as fc.Arbitrary<Any>), {
        maxLength: 5,
      }),
      { nil: undefined },
    ),
    parents: fc.array(fc.nat(40), { minLength: 12, maxLength: 12 }),
    roles: fc.array(anyOf(Role) as fc.Arbitrary<Any>, { maxLength: 3 }),
    forms: fc.array(anyOf(Form) as fc.Arbitrary<Any>, { maxLength: 2 }),
    ladders: fc.array(anyOf(Ladder) as fc.Arbitrary<Any>, { maxLength: 1 }),
    decisions: fc.option(fc.array(anyOf(Decision) as fc.Arbitrary<Any>, { maxLength: 1 }), {
      nil: undefined,
    }),
    texts: fc.dictionary(fc.constantFrom('a', 'b'), fc.record({ subject: text, body: text })),
    variables: fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(text, fc.nat())),
    name: fc.oneof(text, fc.record({ nl: text, en: text })),
    summary: fc.option(text, { nil: undefined }),
    tag: fc.option(text, { nil: undefined }),
  })
  .map(fitted);

/** Gives everything an id of its own and makes what refers to something refer to something. */
function fitted({
  elements,
  ways,
  artifacts,
  parents,
  roles,
  forms,
  ladders,
  ...rest
}: {
  elements: Any[];
  ways: [number, number, Any][];
  artifacts: [number, number, Any][] | undefined;
  parents: number[];
  roles: Any[];
  forms: Any[];
  ladders: Any[];
} & Any): Definition {
  const named = elements.map((one, i): Any => ({ ...one, id: `e${i}` }));
  const drawn = named.map((one, i): Any => {
    const { parent: _parent, attachedTo: _attached, handler: _handler, ...own } = one;
    const parts = named.slice(0, i).filter(({ type }) => type === 'subProcess');
    const parent = parts[(parents[i] ?? 0) % (parts.length + 1)]?.id;
    return { ...own, ...(parent === undefined ? {} : { parent }) };
  });
  const activities = drawn.filter(({ type }) => ACTIVITIES.includes(String(type)));
  const standing = drawn.flatMap((one, i): Any[] => {
    if (one.type !== 'boundaryEvent') return [one];
    const hosts = activities.filter(({ parent, id }) => parent === one.parent && id !== one.id);
    const host = hosts[(parents[i] ?? 0) % Math.max(1, hosts.length)];
    if (!host) return [];
    const isUndoing = (one.triggers as Any).compensation === true && hosts.length > 1;
    return [
      {
        ...one,
        attachedTo: host.id,
        ...(isUndoing
          ? { handler: hosts.find((other) => other !== host && (other as Any).forCompensation === true)?.id }
          : {}),
      },
    ];
  });
  if (standing.length === 0) standing.push({ type: 'manualTask', id: 'e0' });
  const flows = ways.flatMap(([a, b, flow], i): Any[] => {
    const from = standing[a % standing.length];
    const siblings = standing.filter(({ parent }) => parent === from?.parent);
    const to = siblings[b % Math.max(1, siblings.length)];
    return from && to ? [{ ...flow, id: `f${i}`, from: from.id, to: to.id }] : [];
  });
  const beside = artifacts?.map(([a, b, one], i): Any => {
    const ids = standing.map(({ id }) => id);
    const { parent: _parent, ...own } = one;
    if (one.type === 'line')
      return { ...own, id: `a${i}`, kind: 'association', from: ids[a % ids.length], to: ids[b % ids.length] };
    return { ...own, id: `a${i}`, ...(one.type === 'lane' ? { elements: ids.slice(0, a % 3) } : {}) };
  });
  const parsed = parseDefinition({
    v: 1,
    id: 'P',
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    roles: roles.map((one, i) => ({ ...one, id: `r${i}` })),
    elements: standing,
    flows,
    forms: forms.map((one, i) => ({ ...one, id: `form${i}` })),
    ladders: ladders.map((one, i) => ({ ...one, id: `L${i}` })),
    ...(beside ? { artifacts: beside } : {}),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return JSON.parse(JSON.stringify(parsed.definition)) as Definition;
}

const ACTIVITIES = [
  'userTask',
  'agreement',
  'sendTask',
  'serviceTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'manualTask',
  'subProcess',
  'callActivity',
];
