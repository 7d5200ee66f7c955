import { Hono } from 'hono';
import { html } from 'hono/html';
import { describeApi } from '../contract/openapi.ts';
import type { Route } from '../contract/route.ts';
import { ROUTES } from '../contract/routes.ts';
import type { AppEnv } from './app-env.ts';
import { type Html, htmlPage } from './html-page.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PROBLEMS } from './problem.ts';

/** The API's description for programs and for people, and what the pages of the service share. */
export const docs = new Hono<AppEnv>();

const HOUR = { 'Cache-Control': 'public, max-age=3600' };

docs.get('/api/openapi.json', (c) =>
  c.json(describeApi(), 200, { ...HOUR, 'Access-Control-Allow-Origin': '*' }),
);

docs.get('/page.css', (c) => c.body(PAGE_STYLE, 200, { ...HOUR, 'Content-Type': 'text/css' }));

docs.get('/docs', async (c) => {
  const page = await htmlPage({ title: 'Belowline API', lang: 'en', body: drawDocs() });
  return c.html(String(page), 200, HOUR);
});

docs.get('/problems/:code', async (c) => {
  const found = Object.entries(PROBLEMS).find(([code]) => code === c.req.param('code'));
  if (found === undefined) return c.notFound();
  const [code, { status, title }] = found;
  const body = html`<main><h1>${title}</h1><p>Problem <code>${code}</code>, HTTP status ${status}.</p><p><a href="/docs">API description</a></p></main>`;
  return c.html(String(await htmlPage({ title, lang: 'en', body })), 200, HOUR);
});

function drawDocs(): Html {
  const { components } = describeApi();
  const schemas = Object.entries(schemasOf(components)).sort(([a], [b]) => a.localeCompare(b));
  return html`<main class="wide">
<h1>Belowline API</h1>
<p>JSON over HTTP. For programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). Errors are RFC 9457 problems; the last part of <code>type</code> is stable.</p>
<h2>Operations</h2>
<ul>${ROUTES.map((route) => html`<li><a href="#${anchorOf(route)}"><code>${route.method.toUpperCase()} ${route.path}</code></a> ${route.summary}</li>`)}</ul>
${ROUTES.map(drawRoute)}
<h2 id="problems">Problems</h2>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>
${Object.entries(PROBLEMS).map(([code, { status, title }]) => html`<tr><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`)}
</tbody></table>
<h2>Schemas</h2>
${schemas.map(([id, schema]) => html`<h3 id="schema-${id}">${id}</h3><pre tabindex="0" aria-label="Schema ${id}">${JSON.stringify(schema, null, 2)}</pre>`)}
</main>`;
}

function drawRoute(route: Route): Html {
  const { method, path, summary, description, query, headers = [], body, answer, problems } = route;
  const parameters = Object.entries(query?.shape ?? {}).map(
    ([name, schema]) =>
      html`<tr><td><code>${name}</code></td><td>${schema.description ?? ''}</td></tr>`,
  );
  return html`<h3 id="${anchorOf(route)}"><code>${method.toUpperCase()} ${path}</code></h3>
<p>${summary}. ${description ?? ''}</p>
${parameters.length === 0 ? '' : html`<p>Query: ${Object.keys(query?.shape ?? {}).map((name) => html`<code>${name}</code> `)}</p>`}
${headers.map((header) => html`<p>Header <code>${header.name}</code>${header.required ? '' : ' (optional)'}: ${header.description}</p>`)}
${body === undefined ? '' : html`<p>Body: ${linkTo(body.meta()?.id)}</p>`}
<p>Answers ${route.status} with ${linkTo(answer.meta()?.id)}${problems.length === 0 ? '' : html`; problems: ${problems.map((code) => html`<a href="/problems/${code}">${code}</a> `)}`}</p>`;
}

function linkTo(id: string | undefined): Html {
  return html`<a href="#schema-${id}"><code>${id}</code></a>`;
}

function anchorOf({ method, path }: Route): string {
  return `${method}${path.replace(/[^a-z0-9]+/gi, '-')}`;
}

function schemasOf(components: unknown): Record<string, unknown> {
  const isObject = typeof components === 'object' && components !== null;
  if (!isObject || !('schemas' in components)) return {};
  return Object.fromEntries(Object.entries(components.schemas ?? {}));
}
