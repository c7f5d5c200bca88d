import { describe, expect, test } from 'vitest';
import { html, webAddress } from '../../../core/mail/html.ts';
import { layOut } from '../../../core/mail/layout.ts';
import { DARK, LIGHT, type Palette } from '../../../core/mail/mail-colours.ts';
import type { NoteData } from '../../../core/texts/index.ts';
import { renderMessage } from '../../../core/texts/index.ts';
import { FULL, lookups, message, note, OWN, PROMISE } from '../texts/example.ts';

const laidOut = (text: string, data: NoteData, more = {}, language: 'nl' | 'en' = 'nl') =>
  layOut(renderMessage(message([note(text, data, more)]), language, lookups));

/** What a reader sees, without tags. */
const words = (source: string) =>
  source
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('every value from people is escaped', () => {
  const evil = `<script>alert(1)</script>"'&<img src=x onerror=alert(1)>`;

  test('in paragraphs, lists, headings, names and reasons', () => {
    const commitment = { ...OWN, text: evil };
    const strange = { ...lookups, person: () => ({ name: evil, phone: evil }), org: { name: evil } };
    const both = message([
      note('std:agreement.asked', { commitments: [commitment] }),
      note('std:ORG.+2.initiator', { commitment, name: evil, why: evil }, { key: 'k2' }),
      note('std:task.asked', { name: evil, outcomes: [{ id: 'a', label: evil }] }, { key: 'k3' }),
    ]);
    const source = layOut(renderMessage(both, 'nl', strange));

    expect(source).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(source.split('&lt;script&gt;').length).toBeGreaterThan(5);
    expect(source).not.toContain(`"'&<`);
  });

  test('and nested HTML is not escaped twice', () => {
    const source = html`<p title="${'"'}">${[html`<b>${'a & b'}</b>`, undefined, false, 3]}</p>`;

    expect(source.toString()).toBe('<p title="&quot;"><b>a &amp; b</b>3</p>');
  });

  test('and a link that is no web address is a defect', () => {
    expect(() => webAddress('javascript:alert(1)')).toThrow('https://');
    expect(webAddress('https://a.example/x')).toBe('https://a.example/x');
  });
});

test('the laid-out form says what the plain text says', () => {
  for (const [text, data] of [
    ['std:agreement.asked', { commitments: [OWN, PROMISE], due: '2026-04-17' }],
    ['std:INIT.+3', { commitment: OWN, due: OWN.due }],
    ['std:ORG.+2.initiator', { ...FULL, commitment: PROMISE }],
  ] as const) {
    const rendered = renderMessage(message([note(text, data as unknown as NoteData)]), 'nl', lookups);
    const shown = words(layOut(rendered));
    const said = rendered.text
      .split(/\n+/)
      .filter((line) => !/^(--|→|●|■)/.test(line))
      .map((line) => line.replace(/:? ?https:\S+/, '').trim());

    for (const line of said) expect(shown).toContain(line);
    for (const { label, url } of rendered.buttons)
      expect(layOut(rendered)).toMatch(new RegExp(`href="${url.replace(/[?+.]/g, '\\$&')}"[^>]*>${label}<`));
  }
});

test('language, one main button per block, and mark and word beside the colour of each side', () => {
  const source = laidOut('std:agreement.asked', { commitments: [OWN, PROMISE] }, {}, 'en');

  expect(source).toMatch(/<html lang="en">/);
  expect(source.match(/class="main"/g)).toHaveLength(1);
  expect(source).toMatch(/class="initiator"[^>]*>.*●.*Ada \(you\)/);
  expect(source).toMatch(/class="us"[^>]*>.*■.*Bo Visser \(us\)/);
  expect(source).toContain('prefers-color-scheme:dark');
});

function contrast(a: string, b: string): number {
  const [light, dark] = [a, b].map(luminance).sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const part = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each<[string, Palette]>([
  ['light', LIGHT],
  ['dark', DARK],
])('in %s every colour of words holds 4.5:1 on paper and card', (_name, palette) => {
  const { paper, card, ink, quiet, late, raised, accent, onAccent, sides } = palette;

  for (const colour of [ink, quiet, late, raised, accent, ...Object.values(sides)])
    for (const ground of [paper, card]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
});
