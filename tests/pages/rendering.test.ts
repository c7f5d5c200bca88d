/** Holds the pages as functions: what people wrote stays text, every word is there in both languages, every field type can be answered. */
import { describe, expect, test } from 'vitest';
import { type Field, FieldType, type Form, type Language } from '../../contract/index.ts';
import { validateForm } from '../../core/forms/index.ts';
import { READABILITY_LIMITS, readability } from '../../core/texts/index.ts';
import { answerPage } from '../../pages/answer.ts';
import { numberIn, readForm } from '../../pages/form-data.ts';
import { glance } from '../../pages/glance.ts';
import { escaped, html } from '../../pages/html.ts';
import { newDatePage, wordsPage } from '../../pages/own-pages.ts';
import { registeredPage, registerPage } from '../../pages/register.ts';
import { reportPage } from '../../pages/report.ts';
import { setupPage } from '../../pages/setup.ts';
import { PAGES_CSS } from '../../pages/style.ts';
import { WORDS } from '../../pages/words.ts';

const EVIL = `"><script>alert('1')</script><img src=x onerror="alert(1)">&`;
const LANGUAGES: Language[] = ['nl', 'en'];

const frame = (language: Language) => ({
  language,
  organisation: EVIL,
  contact: { name: EVIL, phone: EVIL, mail: EVIL, insteadOf: EVIL },
  other: `/p/x?lang=${encodeURIComponent(EVIL)}`,
});

const step = { text: EVIL, side: 'us', who: EVIL, day: EVIL, late: true } as const;

const pagesOf = (language: Language): Record<string, string> => ({
  glance: glance({
    ...frame(language),
    at: '/p/x',
    seen: EVIL,
    side: 'initiator',
    reader: EVIL,
    said: 'done',
    initiative: { title: EVIL, idea: EVIL, place: EVIL, motto: EVIL },
    editWordsAt: '/p/x/words',
    standing: 'paused',
    until: EVIL,
    mayPause: true,
    today: '2026-04-01',
    asks: [
      {
        instance: EVIL,
        item: EVIL,
        title: EVIL,
        due: EVIL,
        together: EVIL,
        buttons: [{ id: EVIL, label: EVIL }],
        pressed: { id: EVIL, label: EVIL },
      },
    ],
    past: Array.from({ length: 7 }, () => step),
    now: [step],
    next: [step],
    agreement: [
      {
        instance: EVIL,
        item: EVIL,
        text: EVIL,
        side: 'us',
        who: EVIL,
        due: EVIL,
        state: 'late',
        moved: { from: EVIL, why: EVIL },
        mine: true,
      },
    ],
    offered: [{ instance: EVIL, id: EVIL, label: EVIL, explained: EVIL }],
  }),
  answer: answerPage({
    ...frame(language),
    at: '/p/x/answer/i/k',
    back: '/p/x',
    seen: EVIL,
    title: EVIL,
    due: EVIL,
    intro: EVIL,
    fields: everyField(EVIL),
    outcomes: [{ id: EVIL, label: EVIL }],
    about: [{ label: EVIL, text: EVIL }],
    commitments: [{ text: EVIL, who: EVIL, due: EVIL }],
    reported: { title: EVIL, lines: [EVIL] },
    values: Object.fromEntries(FieldType.options.map((type) => [type, EVIL])),
    problems: [
      { path: 'text', text: EVIL },
      { path: '', text: EVIL },
    ],
    people: [{ id: EVIL, name: EVIL }],
    today: '2026-04-01',
  }),
  report: reportPage({
    ...frame(language),
    report: {
      title: EVIL,
      comment: EVIL,
      sections: [{ id: 'promises', title: EVIL, lines: [{ text: EVIL, quote: EVIL }] }],
      corrections: [{ text: EVIL }],
    },
    sent: EVIL,
  }),
  newDate: newDatePage({
    ...frame(language),
    at: '/p/x/date/i/c',
    back: '/p/x',
    seen: EVIL,
    what: EVIL,
    due: EVIL,
    needsWhy: true,
    values: { due: EVIL, why: `</textarea>${EVIL}` },
    problem: 'past',
    tomorrow: '2026-04-02',
  }),
  words: wordsPage({
    ...frame(language),
    at: '/p/x/words',
    back: '/p/x',
    seen: '',
    revision: 1,
    values: { title: EVIL, idea: `</textarea>${EVIL}`, place: EVIL, motto: EVIL },
    problem: 'changed',
  }),
  register: registerPage({
    ...frame(language),
    at: '/register/x',
    once: EVIL,
    title: EVIL,
    intro: EVIL,
    fields: everyField(EVIL),
    values: { text: EVIL },
    problems: [],
    people: [],
    today: '2026-04-01',
    note: 'away',
  }),
  registered: registeredPage({
    ...frame(language),
    name: EVIL,
    byMail: true,
    firstContact: { who: EVIL, day: EVIL },
  }),
  setup: setupPage(language, { organisation: EVIL, name: EVIL, mail: EVIL }, ['code', 'password']),
});

function everyField(label: string): Field[] {
  return FieldType.options.map((type) => ({
    key: type,
    type,
    label,
    help: label,
    ...(type === 'choice' || type === 'choices'
      ? {
          options: [
            { id: 'a', label },
            { id: 'b', label },
          ],
        }
      : {}),
    ...(type === 'rows'
      ? {
          columns: [
            { key: 'party', type: 'text', label },
            { key: 'money', type: 'money', label },
            { key: 'agreed', type: 'yesNo', label },
          ] as const,
        }
      : {}),
  })) as Field[];
}

