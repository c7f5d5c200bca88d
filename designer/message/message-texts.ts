/** Words of what is said about the words of a message. */
import { texts } from '../app/texts.ts';

export const messageTexts = texts(
  {
    reading: 'Leest het makkelijk?',
    readingOf: 'Leest het makkelijk? ({{language}})',
    plain: 'Geen moeilijke zinnen of woorden gevonden.',
    aid: 'Dit is een hulpmiddel en geen oordeel: lees het ook eens hardop.',
    average: 'De zinnen hebben gemiddeld {{words}} woorden. Korter leest makkelijker.',
    long: 'Lange zin van {{words}} woorden. Maak er twee van.',
    word: 'Lang woord: “{{found}}”. Kan het korter?',
    passive: 'Zeg wie het doet, in plaats van “{{found}}”.',
    jargon: 'Moeilijk woord: “{{found}}”. Liever “{{better}}”.',
    unknown: 'Dit kan niet worden ingevuld: {{found}}.',
    meant: 'Bedoel je {{meant}}?',
    languages: { nl: 'Nederlands', en: 'Engels' },
    fromForms: 'Uit formulieren',
    always: 'Altijd bekend',
  },
  {
    reading: 'Does it read easily?',
    readingOf: 'Does it read easily? ({{language}})',
    plain: 'No difficult sentences or words found.',
    aid: 'This is an aid and no verdict: read it aloud as well.',
    average: 'The sentences have {{words}} words on average. Shorter reads easier.',
    long: 'Long sentence of {{words}} words. Make it two.',
    word: 'Long word: “{{found}}”. Can it be shorter?',
    passive: 'Say who does it, rather than “{{found}}”.',
    jargon: 'Difficult word: “{{found}}”. Rather “{{better}}”.',
    unknown: 'This cannot be filled in: {{found}}.',
    meant: 'Do you mean {{meant}}?',
    languages: { nl: 'Dutch', en: 'English' },
    fromForms: 'From forms',
    always: 'Always known',
  },
);
