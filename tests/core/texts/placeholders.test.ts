import { expect, test } from 'vitest';
import {
  placeholdersIn,
  readability,
  referredTo,
  tooPersonalForSubject,
  unknownPlaceholders,
} from '../../../core/texts/index.ts';

test('what stands in braces and is no placeholder is named as written', () => {
  const text = 'Dag {initiator}, {who} {} { name } {date} {name:x} {date:start} {due} {due:n3b} {toString}';

  expect(unknownPlaceholders(text)).toEqual(['{who}', '{}', '{ name }', '{date}', '{name:x}', '{toString}']);
});

test('a text tells which variables and elements it refers to', () => {
  expect(referredTo('{date:start} {value:count} {money:count} {due:n3} {due} {name}')).toEqual({
    variables: ['start', 'count'],
    elements: ['n3'],
  });
});

test('placeholders are found in order, with repeats', () => {
  expect(placeholdersIn('{name} [{due:n3}] {name}')).toEqual([
    { name: 'name' },
    { name: 'due', argument: 'n3' },
    { name: 'name' },
  ]);
});

test('a subject may name the item and the day, but no person and no free words', () => {
  expect(tooPersonalForSubject('{name} {due} {date:start} {why} {contact} {value:story}')).toEqual([
    '{why}',
    '{contact}',
    '{value:story}',
  ]);
});

test('readability counts words per sentence and finds words to avoid as whole words', () => {
  const { longest, average, jargon, sentences } = readability(
    'Conform de afspraak dient u dit in te dienen. Dat is het.\n\nDienst en conformiteit mogen wel',
    'nl',
  );

  expect(sentences).toHaveLength(3);
  expect(longest).toBe(9);
  expect(average).toBeCloseTo(17 / 3);
  expect(jargon).toEqual(['conform', 'dient', 'dienen']);
});
