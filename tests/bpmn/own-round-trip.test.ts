/** What is ours comes back exactly: definition → BPMN → definition is the same definition. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readBpmn, writeBpmn } from '../../bpmn/index.ts';
import { type Definition, parseDefinition } from '../../contract/index.ts';
import { blocks, definitionOf } from '../core/engine/random-process.ts';
import { definitions } from './random-definition.ts';
import { definitionIn, told } from './support.ts';

/** A busy machine is no failure. */
const LONG = 300_000;

const folder = new URL('../../templates/', import.meta.url);
const templates = readdirSync(folder).filter((file) => /^T\d+\.json$/.test(file));

function template(file: string): Definition {
  const parsed = parseDefinition(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  if (!parsed.ok) throw new Error(`${file} is no definition`);
  return parsed.definition;
}

describe('what is ours', () => {
  it.each(templates)('comes back exactly: template %s', (file) => {
    const definition = template(file);

    expect(definitionIn(writeBpmn([definition]))).toEqual(definition);
  });

  it(
    'comes back exactly: random processes that can be carried out',
    () => {
      fc.assert(
        fc.property(blocks, (block) => {
          const definition = parsed(definitionOf(block));
          expect(definitionIn(writeBpmn([definition]))).toEqual(definition);
        }),
        { numRuns: 60 },
      );
    },
    LONG,
  );

  it(
    'comes back exactly: any definition the contract allows',
    () => {
      fc.assert(
        fc.property(definitions, (definition) => {
          const back = readBpmn(writeBpmn([definition]));
          expect(told(back.findings.filter(({ severity }) => severity === 'error'))).toEqual([]);
          expect(back.ok && back.definitions[0]).toEqual(definition);
        }),
        { numRuns: 150 },
      );
    },
    LONG,
  );
});

function parsed(definition: Definition): Definition {
  const result = parseDefinition(definition);
  if (!result.ok) throw new Error('no definition');
  return result.definition;
}

test('the same definition is always written the same', () => {
  const [first] = templates;
  const definition = template(first as string);

  expect(writeBpmn([definition])).toBe(writeBpmn([structuredClone(definition)]));
});
