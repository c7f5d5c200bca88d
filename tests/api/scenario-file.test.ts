/** A scenario file at the door: read as it is, or refused with the line of each mistake. */
import { describe, expect, test } from 'vitest';
import { Problem } from '../../api/problem.ts';
import { readScenarioFile } from '../../api/scenario-file.ts';

const file = `# What the neighbours ask
scenario: Said yes
description: Whoever says yes is thanked
process: elsewhere/asking.json
people:
  coordinator: Cor
steps:
  - at: "2026-01-12T10:00"
    publish: { process: ../called/visit.json }
  - start: { by: coordinator }
  - complete: { task: ask, outcome: yes }
    expect:
      - open: [ thank ]
`;
const linesOf = (text: string): (string | undefined)[] => {
  try {
    readScenarioFile(text, 'asking');
  } catch (error) {
    if (error instanceof Problem) return (error.more.problems ?? []).map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('a scenario file', () => {
  test('is kept with the process it is uploaded to; what it calls is known by its id', () => {
    const read = readScenarioFile(file, 'asking');

    expect(read).toMatchObject({
      scenario: 'Said yes',
      description: 'Whoever says yes is thanked',
      process: 'asking',
    });
    expect(read.steps[0]).toMatchObject({ publish: { process: 'visit' } });
    // A word is a word: `yes` is no yes or no.
    expect(read.steps[2]).toMatchObject({ complete: { outcome: 'yes' } });
  });

  test('is refused with the line of what cannot be read', () => {
    expect(linesOf(file.replace('complete:', 'dance:'))).toEqual(['line 11']);
    expect(linesOf(file.replace('people:', 'persons:'))).toEqual(['line 5']);
    expect(linesOf(file.replace('scenario: Said yes', 'scenario: 3'))).toEqual(['line 2']);
  });

  test('that is no YAML, or no scenario, is refused', () => {
    expect(linesOf('scenario: [open')).toEqual(['line 1']);
    expect(linesOf('just words')).toEqual(['line 1']);
    expect(linesOf('')).toEqual(['line 1']);
  });
});
