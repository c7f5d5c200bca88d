/** Patterns that ask something of the host, on a real Temporal server: triggers, cancelling, instances added later, recursion, turns. */
import { describe, it } from 'vitest';
import { loadScenario } from '../../cli/scenario-file.ts';
import { tellBoth } from '../cli/support/both-hosts.ts';
import { folder, root } from './support.ts';

describe('a workflow pattern on a real server has the facts of the core', { timeout: 120_000 }, () => {
  it.each([
    'wcp-15-instances-not-known-before',
    'wcp-16-deferred-choice',
    'wcp-17-interleaved-parallel-routing',
    'wcp-18-milestone',
    'wcp-20-cancel-case',
    'wcp-22-recursion',
    'wcp-23-transient-trigger',
    'wcp-24-persistent-trigger',
    'wcp-26-cancel-instances',
    'wcp-28-blocking-discriminator',
    'wcp-36-dynamic-partial-join-of-instances',
    'wcp-38-general-synchronizing-merge',
  ])('%s', async (name) => {
    const { stage } = await loadScenario(`${folder}${name}.scenario.yaml`, root);

    await tellBoth(stage);
  });
});
