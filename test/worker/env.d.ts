declare namespace Cloudflare {
  /** What `vitest.config.ts` and `wrangler.toml` bind for tests inside the Workers runtime. */
  interface Env {
    DB: D1Database;
    ASSETS: Fetcher;
    SECRET: string;
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }

  interface GlobalProps {
    mainModule: typeof import('../../src/worker.ts');
  }
}
