import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from './app-env.ts';
import { htmlPage } from './html-page.ts';

/** Who asks for a page gets a problem as a page, not as JSON. */
export const problemsAsPages: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const isProblem = c.res.headers.get('Content-Type') === 'application/problem+json';
  const wantsPage = (c.req.header('accept') ?? '').includes('text/html');
  if (!isProblem || !wantsPage || c.req.path.startsWith('/api/')) return;
  const { title, detail, errors = [] } = await c.res.json<ProblemLike>();
  const body = html`<main><h1>${title}</h1>${detail === undefined ? '' : html`<p>${detail}</p>`}
${errors.map(({ field, message }) => html`<p><code>${field}</code>: ${message}</p>`)}</main>`;
  const { status, headers } = c.res;
  c.res = undefined;
  c.res = new Response(String(await htmlPage({ title, lang: 'en', body })), {
    status,
    headers: { ...Object.fromEntries(headers), 'Content-Type': 'text/html; charset=utf-8' },
  });
};

type ProblemLike = {
  title: string;
  detail?: string;
  errors?: { field: string; message: string }[];
};
