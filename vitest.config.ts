import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

// The Worker's config names this folder; tests of the Worker need no files in it.
mkdirSync(join(root, 'dist/assets'), { recursive: true });

/** Ends what hangs, on a busy machine too; how fast something is, the benchmarks say. In ms. */
const testTimeout = 60_000;

const worker = cloudflareTest(async () => ({
  wrangler: { configPath: join(root, 'wrangler.toml') },
  miniflare: {
    bindings: {
      SECRET: 'a-secret-for-tests-of-the-worker-only',
      TEST_MIGRATIONS: await readD1Migrations(join(root, 'migrations')),
    },
  },
}));

export default defineConfig({
  // The desk's components, as its own build reads them.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout,
          isolate: false,
          include: ['test/unit/**/*.test.ts', 'test/architecture.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser-code',
          testTimeout,
          include: ['test/desk/**/*.test.{ts,tsx}', 'test/widget/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
      {
        plugins: [worker],
        test: {
          name: 'worker',
          testTimeout,
          // Loading the Worker anew for each file would take as long as the tests.
          isolate: false,
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['test/worker/apply-migrations.ts'],
        },
      },
    ],
  },
});
