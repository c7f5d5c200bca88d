/** What other programs wrote comes back: the same definitions, and in the XML the same things, except for what is listed here. */
import { describe, expect, it, test } from 'vitest';
import { writeBpmn } from '../../bpmn/index.ts';
import { BPMN, XSI } from '../../bpmn/namespaces.ts';
import { attribute, elementsIn, isElement, textOf, type XmlElement } from '../../bpmn/xml/node.ts';
import { readXml } from '../../bpmn/xml/read.ts';
import type { Definition } from '../../contract/index.ts';
import { definitionIn, file, model, modelFiles, read } from './support.ts';

const written = (name: string): string => writeBpmn(read(model(name)).definitions);

describe('a file of another program', () => {
  it.each(modelFiles)('is read, written and read as the same: %s', (name) => {
    const first = read(model(name));
    const again = read(writeBpmn(first.definitions));

    expect(again.definitions).toEqual(first.definitions);
    expect(again.executable).toEqual(first.executable);
  });

  it.each(modelFiles)('is written the same the second time: %s', (name) => {
    const once = written(name);

    expect(writeBpmn(read(once).definitions)).toBe(once);
  });

  it.each(modelFiles)('keeps everything that stands in it: %s', (name) => {
    const before = thingsIn(new TextDecoder().decode(model(name)));
    const after = thingsIn(written(name));
    const lost = [...before].filter(([path, count]) => (after.get(path) ?? 0) < count).map(([path]) => path);
    const added = [...after]
      .filter(([path, count]) => (before.get(path) ?? 0) < count)
      .map(([path]) => path)
      .filter((path) => !exceptions.some((exception) => exception.isAdded(path)));

    expect(lost).toEqual([]);
    expect(added).toEqual([]);
  });
});

/** What may be in a written file that was not in the one that was read, and why. */
const exceptions: { why: string; isAdded(path: string): boolean }[] = [
  {
    why: 'a drawing is written where there was none, or not of everything',
    isAdded: (path) => /^(BPMN)?(Diagram|Plane|Shape|Edge|Bounds|waypoint|BPMN\w+)/.test(path),
  },
  {
    why: 'incoming and outgoing follow from the flows; they are optional, and always written',
    isAdded: (path) => /\/(incoming|outgoing)\b/.test(path),
  },
  {
    why: 'what had no id gets one, or nothing could refer to it',
    isAdded: (path) => /\/sequenceFlow@id=sequenceFlow_\d+$/.test(path),
  },
];

/**
 * Every attribute, text and element with the nearest id it stands under, counted. Numbers are compared as numbers, types of
 * XML Schema without their prefix: 186.0 is 186, and tFormalExpression is bpmn:tFormalExpression.
 */
function thingsIn(xml: string): Map<string, number> {
  const read = readXml(xml);
  if (!read.ok) throw new Error(read.problem.message.en);
  const things = new Map<string, number>();
  const put = (path: string) => things.set(path, (things.get(path) ?? 0) + 1);
  const walk = (node: XmlElement, under: string) => {
    const own = attribute(node, 'id');
    const id = GIVEN.test(own ?? '') ? undefined : (own ?? attribute(node, 'bpmnElement'));
    const path = id === undefined ? `${under}/${node.local}` : `${node.local}#${id}`;
    if (
      node.uri !== BPMN ||
      !['definitions', 'extensionElements'].includes(node.local) ||
      node.children.length > 0
    )
      put(path);
    for (const { local, uri, value } of node.attributes) put(`${path}@${local}=${plain(value, uri === XSI)}`);
    const inner = elementsIn(node);
    if (inner.length === 0 && textOf(node).trim() !== '') put(`${path}=${textOf(node)}`);
    for (const child of node.children) if (isElement(child)) walk(child, path);
  };
  walk(read.root, '');
  return things;
}

/** An id that what had none was given. */
const GIVEN = /^sequenceFlow_\d+$/;

const plain = (value: string, isType: boolean): string =>
  isType ? value.replace(/^\w+:/, '') : /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value;

describe('what was changed since', () => {
  const before = definitionIn(model('camunda-7.bpmn'));
  const change = (id: string, by: object): Definition => ({
    ...before,
    elements: before.elements.map((one) => (one.id === id ? ({ ...one, ...by } as typeof one) : one)),
  });

  it('is what the next file says, and what other programs left stays', () => {
    const changed = change('Review', { name: 'Look at it', roles: ['mayor'], x: 300, y: 90 });
    const xml = writeBpmn([changed]);
    const { kept: _kept, ...back } = definitionIn(xml);
    const { kept: _before, ...wanted } = changed;

    expect(back).toEqual(wanted);
    expect(xml).toContain('class="org.example.MailListener"');
    expect(xml).toContain('bioc:fill="#bbdefb"');
    expect(xml).toContain('name="Look at it"');
  });

  it('a name alone leaves the rest of the element as it was written', () => {
    const xml = writeBpmn([change('Refuse', { name: 'No' })]);

    expect(xml).toContain(
      '<bpmn:sendTask id="Refuse" name="No" camunda:delegateExpression="$' + '{mailer}">',
    );
    expect(xml).not.toContain('speelruimte:own');
  });

  it('what was moved is drawn where it is now, with its words', () => {
    const xml = writeBpmn([change('Granted', { x: 912, y: 202 })]);

    expect(xml).toMatch(
      /bpmnElement="Granted">\s*<dc:Bounds x="912" y="202" width="36" height="36"\/>\s*<bpmndi:BPMNLabel>\s*<dc:Bounds x="909" y="245"/,
    );
  });
});

test('a change that another program makes to what we wrote counts', () => {
  const own = definitionIn(
    file(
      '<startEvent id="s"/><userTask id="x" name="Do it"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>',
    ),
  );
  const [start, task] = own.elements;
  const ours: Definition = {
    ...own,
    elements: [
      start,
      { ...task, term: { amount: 2, unit: 'workingDays' }, name: { nl: 'Doe het', en: 'Do it' } },
    ] as Definition['elements'],
  };
  const elsewhere = writeBpmn([ours]).replace('name="Doe het"', 'name="Doe het nu"');

  const back = read(elsewhere);

  expect(back.definitions[0]?.elements[1]).toMatchObject({
    name: 'Doe het nu',
    term: { amount: 2, unit: 'workingDays' },
  });
  expect(back.findings).toMatchObject([{ rule: 'bpmn-own', severity: 'hint', element: 'x' }]);
});

test('two processes of ours with the same ids cannot be one file', () => {
  const one = definitionIn(file('<task id="x"/>'));

  expect(() => writeBpmn([one, { ...one, id: 'Q' }])).toThrow("'x' is in 'P' and in 'Q'");
});
