/** What is known about automatic work, everywhere, is what can be done. */
import { expect, it } from 'vitest';
import { jobs } from '../../activities/jobs/index.ts';
import { jobContracts, jobDescriptions } from '../../contract/jobs/describe.ts';

it('each job that is described can be done, and each that can be done is described', () => {
  expect(jobContracts.map(({ type }) => type).sort()).toEqual([...jobs.keys()].sort());
  for (const contract of jobContracts) expect(jobs.get(contract.type)).toMatchObject(contract);
});

it('each is described in both languages, with what goes in', () => {
  for (const { name, about, input } of jobDescriptions()) {
    for (const text of [name.nl, name.en, about.nl, about.en]) expect(text).not.toBe('');
    expect(input).toMatchObject({ type: 'object' });
  }
});
