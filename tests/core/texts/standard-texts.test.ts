import { describe, expect, test } from 'vitest';
import { standardLadders } from '../../../core/chasing/standard-ladders.ts';
import {
  hasStandardText,
  READABILITY_LIMITS,
  readability,
  renderMessage,
  STANDARD_TEXTS,
  standardText,
  tooPersonalForSubject,
  unknownPlaceholders,
} from '../../../core/texts/index.ts';
import { FULL, lookups, message, note, OWN, PROMISE } from './example.ts';

const LANGUAGES = ['nl', 'en'] as const;
const keys = Object.keys(STANDARD_TEXTS);

/** Keys that the engine writes into notes besides those of the ladders. */
const ENGINE_KEYS = [
  'task.new',
  'task.asked',
  'offer',
  'raise',
  'commitment.new',
  'commitment.done',
  'commitment.rePromised',
  'commitment.dropped',
  'handedOver',
  'agreement.asked',
  'meeting.planned',
  'meeting.moved',
  'meeting.cancelled',
  'paused',
  'resumed',
  'rested',
  'newDateAsked',
  'help.asked',
  'callNeeded',
  'stopped',
  'partner.agreed',
];

test.each(ENGINE_KEYS)('the engine’s text std:%s exists', (key) => {
  expect(hasStandardText(`std:${key}`)).toBe(true);
});

test('every message of every standard ladder has its text, also for who reads along', () => {
  const named = standardLadders.flatMap(({ rungs }) =>
    rungs.flatMap(({ acts }) =>
      acts.flatMap((act) => (act.act === 'notify' ? [act.text, ...(act.cc ? [`${act.text}.cc`] : [])] : [])),
    ),
  );

  expect(named.length).toBeGreaterThan(7);
  expect(named.filter((key) => !hasStandardText(key))).toEqual([]);
});

test('every rung of every standard ladder has words of its own for whom it asks', () => {
  const rungs = standardLadders.flatMap(({ id, rungs }) => rungs.map((rung) => `std:${id}.${rung.id}`));

  expect(rungs.filter((key) => !hasStandardText(key) && !hasStandardText(`${key}.initiator`))).toEqual([]);
});

test('a text that does not exist is a defect that names its key', () => {
  expect(() => standardText('std:task.nwe')).toThrow("'std:task.nwe'");
  expect(() => renderMessage(message([note('std:toString', {})]), 'nl', lookups)).toThrow("'std:toString'");
  expect(() => renderMessage(message([note('def:abc:n9', {})]), 'nl', lookups)).toThrow("'def:abc:n9'");
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(keys)('%s holds only known placeholders, and nothing personal in its subject', (key) => {
    const { subject, body, sms } = standardText(key);
    const words = [subject[language], body[language], sms?.[language] ?? ''];

    expect(words.flatMap(unknownPlaceholders)).toEqual([]);
    expect(tooPersonalForSubject(subject[language])).toEqual([]);
  });

  test.each(keys)('%s becomes a whole message with everything known, and with nothing known', (key) => {
    const full = note(`std:${key}`, { ...FULL, commitment: OWN, commitments: [OWN, PROMISE] });
    const empty = note(`std:${key}`, {}, { instance: 'ins_other' });

    for (const each of [full, empty]) {
      const { subject, text, greeting, why } = renderMessage(message([each]), language, lookups);

      expect(`${subject}\n${text}`).not.toMatch(/[{}[\]]|undefined|null|\bNaN\b/);
      expect(text.replace(/https:\S+/g, '')).not.toMatch(/ {2}| [.,?]|\.\.|\(\)|‘’/);
      expect(subject.length).toBeGreaterThan(5);
      expect(subject.length).toBeLessThanOrEqual(100);
      expect(text).toContain(greeting);
      expect(text).toContain(why);
      expect(text).toContain('https://speelruimte.example/p/');
    }
  });

  test.each(keys)('%s reads easily', (key) => {
    const { subject, body, sms } = standardText(key);
    const whole = readability([body[language], sms?.[language] ?? ''].join('\n\n'), language);

    expect(whole.sentences.filter(({ words }) => words > READABILITY_LIMITS.sentence)).toEqual([]);
    expect(whole.average).toBeLessThanOrEqual(READABILITY_LIMITS.average);
    expect([...whole.jargon, ...readability(subject[language], language).jargon]).toEqual([]);
  });

  test.each(keys)('%s fits a text message, with long words in it too', (key) => {
    const long = { ...OWN, text: 'een heel lang verhaal over wat we allemaal willen doen '.repeat(6) };
    const data = { ...FULL, commitment: long, name: long.text, why: long.text };
    const sms = renderMessage(message([note(`std:${key}`, data)], { channel: 'sms' }), language, lookups);

    expect(sms.text.length).toBeLessThanOrEqual(300);
    expect(sms.text).not.toMatch(/[{}[\]]/);
    expect(sms.text).toMatch(/https:|Bel |Call /);
  });
});

test('the second check-in with an initiator fits one part of a text message, its link apart', () => {
  const { text } = renderMessage(
    message([note('std:INIT.+10', { commitment: OWN, due: OWN.due })], { channel: 'sms' }),
    'nl',
    lookups,
  );

  expect(text.replace(/https:\S+/, '').length).toBeLessThanOrEqual(160);
});
