import { defineConfig } from 'vitest/config';

/** Pages in a real browser against a real server: RUHU_URL says where it listens, RUHU_ACCOUNTS names demo-accounts.json. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.browser.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
