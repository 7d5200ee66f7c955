import { Hono } from 'hono';
import type { AppEnv } from './app-env.ts';
import { problem } from './problem.ts';

/** The desk's one page, at every address below /desk; its scripts are static files. */
export const deskFiles = new Hono<AppEnv>();

deskFiles.get('/desk/assets/*', (c) => problem(c, 'not-found'));

for (const path of ['/desk', '/desk/*']) {
  deskFiles.get(path, async (c) => {
    const page = await c.env.ASSETS.fetch(new URL('/desk/index.html', c.req.url));
    if (!page.ok) return problem(c, 'not-found', { detail: 'Run `npm run build` first.' });
    return c.body(await page.text(), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
  });
}
