// Every rule finds what is wrong, keeps silent about what is right, and has a page that explains it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { Definition } from '../../../contract/index.ts';
import { check, type Known, rules } from '../../../core/check/index.ts';
import { EXPLORED_RULES } from '../../../core/explore/index.ts';
import { domain } from './examples/domain.ts';
import { elements } from './examples/elements.ts';
import type { Example } from './examples/example.ts';
import { references } from './examples/references.ts';
import { structure } from './examples/structure.ts';

const examples: Record<string, Example> = { ...structure, ...elements, ...references, ...domain };
const found = (rule: string, drawing: Definition, known?: Known) =>
  check(drawing, known).filter((finding) => finding.rule === rule);
const page = (rule: string) => new URL(`../../../docs/rules/${rule}.md`, import.meta.url);

describe.each(rules.map((rule) => [rule.id, rule.severity] as const))('%s', (id, severity) => {
  const { right, wrong } = examples[id] ?? { right: [], wrong: [] };

  it('has examples of right and wrong', () => {
    expect([right.length > 0, wrong.length > 0]).toEqual([true, true]);
  });

  test.each(right.map((example, index) => [index + 1, example] as const))(
    'says nothing about right example %i',
    (_index, example) => {
      const { drawing, known } = 'drawing' in example ? example : { drawing: example, known: {} };

      expect(found(id, drawing, known)).toEqual([]);
    },
  );

  test.each(wrong.map((example) => [example.element, example.saying, example] as const))(
    'finds %s: %s',
    (_element, _saying, example) => {
      const findings = found(id, example.drawing, example.known);

      expect(findings.map(({ element }) => element)).toContain(example.element);
      const finding = findings.find(
        ({ element, message }) =>
          element === example.element && typeof message === 'object' && message.en.includes(example.saying),
      );
      expect(finding, JSON.stringify(findings)).toMatchObject({ severity: example.severity ?? severity });
    },
  );

  it('says what it says in both languages', () => {
    for (const { drawing, known } of wrong)
      for (const { message } of found(id, drawing, known)) {
        expect(message).toMatchObject({ nl: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
        expect(typeof message === 'object' && message.nl).not.toBe(typeof message === 'object' && message.en);
      }
  });

  it('has a page with what, why, wrong and right', () => {
    expect(existsSync(page(id))).toBe(true);
    const text = readFileSync(page(id), 'utf8');
    for (const part of [`# ${id}`, '## Why', '## Wrong', '## Right']) expect(text).toContain(part);
  });
});

it('has a page for each rule of check and of explore, and no others', () => {
  const pages = readdirSync(new URL('../../../docs/rules/', import.meta.url))
    .map((file) => file.replace(/\.md$/, ''))
    .filter((name) => name !== 'README' && name !== 'shape');

  expect(pages.toSorted()).toEqual([...rules.map(({ id }) => id), ...EXPLORED_RULES].toSorted());
});
