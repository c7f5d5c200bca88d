/** Every example in docs/elements and on other pages about the engine is told to it, and every element has a page. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { playInCore } from '../../cli/hosts/core.ts';
import { behaviours } from '../../core/elements/index.ts';
import { examplesIn, folder, morePages, pages, stageOfExample } from './support/examples.ts';

describe('docs/elements', () => {
  it('has a page for every element that is carried out, with an example', () => {
    const kebab = (type: string) => type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

    const missing = Object.keys(behaviours).filter((type) => !pages.includes(`${kebab(type)}.md`));

    expect(missing).toEqual([]);
    expect(pages.filter((page) => examplesIn(page).length === 0)).toEqual([]);
  });

  it('lists every page', () => {
    const index = readFileSync(`${folder}README.md`, 'utf8');

    expect(pages.filter((page) => !index.includes(`(${page})`))).toEqual([]);
  });

  describe.each([...pages, ...morePages])('%s', (page) => {
    it.each(examplesIn(page).map(({ title, example }) => [title, example] as const))(
      '%s',
      (_title, example) => {
        const { failures } = playInCore(stageOfExample(page, example));

        expect(failures).toEqual([]);
      },
    );
  });
});
