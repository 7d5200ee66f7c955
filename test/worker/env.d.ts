declare namespace Cloudflare {
  /** What `vitest.config.ts` binds beside wrangler.toml's, whose types are generated. */
  interface Env {
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
}
