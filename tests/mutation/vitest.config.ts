/** The tests that a mutant of core must not survive, as scripts/mutate.mjs names them, with a fixed seed and fewer generated runs. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: (process.env.MUTATION_TESTS ?? 'tests/core/**/*.test.ts').split(','),
    exclude: [
      '**/node_modules/**',
      'build/**',
      '**/*.live.test.*',
      '**/*.proof.test.*',
      '**/hosts.test.ts',
      // They count how much was generated, which is less here.
      '**/data-flow.test.ts',
    ],
    setupFiles: ['tests/mutation/same-seed.ts'],
    env: { PROPERTY_RUNS: '25', TZ: 'UTC' },
    testTimeout: 120_000,
    isolate: false, // core is loaded once for all files; each mutant has a worker of its own all the same
  },
});