describe('what people wrote', () => {
  test.each(LANGUAGES)('is text on every page, never markup (%s)', (language) => {
    for (const [name, page] of Object.entries(pagesOf(language))) {
      expect(page, name).not.toMatch(/<script|<img|onerror="/);
      expect(page, name).toContain('&lt;script&gt;');
    }
  });

  test('five characters are written otherwise, and nothing else', () => {
    expect(escaped(`<a href="x">'&é`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;é');
    expect(html`<p>${['<', html`<b>`, undefined, false, null, 0]}</p>`.text).toBe('<p>&lt;<b>0</p>');
  });
});

describe('every page', () => {
  test.each(LANGUAGES)(
    'needs no script and no style of its own, and has one main heading (%s)',
    (language) => {
      for (const [name, page] of Object.entries(pagesOf(language))) {
        expect(page, name).not.toMatch(/ style=| on\w+="|javascript:|<style/);
        expect(page.match(/<h1>/g), name).toHaveLength(1);
        expect(page, name).toContain(`<html lang="${language}">`);
        expect(page, name).toContain('name="viewport"');
        expect(page, name).not.toMatch(/undefined|\[object|NaN/);
      }
    },
  );

  test('has labels that belong to its fields, and ids that occur once', () => {
    for (const [name, page] of Object.entries(pagesOf('nl'))) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const [, target] of page.matchAll(/ for="([^"]+)"/g)) expect(ids, name).toContain(target);
    }
  });

  test('the style fetches nothing from elsewhere', () => {
    expect([...PAGES_CSS.matchAll(/url\('([^']+)'\)/g)].map(([, url]) => url)).toEqual([
      '/fonts/atkinson-hyperlegible-next.woff2',
    ]);
  });
});

describe('the words', () => {
  const sentences = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value('Sam', 'Sam', 'Sam'))];
    return Object.values(value as object).flatMap(sentences);
  };

  test('are none empty, and differ between the languages', () => {
    const [dutch, english] = [sentences(WORDS.nl), sentences(WORDS.en)];

    expect(english).toHaveLength(dutch.length);
    expect([...dutch, ...english].filter((words) => words.trim() === '')).toEqual([]);
    const same = dutch.filter((words, i) => words === english[i] && words !== 'Sam' && words.length > 12);
    expect(same).toEqual([]);
  });

  test('are easy to read and call nobody names', () => {
    const text = sentences(WORDS.nl)
      .filter((words) => /[.!?]$/.test(words))
      .join(' ');

    const { average, longest, jargon } = readability(text, 'nl');
    expect(average).toBeLessThanOrEqual(READABILITY_LIMITS.average);
    expect(longest).toBeLessThanOrEqual(READABILITY_LIMITS.sentence);
    expect(jargon).toEqual([]);
    expect(text).not.toMatch(/dossier|cliënt|overschreden|workflow/i);
  });
});

describe('forms without script', () => {
  const sent = {
    text: 'kort',
    longText: 'eerste\r\ntweede',
    number: '1.234,5',
    money: '€ 12,50',
    date: '2026-04-20',
    dateTime: '2026-04-20T19:30',
    choice: 'a',
    choices: ['a', 'b'],
    yesNo: 'yes',
    person: 'per_sam',
    people: ['per_sam'],
    organisation: 'De Linde',
    place: 'Hoek',
    file: 'foto.jpg',
    scale: '4',
    'commitments[0].text': 'Bel de buren',
    'commitments[0].owner': 'per_sam',
    'commitments[0].due': '2026-05-01',
    'commitments[2].text': '',
    'rows[0].party': '',
    'rows[1].party': 'Rijnzicht',
    'rows[1].money': '12,50',
    'rows[1].agreed': 'yes',
  };
  const form: Form = { id: 'all', name: 'all', fields: everyField('x') };

  test('what a browser sends of every type of field is what the rules of forms accept', () => {
    const read = validateForm(
      form,
      readForm(form.fields, sent, 'nl'),
      {},
      { at: '2026-04-01T08:00:00.000Z', zone: 'Europe/Amsterdam' },
    );

    expect(read).toMatchObject({
      ok: true,
      data: {
        longText: 'eerste\ntweede',
        number: 1234.5,
        money: 1250,
        dateTime: '2026-04-20T17:30:00.000Z',
        choices: ['a', 'b'],
        yesNo: true,
        scale: 4,
        commitments: [{ text: 'Bel de buren', owner: 'per_sam', due: '2026-05-01' }],
        rows: [{ party: 'Rijnzicht', money: 1250, agreed: true }],
      },
    });
    if (read.ok) expect(Object.keys(read.data).sort()).toEqual([...FieldType.options].sort());
  });

  test('what cannot be read comes back as it was written', () => {
    const data = readForm(form.fields, { number: 'twaalf', money: 'veel', scale: '' }, 'nl');

    expect(data).toEqual({ number: 'twaalf', money: 'veel' });
  });

  test.each([
    ['1.234,5', 'nl', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['12,50', 'nl', 12.5],
    ['12.50', 'nl', 12.5],
    ['12,5', 'en', 12.5],
    ['1.234', 'nl', 1234],
    ['1,234', 'en', 1234],
    ['-3', 'nl', -3],
    ['1e3', 'nl', undefined],
    ['', 'nl', undefined],
    ['1.2.3', 'en', undefined],
  ] as const)('the number %s in %s is %s', (text, language, value) => {
    expect(numberIn(text, language)).toBe(value);
  });
});
