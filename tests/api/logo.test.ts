/** A logo is a picture and nothing else: what could run, fetch, lead elsewhere or tell about somebody is taken out and named. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cleanPng } from '../../api/look/clean-png.ts';
import { cleanSvg } from '../../api/look/clean-svg.ts';
import { readXml } from '../../bpmn/xml/read.ts';

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${more}>${inside}</svg>`;
function cleaned(inside: string, more = '') {
  const result = cleanSvg(svg(inside, more));
  if (!result.ok) throw new Error(result.why);
  expect(readXml(result.svg).ok).toBe(true);
  return result;
}

describe('an SVG', () => {
  test('that only draws stays as it is drawn', () => {
    const { svg: kept, leftOut } = cleaned(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
        '<g transform="scale(2)"><path d="M0 0L5 5z" fill="url(#a)"/><text x="1" y="2">A &amp; B</text></g>' +
        '<use xlink:href="#a"/>',
    );

    expect(leftOut).toEqual([]);
    expect(kept).toContain('<path d="M0 0L5 5z" fill="url(#a)"></path>');
    expect(kept).toContain('A &amp; B');
    expect(kept).toContain('<use href="#a">');
    expect(kept).toContain('viewBox="0 0 10 10"');
  });

  test.each([
    ['a script', '<script>alert(1)</script><rect/>', '', '<script>', /alert|script/],
    ['a handler', '<rect onclick="alert(1)"/>', '', 'onclick', /onclick|alert/],
    ['a handler on the whole', '<rect/>', ' onload="alert(1)"', 'onload', /onload|alert/],
    ['a page within', '<foreignObject><b>x</b></foreignObject>', '', '<foreignObject>', /foreignObject|<b>/],
    ['a picture from elsewhere', '<image href="https://e.example/x.png"/>', '', '<image>', /e\.example/],
    ['a link', '<a href="https://e.example"><rect/></a>', '', '<a>', /e\.example/],
    [
      'something used from elsewhere',
      '<use xlink:href="https://e.example/#x"/>',
      '',
      'xlink:href',
      /e\.example/,
    ],
    ['a style sheet', '<style>@import url(https://e.example)</style>', '', '<style>', /e\.example|@import/],
    ['a fill from elsewhere', '<rect fill="url(https://e.example/#a)"/>', '', 'fill', /e\.example/],
    [
      'a style that fetches',
      '<rect style="fill:url( \'https://e.example/#a\');stroke:red"/>',
      '',
      'style: fill',
      /e\.example/,
    ],
    ['something that moves', '<rect><animate attributeName="x" to="5"/></rect>', '', '<animate>', /animate/],
    [
      'a set that makes a link',
      '<rect><set attributeName="href" to="javascript:alert(1)"/></rect>',
      '',
      '<set>',
      /javascript/,
    ],
  ])('loses %s, and says so', (_, inside, more, named, gone) => {
    const { svg: kept, leftOut } = cleaned(inside, more);

    expect(leftOut).toContain(named);
    expect(kept).not.toMatch(gone);
  });

  test('keeps the rules of a style that only draw', () => {
    expect(cleaned('<rect style="fill:#123456; stroke : red"/>').svg).toContain(
      '<rect fill="#123456" stroke="red">',
    );
  });

  test.each([
    ['an entity that grows', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'],
    ['another document', '<html><body/></html>'],
    ['no document', 'GIF89a'],
    ['nothing', ''],
  ])('is refused when it is %s', (_, text) => {
    const result = cleanSvg(text);

    expect(result.ok ? result.svg : 'refused').not.toMatch(/aaaaaaaa|<html/);
    if (!text.includes('ENTITY')) expect(result.ok).toBe(false);
  });
});

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
function png({ width = 4, height = 4, more = [] as Buffer[] } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(13 * 4))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a PNG', () => {
  test('loses what programs wrote into it, and what hangs behind it', () => {
    const words = chunk('tEXt', Buffer.from('Author\0Sam de Vries'));
    const place = chunk('eXIf', Buffer.from('52.15 N 5.38 E'));
    const file = Buffer.concat([png({ more: [words, place] }), Buffer.from('<script>')]);

    const result = cleanPng(file);

    expect(result).toMatchObject({ ok: true, leftOut: ['eXIf', 'tEXt'] });
    expect(result.ok && result.png.equals(png())).toBe(true);
  });

  test.each([
    ['something else', Buffer.from('<svg/>')],
    ['a piece of one', png().subarray(0, 60)],
    ['larger than any screen', png({ width: 20_000 })],
    ['of no size', png({ height: 0 })],
  ])('is refused when it is %s', (_, file) => {
    expect(cleanPng(file).ok).toBe(false);
  });
});
