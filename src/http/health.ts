import { Hono } from 'hono';
import type { AppEnv } from './app-env.ts';

export const health = new Hono<AppEnv>();

health.get('/healthz', async (c) => {
  await c.var.deps.desk.listSites();
  return c.json({ status: 'ok' });
});

health.get('/', (c) => c.redirect('/docs', 302));
