/** Every example of docs/elements on a real Temporal server: the facts and messages of the core, one by one. */
import { describe, it } from 'vitest';
import { examplesIn, morePages, pages, stageOfExample } from '../docs/support/examples.ts';
import { tellBoth } from './support/both-hosts.ts';

const examples = [...pages, ...morePages].flatMap((page) =>
  examplesIn(page).map(({ title, example }) => ({ name: `${page} › ${title}`, page, example })),
);

describe('an example of docs/elements on a real server', { timeout: 120_000 }, () => {
  it.each(examples)('$name', async ({ page, example }) => {
    await tellBoth(stageOfExample(page, example));
  });
});
