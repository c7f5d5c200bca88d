/** The picture of a process: everything is on it, as text that can be read and found, and on paper nothing is too small or cut through. */
import { describe, expect, it } from 'vitest';
import { elementsIn, textOf, type XmlElement } from '../../../bpmn/xml/node.ts';
import { readXml } from '../../../bpmn/xml/read.ts';
import type { Definition } from '../../../contract/index.ts';
import { cardWords } from '../../../core/picture/card-words.ts';
import { PAGE, pagesOf, sheetsOf } from '../../../core/picture/pages.ts';
import { pictureOf } from '../../../core/picture/picture.ts';
import { lines } from '../../../core/picture/svg.ts';
import { short, template } from '../../designer/actions/drawings.ts';

const heading = { language: 'nl', under: 'Concept na versie 3, zondag 29 november 2026' } as const;

function read(svg: string): XmlElement {
  const answer = readXml(svg);
  if (!answer.ok) throw new Error(`Expected SVG, but: ${JSON.stringify(answer.problem)}`);
  return answer.root;
}
const all = (of: XmlElement): XmlElement[] => elementsIn(of).flatMap((one) => [one, ...all(one)]);
const saidIn = (svg: string): string[] =>
  all(read(svg)).flatMap((one) => (one.local === 'text' ? [textOf(one)] : []));

describe.each(['T1', 'T2', 'T7', 'T12'] as const)('the picture of %s', (id) => {
  const definition = template(id);
  const { svg, width, height, boxes } = pictureOf(definition, heading);

  it('says what it is, which version, and on what day', () => {
    const name = typeof definition.name === 'string' ? definition.name : definition.name.nl;

    expect(saidIn(svg).slice(0, 2)).toEqual([name, heading.under]);
  });

  it('has each element and each flow, with its words as text', () => {
    const ids = new Set(
      all(read(svg)).flatMap((one) =>
        one.attributes.flatMap(({ local, value }) => (local === 'id' ? [value] : [])),
      ),
    );
    const words = saidIn(svg).join(' ');
    const heads = all(read(svg)).filter(({ attributes }) =>
      attributes.some(({ value }) => value === 'url(#to)'),
    );

    expect(definition.elements.filter((one) => !ids.has(`element-${one.id}`))).toEqual([]);
    expect(heads).toHaveLength(definition.flows.length);
    for (const one of definition.elements) {
      const [first = ''] = cardWords(definition, one, 'nl').title.split(' ');
      expect(words).toContain(first.slice(0, 12));
    }
  });

  it('lies within its edges', () => {
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('is cut in pages that can be read, that together show all of it and cut through no card', () => {
    const pages = pagesOf({ width, height, boxes });

    expect(pages[0]?.x).toBe(0);
    for (const [i, page] of pages.entries()) {
      expect(page.width).toBeLessThanOrEqual(Math.max(1700, height * PAGE));
      const next = pages[i + 1];
      expect(page.x + page.width).toBe(next ? next.x : width);
      const cut = page.x + page.width;
      if (next)
        expect(boxes.filter((box) => box.width < 260 && box.x < cut && cut < box.x + box.width)).toEqual([]);
    }
    const sheets = sheetsOf(definition, pictureOf(definition, heading), heading);
    expect(sheets).toHaveLength(pages.length);
    if (sheets.length > 1)
      expect(saidIn(sheets[1] as string).join(' ')).toContain(`Blad 2 van ${pages.length}`);
  });
});

describe('on paper that stands up', () => {
  const definition = template('T12');
  const picture = pictureOf(definition, heading);

  it('there are more pages, each no wider than can be read, that together show all of it', () => {
    const pages = pagesOf(picture, 'portrait');

    expect(pages.length).toBeGreaterThan(pagesOf(picture).length);
    expect(pages.reduce((sum, page) => sum + page.width, 0)).toBe(picture.width);
    for (const page of pages)
      expect(page.width).toBeLessThanOrEqual(Math.max(1130, (picture.height * 184) / 261));
  });

  it('pieces can show what is drawn elsewhere on the page, and are small', () => {
    const sheets = sheetsOf(definition, picture, heading, {
      paper: 'portrait',
      drawn: '<use href="#drawn"/>',
    });

    expect(sheets.join('').length).toBeLessThan(picture.svg.length / 2);
    expect(saidIn(sheets[0] as string)[1]).toBe(`${heading.under} – Blad 1 van ${sheets.length}`);
  });
});

describe('words of an arrow that somebody put elsewhere', () => {
  const flow = { id: 'start-call', from: 'start', to: 'call', label: 'weggezet' };
  const pictured = (labelBy: { x: number; y: number }) =>
    pictureOf(
      { ...short, flows: short.flows.map((one) => (one.from === 'start' ? { ...flow, labelBy } : one)) },
      heading,
    );
  const placeIn = (svg: string): { x: number; y: number } => {
    const words = all(read(svg)).find((one) => one.local === 'text' && textOf(one) === 'weggezet');
    const number = (name: string) => Number(words?.attributes.find(({ local }) => local === name)?.value);
    return { x: number('x'), y: number('y') };
  };

  it('stand there, from where the arrow leaves', () => {
    const [a, b] = [placeIn(pictured({ x: 0, y: 0 }).svg), placeIn(pictured({ x: 30, y: -20 }).svg)];

    expect({ x: b.x - a.x, y: b.y - a.y }).toEqual({ x: 30, y: -20 });
  });

  it('are not cut off where they stand beyond everything else', () => {
    const near = pictured({ x: 0, y: 0 });
    const low = pictured({ x: 0, y: 900 });
    const far = pictured({ x: 3000, y: 0 });

    expect(low.height).toBeGreaterThan(near.height + 500);
    expect(far.width).toBeGreaterThan(placeIn(far.svg).x + 50);
  });
});

describe('words on a picture', () => {
  it('break into lines, and end with an ellipsis where they do not fit', () => {
    expect(lines('een twee drie', 200, 13, 2)).toEqual(['een twee drie']);
    expect(lines('een twee drie', 60, 13, 2)).toEqual(['een twee', 'drie']);
    expect(lines('een twee drie vier vijf', 60, 13, 2).at(-1)).toMatch(/…$/);
  });

  it('are safe, whatever people typed', () => {
    const wild: Definition = {
      ...short,
      elements: short.elements.map((one) =>
        one.id === 'call' ? { ...one, name: 'A & B <c> "d" \u0001' } : one,
      ),
    };

    expect(saidIn(pictureOf(wild, heading).svg)).toContain('A & B <c> "d" ');
  });

  it('are those of the language asked for', () => {
    expect(saidIn(pictureOf(short, { language: 'en', under: 'Draft' }).svg)).toContain('Short');
  });
});
