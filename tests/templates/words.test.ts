/** The words of the ready-made processes: both languages, short sentences, known placeholders, few questions. */
import { describe, expect, it } from 'vitest';
import type { MessageText, Text } from '../../contract/index.ts';
import { placeholdersIn, tooPersonalForSubject, unknownPlaceholders } from '../../core/texts/placeholders.ts';
import { readTemplate } from './read-template.ts';

/** Words of systems that have no place towards residents (docs/domain.md, tone). */
const JARGON =
  /\b(dossier|cliënt|overschreden|conform|middels|indienen|traject|escaleren|opschalen|non-compliant|client)\b/i;

/** Every text in a value, with the path to it. */
function textsIn(value: unknown, path = ''): { path: string; nl: string; en: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => textsIn(each, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value && 'en' in value) return [{ path, nl: String(value.nl), en: String(value.en) }];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}.${key}`));
}

const sentences = (text: string) => text.split(/[.!?:]\s|\n/).filter((s) => s.trim() !== '');
const words = (sentence: string) => sentence.trim().split(/\s+/).length;
const both = (text: Text) => (typeof text === 'string' ? [text] : [text.nl, text.en]);

describe.each(['T1', 'T2', 'T7', 'T12'])('words of template %s', (id) => {
  const template = readTemplate(id);
  const all = textsIn(template);
  const messages: [string, MessageText][] = [
    ...Object.entries(template.texts),
    ...template.elements.flatMap((e): [string, MessageText][] =>
      'text' in e && e.text ? [[e.id, e.text]] : [],
    ),
  ];

  it('are there in Dutch and English', () => {
    expect(all.filter(({ nl, en }) => nl.trim() === '' || en.trim() === '')).toEqual([]);
  });

  it('make sentences of at most 25 words', () => {
    const long = all.flatMap(({ path, nl, en }) =>
      [nl, en].flatMap((text) =>
        sentences(text)
          .filter((s) => words(s) > 25)
          .map((s) => `${path}: ${s}`),
      ),
    );

    expect(long).toEqual([]);
  });

  it('use no jargon', () => {
    expect(all.filter(({ nl, en }) => JARGON.test(nl) || JARGON.test(en))).toEqual([]);
  });

  it('use only placeholders that exist, and the same ones in both languages', () => {
    for (const [where, { subject, body }] of messages) {
      expect([where, [subject, body].flatMap(both).flatMap(unknownPlaceholders)]).toEqual([where, []]);
      const [nl, en] = both(body).map((text) => placeholdersIn(text).sort(byName));
      expect([where, nl]).toEqual([where, en]);
    }
  });

  it('keep names and stories out of subjects', () => {
    const subjects = messages.flatMap(([, { subject }]) => both(subject));

    expect(subjects.flatMap(tooPersonalForSubject)).toEqual([]);
  });

  it('open every task of an initiator or volunteer in its own words', () => {
    const sides = new Map(template.roles.map((r) => [r.id, r.side]));
    const silent = template.elements.filter((e) => {
      if (e.type === 'agreement') return !e.text;
      if (e.type !== 'userTask') return false;
      const staffFirst = e.ladder === 'ORG' || e.ladder === 'FAST' || sides.get(e.roles[0] ?? '') === 'us';
      return !staffFirst && !e.text;
    });

    expect(silent.map((e) => e.id)).toEqual([]);
  });

  it('ask nothing of how many there must be at least', () => {
    const counts = template.forms.flatMap((f) => f.fields).filter((f) => /count/i.test(f.key));

    expect(counts.filter((f) => f.min !== undefined || f.required)).toEqual([]);
  });
});

const byName = (a: { name: string; argument?: string }, b: { name: string; argument?: string }) =>
  `${a.name}:${a.argument}`.localeCompare(`${b.name}:${b.argument}`);

describe('the registration', () => {
  const form = readTemplate('T1').forms.find((f) => f.id === 'registration');

  it('asks at most five things of an initiator before the first contact', () => {
    expect(form?.fields.filter((f) => f.required).map((f) => f.key)).toEqual([
      'yourName',
      'contact',
      'idea',
      'place',
    ]);
  });

  it('asks nothing that only staff can know', () => {
    const staff = ['focus', 'intensity', 'ourRole', 'consentShare', 'ownershipDiscussed'];

    expect(form?.fields.filter((f) => staff.includes(f.key))).toEqual([]);
  });
});

describe('the decision after a pilot', () => {
  it('is never taken without the initiator', () => {
    const decision = readTemplate('T2').forms.find((f) => f.id === 'decision');

    expect(decision?.fields.find((f) => f.key === 'decidedBy')).toMatchObject({
      required: true,
      mustInclude: 'initiator',
    });
  });
});
