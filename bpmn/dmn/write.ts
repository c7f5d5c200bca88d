// Decisions as a DMN 1.3 file: as they were kept while that still says the same, anew otherwise.
import type { Decision, Definition, Text } from '../../contract/index.ts';
import { isDeepEqual } from '../deep-equal.ts';
import { fragmentOf, prefixesOf } from '../kept/fragments.ts';
import { OWN } from '../namespaces.ts';
import { jsonForXml } from '../xml/characters.ts';
import {
  attribute,
  copyOf,
  elementsIn,
  isElement,
  element as made,
  setAttribute,
  type XmlElement,
} from '../xml/node.ts';
import { writeXml } from '../xml/write.ts';
import { DMN, DMN_DC, DMN_DI, DMNDI, isDmn } from './namespaces.ts';
import { readDmnTree } from './read.ts';

export function writeDmn(definition: Definition): string {
  const { id, name, decisions = [], kept = [] } = definition;
  const parts = new Map(
    kept.flatMap(({ at, xml }) => {
      const node = fragmentOf(xml);
      return node && isDmn(node.uri) ? [[at, node] as const] : [];
    }),
  );
  const file = parts.get('*');
  const root = file ? copyOf(file) : freshFile(definition);
  setAttribute(root, 'id', id);
  if (words(name) !== attribute(root, 'name')?.trim()) setAttribute(root, 'name', words(name));
  const uri = root.uri;
  const nodes = decisions.map((decision) => written(decision, parts.get(decision.id), uri));
  const at = root.children.findIndex((child) => isElement(child) && AFTER.has(child.local));
  root.children.splice(at < 0 ? root.children.length : at, 0, ...nodes);
  addOwn(root, definition);
  if (!file) root.children.push(drawing(decisions));
  return writeXml(root, dmnPrefixes(root));
}

export const freshFile = ({ id, name }: Pick<Definition, 'id' | 'name'>): XmlElement =>
  made(DMN, 'definitions', { id, name: words(name), namespace: 'urn:speelruimte:decisions' });

/** What a DMN file has no room for, of the definition as a whole. */
function addOwn(root: XmlElement, { kept: _kept, ...definition }: Definition): void {
  const back = readDmnTree(root, () => 0).definition;
  const differs = Object.entries(definition).filter(
    ([key, value]) => !isDeepEqual(value, Reflect.get(back, key)),
  );
  if (differs.length === 0) return;
  const own = ownData(differs, back);
  const found = elementsIn(root).find(({ local }) => local === 'extensionElements');
  if (found) found.children.push(...own);
  else root.children.unshift(made(root.uri, 'extensionElements', {}, own));
}

/** What the schema wants after decisions. */
const AFTER = new Set([
  'artifact',
  'association',
  'group',
  'textAnnotation',
  'elementCollection',
  'businessContextElement',
  'performanceIndicator',
  'organizationUnit',
  'DMNDI',
]);

/** Those of DMN first, then what the file itself declares. */
export function dmnPrefixes(root: XmlElement): Map<string, string> {
  const own = new Map([
    [root.uri, 'dmn'],
    [DMNDI, 'dmndi'],
    [DMN_DC, 'dc'],
    [DMN_DI, 'di'],
    [OWN, 'speelruimte'],
  ]);
  const taken = new Set(own.values());
  const used = new Set<string>();
  const look = (node: XmlElement) => {
    used.add(node.uri);
    for (const { uri } of node.attributes) used.add(uri);
    for (const child of elementsIn(node)) look(child);
  };
  look(root);
  for (const uri of own.keys()) if (!used.has(uri)) own.delete(uri);
  for (const [uri, prefix] of prefixesOf(root))
    if (used.has(uri) && !own.has(uri)) own.set(uri, taken.has(prefix) ? `${prefix}_` : prefix);
  return own;
}

const words = (text: Text): string => (typeof text === 'string' ? text : text.nl);

function written(decision: Decision, old: XmlElement | undefined, uri: string): XmlElement {
  if (old && isDeepEqual(readBack(old), decision)) return copyOf(old);
  const fresh = freshDecision(decision, uri);
  const back = readBack(fresh);
  const differs = Object.entries(decision).filter(
    ([key, value]) => !isDeepEqual(value, back && Reflect.get(back, key)),
  );
  if (differs.length === 0) return fresh;
  fresh.children.unshift(made(uri, 'extensionElements', {}, ownData(differs, back ?? {})));
  return fresh;
}

/** What differs, and what DMN says instead. */
function ownData(differs: [string, unknown][], back: object): XmlElement[] {
  const json = (local: string, value: object) => ({ ...made(OWN, local), children: [jsonForXml(value)] });
  const was = differs.flatMap(([key]) => (Object.hasOwn(back, key) ? [[key, Reflect.get(back, key)]] : []));
  return [
    json('own', Object.fromEntries(differs)),
    ...(was.length > 0 ? [json('was', Object.fromEntries(was))] : []),
  ];
}

/** What a decision says by itself; what it needs may be elsewhere. */
function readBack(node: XmlElement): Decision | undefined {
  return readDmnTree(made(node.uri, 'definitions', { id: 'x' }, [node]), () => 0).definition.decisions?.[0];
}

