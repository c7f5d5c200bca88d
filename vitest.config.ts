/** Tests in three groups: `fast` needs nothing, `live` (*.live.test.ts) shares one Temporal and one MongoDB, `prove` (*.proof.test.ts) is slow. */
import { defineConfig } from 'vitest/config';

const shared = { environment: 'node' as const, exclude: ['**/node_modules/**', 'build/**'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...shared.exclude, '**/*.live.test.*', '**/*.proof.test.*'],
          // A busy machine is no mistake.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'live',
          include: ['tests/**/*.live.test.{ts,tsx}'],
          globalSetup: ['servers/for-tests.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          ...shared,
          name: 'prove',
          include: ['tests/**/*.proof.test.{ts,tsx}'],
          globalSetup: ['servers/for-tests.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
