import { defineConfig } from 'vitest/config';
import { precache } from './scripts/precache.ts';

/** The server's Content-Security-Policy allows files of its own origin only: nothing may be inlined. */
export default defineConfig({
  base: '/',
  plugins: [precache()],
  build: {
    outDir: '../target/classes/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'app/worker/sw.ts' },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:8080', '/health': 'http://127.0.0.1:8080' },
  },
  test: {
    testTimeout: 30_000,
    include: ['{app,runtime,tablet,supervisor,indicators,linkage,datasets,survey,tables}/**/*.test.{ts,tsx}'],
    benchmark: { include: ['{app,runtime,tablet}/**/*.bench.ts'] },
  },
});
