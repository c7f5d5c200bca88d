/** What others think of our files: the schema of the OMG, and the reader behind most BPMN modellers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writeBpmn } from '../../bpmn/index.ts';
import { BPMN, XSI } from '../../bpmn/namespaces.ts';
import { attribute, elementsIn, type XmlElement } from '../../bpmn/xml/node.ts';
import { readXml } from '../../bpmn/xml/read.ts';
import { parseDefinition } from '../../contract/index.ts';
import { model, modelFiles, read } from './support.ts';

const package_ = dirname(createRequire(import.meta.url).resolve('bpmn-moddle/package.json'));
const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(join(package_, 'resources/bpmn/xsd', name), 'utf8'),
});

async function invalid(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.bpmn', contents: xml }],
    schema: [schema('BPMN20.xsd')],
    preload: ['BPMNDI.xsd', 'DC.xsd', 'DI.xsd', 'Semantic.xsd'].map(schema),
  });
  return errors.map(({ message }) => message);
}

/** Files that hold nothing that others do not hold too. */
const _isPlain = (name: string): boolean =>
  /^(call|cond|dec|error|esc|event-based|ex|inc|link|par|peo|plain|scr|send|term|timer)/.test(name);

/** It knows no ids outside ASCII, which XML allows. */
const isReadByThem = (name: string): boolean => name !== 'strange.bpmn';

const template = (name: string): string => {
  const parsed = parseDefinition(
    JSON.parse(readFileSync(new URL(`../../templates/${name}.json`, import.meta.url), 'utf8')),
  );
  if (!parsed.ok) throw new Error('no definition');
  return writeBpmn([parsed.definition]);
};

const files: [string, () => string][] = [
  ...['T1', 'T2'].map((name): [string, () => string] => [`template ${name}`, () => template(name)]),
  ...modelFiles.map((name): [string, () => string] => [name, () => writeBpmn(read(model(name)).definitions)]),
];

describe('what we write', () => {
  it.each(files)(
    'is valid by the schema of BPMN 2.0: %s',
    async (_, xml) => {
      expect(await invalid(xml())).toEqual([]);
    },
    60_000,
  );

  it.each(files.filter(([name]) => isReadByThem(name)))(
    'is read by bpmn-moddle without a warning: %s',
    async (_, xml) => {
      const { warnings } = await new BpmnModdle().fromXML(xml());

      // A type of XML Schema is no element of the file, whoever wrote it.
      expect(
        warnings.map(({ message }) => message).filter((message) => !/reference <xsd:/.test(message)),
      ).toEqual([]);
    },
  );
});

test('the schema is really looked at', async () => {
  expect(
    await invalid(
      `<definitions xmlns="${BPMN}" targetNamespace="t"><process id="P"><task foo="1"/></process></definitions>`,
    ),
  ).not.toEqual([]);
});

describe('what we read', () => {
  it.each(modelFiles.filter(isReadByThem))('is what bpmn-moddle reads: %s', async (name) => {
    const text = new TextDecoder().decode(model(name));
    const { elementsById } = await new BpmnModdle().fromXML(text);
    const theirs = Object.entries(elementsById)
      .filter(([, { $type }]) => $type.startsWith('bpmn:'))
      .map(([id, { $type, name: called }]) => `${$type.slice(5).toLowerCase()} ${id} ${called ?? ''}`);

    expect(ourIds(text).sort()).toEqual(theirs.sort());
  });
});

const THEIR_NAMES: Record<string, string> = {
  ioSpecification: 'inputOutputSpecification',
  childLaneSet: 'laneSet',
};

/** Everything of BPMN with an id, as the XML reader sees it. */
function ourIds(text: string): string[] {
  const result = readXml(text);
  if (!result.ok) throw new Error(result.problem.message.en);
  const found: string[] = [];
  const walk = (node: XmlElement) => {
    const id = attribute(node, 'id');
    const type = attribute(node, 'type', XSI)?.replace(/^(\w+:)?t/, '') ?? THEIR_NAMES[node.local];
    if (node.uri === BPMN && id !== undefined)
      found.push(`${(type ?? node.local).toLowerCase()} ${id} ${attribute(node, 'name') ?? ''}`);
    for (const child of elementsIn(node)) walk(child);
  };
  walk(result.root);
  return found;
}
