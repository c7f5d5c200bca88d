// What makes a text hard to read is found in its sentence, and plain words are left in peace.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingLevel, STANDARD_TEXTS } from '../../../core/texts/index.ts';

const found = (text: string, language: 'nl' | 'en') =>
  readingLevel(text, language).remarks.map((remark) => [
    remark.kind,
    'found' in remark ? remark.found : remark.words,
  ]);

describe('the reading level of a text', () => {
  it.each([
    ['nl', 'Je aanvraag wordt morgen door ons bekeken.', [['passive', 'wordt … bekeken']]],
    ['nl', 'Er werd niets afgesproken. Wij bellen je.', [['passive', 'werd … afgesproken']]],
    ['nl', 'Wij maken een verantwoordingsdocumentatie.', [['word', 'verantwoordingsdocumentatie']]],
    ['nl', 'Stuur het formulier conform de afspraak.', [['jargon', 'conform']]],
    ['en', 'Your request was sent to the city.', [['passive', 'was sent']]],
    ['en', 'Please commence on Monday.', [['jargon', 'commence']]],
    ['en', 'This is about institutionalisation.', [['word', 'institutionalisation']]],
  ] as const)('%s: %s', (language, text, remarks) => {
    expect(found(text, language)).toEqual(remarks);
  });

  it('shows which sentence is too long, with its words', () => {
    const long = `Wij bellen ${Array.from({ length: 26 }, () => 'je').join(' ')}.`;

    expect(readingLevel(`Hoi {initiator}. ${long}`, 'nl').remarks).toEqual([
      { kind: 'long', sentence: long, words: 28 },
    ]);
  });

  it('says so when no sentence is too long but all are rather long', () => {
    const twenty = `${Array.from({ length: 20 }, () => 'ja').join(' ')}.`;

    expect(readingLevel(`${twenty} ${twenty}`, 'nl')).toEqual({ remarks: [], tooLongOnAverage: 20 });
    expect(readingLevel(twenty, 'nl').tooLongOnAverage).toBeUndefined();
  });

  it.each([
    ['nl', 'Hoi {initiator}. Wij bellen je voor {due}. [Lukt dat niet? Bel {contact}.]'],
    ['nl', 'Het wordt weer gezellig bij de gemeente.'],
    ['nl', 'De volgende werkdag vertellen we eerlijk dat het later wordt.'],
    [
      'nl',
      'Kijk op https://voorbeeld.nl/een-heel-lang-adres-van-een-bladzijde of mail buurtondersteuning@voorbeeld.nl.',
    ],
    ['en', 'We are pleased that you are interested. Call us if you need anything.'],
  ] as const)('leaves plain words in peace (%s): %s', (language, text) => {
    expect(readingLevel(text, language)).toEqual({ remarks: [], tooLongOnAverage: undefined });
  });

  it('of any text is found without failing, each remark from the text itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('nl', 'en'),
        (text, language) => {
          for (const remark of readingLevel(text, language as 'nl').remarks)
            if (remark.kind === 'word' || remark.kind === 'jargon')
              expect(remark.sentence).toContain(remark.found);
        },
      ),
    );
  });

  it('of the standard texts is plain: no words to avoid, no long words, and hardly a passive sentence', () => {
    const texts = Object.values(STANDARD_TEXTS);
    for (const language of ['nl', 'en'] as const) {
      const remarks = texts.flatMap(({ body }) => readingLevel(body[language], language).remarks);
      expect(remarks.filter(({ kind }) => kind !== 'passive')).toEqual([]);
      expect(remarks.length).toBeLessThan(texts.length / 5);
    }
  });
});
