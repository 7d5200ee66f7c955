import type { AppContext } from './app-env.ts';

/**
 * After a change to what the spam filter learns from. It never keeps the answer back and never makes
 * it fail: what was decided is stored, and the site's next decision learns it as well.
 */
export function learnSoon(c: AppContext, siteKeys: Iterable<string>): void {
  for (const siteKey of new Set(siteKeys)) {
    const asked = c.var.deps.learnSoon(siteKey);
    c.executionCtx.waitUntil(asked.catch((error) => console.error('learning', siteKey, error)));
  }
}