const POLICIES: Record<Decision['hitPolicy'], string | undefined> = {
  unique: undefined,
  first: 'FIRST',
  any: 'ANY',
  priority: 'PRIORITY',
  collect: 'COLLECT',
  ruleOrder: 'RULE ORDER',
  outputOrder: 'OUTPUT ORDER',
};

export function freshDecision(decision: Decision, uri: string = DMN): XmlElement {
  const dmn = (
    local: string,
    attributes: Record<string, string | undefined> = {},
    children: (XmlElement | undefined)[] = [],
  ) => made(uri, local, attributes, children);
  const { id, name, needs = [], inputs, outputs, rules, hitPolicy, aggregation, value } = decision;
  const text = (content: string) => made(uri, 'text', {}, [content]);
  const label = (given: Text | undefined) => (given === undefined ? undefined : words(given));
  const requirements = needs.map((need) =>
    dmn('informationRequirement', { id: requirementId(id, need) }, [
      dmn('requiredDecision', { href: `#${need}` }),
    ]),
  );
  const variable =
    value === undefined ? [] : [dmn('variable', { id: `${id}_variable`, name: outputs[0]?.name })];
  const logic =
    value === undefined
      ? dmn(
          'decisionTable',
          { id: `${id}_table`, hitPolicy: POLICIES[hitPolicy], aggregation: aggregation?.toUpperCase() },
          [
            ...inputs.map((input, i) =>
              dmn('input', { id: `${id}_input_${i + 1}`, label: label(input.label) }, [
                dmn('inputExpression', { id: `${id}_input_${i + 1}_expression` }, [text(input.value)]),
              ]),
            ),
            ...outputs.map((output, i) =>
              dmn('output', { id: `${id}_output_${i + 1}`, label: label(output.label), name: output.name }, [
                output.values
                  ? dmn('outputValues', {}, [text(output.values.map((one) => JSON.stringify(one)).join(','))])
                  : undefined,
                output.default === undefined
                  ? undefined
                  : dmn('defaultOutputEntry', {}, [text(output.default)]),
              ]),
            ),
            ...rules.map((rule, i) =>
              dmn('rule', { id: `${id}_rule_${i + 1}` }, [
                rule.note === undefined ? undefined : made(uri, 'description', {}, [rule.note]),
                ...rule.when.map((test, n) =>
                  dmn('inputEntry', { id: `${id}_rule_${i + 1}_when_${n + 1}` }, [text(test)]),
                ),
                ...rule.gives.map((gives, n) =>
                  dmn('outputEntry', { id: `${id}_rule_${i + 1}_gives_${n + 1}` }, [text(gives)]),
                ),
              ]),
            ),
          ],
        )
      : dmn('literalExpression', { id: `${id}_expression` }, [text(value)]);
  return dmn('decision', { id, name: name === undefined ? id : words(name) }, [
    ...variable,
    ...requirements,
    logic,
  ]);
}

const requirementId = (id: string, need: string): string => `${id}_needs_${need}`;

/** What rests on others stands above them. */
export function drawing(decisions: readonly Decision[]): XmlElement {
  const levels = new Map<string, number>();
  const byId = new Map(decisions.map((one) => [one.id, one]));
  const level = (id: string, way: readonly string[] = []): number => {
    const known = levels.get(id);
    if (known !== undefined || way.includes(id)) return known ?? 0;
    const needs = (byId.get(id)?.needs ?? []).filter((need) => byId.has(need));
    const found = needs.length === 0 ? 0 : 1 + Math.max(...needs.map((need) => level(need, [...way, id])));
    levels.set(id, found);
    return found;
  };
  const highest = Math.max(0, ...decisions.map(({ id }) => level(id)));
  const counts = new Map<number, number>();
  const places = new Map<string, { x: number; y: number }>();
  for (const { id } of decisions) {
    const n = counts.get(level(id)) ?? 0;
    counts.set(level(id), n + 1);
    places.set(id, { x: 160 + n * 240, y: 80 + (highest - level(id)) * 160 });
  }
  const number = (n: number) => String(n);
  const shapes = [...places].map(([id, { x, y }]) =>
    made(DMNDI, 'DMNShape', { id: `${id}_di`, dmnElementRef: id }, [
      made(DMN_DC, 'Bounds', { height: '80', width: '180', x: number(x), y: number(y) }),
    ]),
  );
  const edges = decisions.flatMap(({ id, needs = [] }) =>
    needs.flatMap((need) => {
      const [from, to] = [places.get(need), places.get(id)];
      if (!from || !to) return [];
      const points = [
        { x: from.x + 90, y: from.y },
        { x: to.x + 90, y: to.y + 80 },
      ];
      return [
        made(
          DMNDI,
          'DMNEdge',
          { id: `${requirementId(id, need)}_di`, dmnElementRef: requirementId(id, need) },
          points.map(({ x, y }) => made(DMN_DI, 'waypoint', { x: number(x), y: number(y) })),
        ),
      ];
    }),
  );
  return made(DMNDI, 'DMNDI', {}, [made(DMNDI, 'DMNDiagram', {}, [...shapes, ...edges])]);
}
