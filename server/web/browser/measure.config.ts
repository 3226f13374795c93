import { defineConfig } from 'vitest/config';

/** What is measured, not judged: `npm run measure`, against a server as for the browser tests. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.measure.ts'], testTimeout: 600_000, hookTimeout: 60_000, fileParallelism: false },
});
