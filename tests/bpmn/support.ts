// Short ways to write BPMN and to look at what came of it.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ImportFinding, type ReadBpmn, readBpmn } from '../../bpmn/index.ts';
import type { Definition, Element, Flow } from '../../contract/index.ts';

export const models = fileURLToPath(new URL('models/', import.meta.url));
export const modelFiles = readdirSync(models).filter((file) => /\.(bpmn|xml)$/.test(file));
export const model = (name: string): Uint8Array => readFileSync(`${models}${name}`);

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:flowable="http://flowable.org/bpmn"',
].join(' ');

/** A file with these things in it, beside and inside one process. */
export const file = (inside: string, beside = '', attributes = 'isExecutable="true"'): string =>
  `<definitions id="Definitions_1" targetNamespace="t" ${NAMESPACES}>${beside}<process id="P" ${attributes}>${inside}</process></definitions>`;

type Read = Extract<ReadBpmn, { ok: true }>;

export function read(xml: string | Uint8Array): Read {
  const result = readBpmn(xml);
  if (!result.ok)
    throw new Error(result.findings.map(({ message }) => (message as { en: string }).en).join('\n'));
  return result;
}

export const definitionIn = (xml: string | Uint8Array): Definition => read(xml).definitions[0] as Definition;

/** The one element with id `x`, without what the layout gave it. */
export function elementIn(inside: string, beside = ''): Record<string, unknown> {
  return withoutPlace(definitionIn(file(inside, beside)).elements.find(({ id }) => id === 'x') as Element);
}

export function withoutPlace<T extends Element | Flow>(one: T): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(one).filter(([key]) => !['x', 'y', 'width', 'height', 'points'].includes(key)),
  );
}

/** Findings as `severity rule element: message`. */
export const told = (findings: readonly ImportFinding[]): string[] =>
  findings.map(
    ({ severity, rule, element, message }) =>
      `${severity} ${rule} ${element}: ${(message as { en: string }).en}`,
  );

export const findingsIn = (inside: string, beside = '', attributes?: string): string[] =>
  told(readBpmn(file(inside, beside, attributes)).findings);
