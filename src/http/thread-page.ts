import { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import type { FieldError } from '../contract/problem.ts';
import { Sort } from '../contract/thread.ts';
import type { Comment, ShownComment } from '../domain/comment.ts';
import { isOwnPage } from '../domain/page-address.ts';
import { readThread, type ThreadView } from '../domain/read-thread.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { isClosed, titleIn } from '../domain/thread.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { drawForm, type FormValues } from './draw-form.ts';
import { drawAnnouncement, drawClosed, drawSlowMode } from './draw-notes.ts';
import { drawFeatured, drawThread } from './draw-thread.ts';
import { threadTag } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { type Html, htmlPage } from './html-page.ts';
import { jsonLd } from './json-ld.ts';
import { problem } from './problem.ts';
import { readQuery } from './read-request.ts';
import { render, sendRendered } from './rendered.ts';

/** A thread as a page of its own, for browsers without JavaScript, crawlers and the curious. */
export const threadPage = new Hono<AppEnv>();

const View = {
  sort: Sort.default('newest'),
  cursor: z.string().max(200).optional(),
  around: z.string().max(40).optional(),
  branch: z.string().max(40).optional(),
  reply: z.string().max(40).optional(),
};
const ByPage = z.strictObject({
  site: z.string().min(1).max(64),
  url: z.string().max(2000).optional(),
  key: z.string().min(1).max(200).optional(),
  title: z.string().max(300).optional(),
  ...View,
});
const ById = z.strictObject(View);

export type PageAsk = z.infer<typeof ByPage>;

threadPage.get('/', async (c) => {
  const query = readQuery(c, { schema: ByPage });
  return query.ok ? answer(c, query.value) : query.error;
});

threadPage.get('/:thread', async (c) => {
  const query = readQuery(c, { schema: ById });
  if (!query.ok) return query.error;
  const thread = await c.var.deps.readThread.findThreadById(c.req.param('thread'));
  if (thread === null) return problem(c, 'not-found');
  const { siteKey: site, page, url, title } = thread;
  const key = page.startsWith('key:') ? { key: page.slice('key:'.length) } : {};
  return answer(c, { ...query.value, site, ...key, ...(url && { url }), ...(title && { title }) });
});

async function answer(c: AppContext, ask: PageAsk): Promise<Response> {
  const { deps } = c.var;
  const rendered = await deps.freshBytes.get(
    `${ask.site} page ${JSON.stringify(ask)}`,
    async () => {
      const time = await deps.formTime(ask.site);
      const page = await drawPage(c, { ask, form: { ...BLANK, time } });
      if (!page.ok) return page;
      const { markup, threadId } = page.value;
      const tag = threadTag(threadId ?? 'none');
      return ok(await render(markup, { tagged: markup.replaceAll(time, ''), tag }));
    },
  );
  if (!rendered.ok) return refuse(c, rendered.error);
  return sendRendered(c, { rendered: rendered.value, type: 'text/html; charset=utf-8' });
}

const NOTHING: FormValues = { body: '', name: '', email: '', website: '' };
export const BLANK = { values: NOTHING, errors: [], notice: '' as const };

export type PageForm = {
  time: string;
  values: FormValues;
  errors: FieldError[];
  /** What happened to the post that this page answers. */
  notice: Html | '';
};

type Drawn = { markup: string; threadId: string | null };

/** The whole page; also the answer to a post, with what was typed and what is wrong with it. */
export async function drawPage(
  c: AppContext,
  { ask, form }: { ask: PageAsk; form: PageForm },
): Promise<Result<Drawn, Parameters<typeof refuse>[1]>> {
  const { deps } = c.var;
  const { site: siteKey, url, key, reply, title: _, ...view } = ask;
  const read = await readThread(deps.readThread, {
    siteKey,
    page: { url, key },
    limit: 50,
    ...view,
  });
  if (!read.ok) return read;
  const { site } = read.value;
  // This page leads back to the article, so it must not be made to lead anywhere else.
  if (!isOwnPage(read.value, site)) return fail({ kind: 'foreign-page', site });
  const replyTo = reply === undefined ? null : await findParent(c, { reply, view: read.value });
  if (reply !== undefined && replyTo === null) return fail({ kind: 'unknown-parent' });
  const above = ask.branch === undefined ? [] : await deps.readThread.shownComments([ask.branch]);
  const body = drawMain({ view: read.value, ask, form, replyTo, above, now: deps.now() });
  const title = `Comments: ${titleOf(read.value)}`;
  const page = await htmlPage({ title, lang: 'en', body });
  return ok({ markup: String(page), threadId: read.value.thread?.id ?? null });
}

async function findParent(
  c: AppContext,
  { reply, view }: { reply: string; view: ThreadView },
): Promise<Comment | null> {
  const comment = await c.var.deps.readThread.findComment(reply);
  const isThere = comment?.threadId === view.thread?.id && comment?.status === 'published';
  return isThere ? comment : null;
}

type Main = {
  view: ThreadView;
  ask: PageAsk;
  form: PageForm;
  replyTo: Comment | null;
  /** The top of the branch that this page shows. */
  above: ShownComment[];
  now: Date;
};

function drawMain(main: Main): Html {
  const { view, ask, form, replyTo, now } = main;
  const { site, thread } = view;
  const closed = thread !== null && isClosed(thread, { site, now });
  const here = addressOfPage(ask);
  const links = {
    reply: (id: string) => here({ reply: id }, '#form'),
    place: (id: string) => here({ around: id }, `#comment-${id}`),
    branch: (id: string) => here({ branch: id }),
    closed,
  };
  const count = thread?.count ?? 0;
  return html`<main>
<h1>${titleOf(view)}</h1>
<p class="quiet">${site.name}${view.url === null ? '' : html` · <a href="${view.url}">Back to the article</a>`}</p>
${form.notice}
${drawAnnouncement(thread)}
<h2>${count === 1 ? '1 comment' : `${count} comments`}</h2>
${drawFeatured(view.featured, links)}
${drawSort(ask, here)}
${view.comments.length === 0 ? html`<p>Nobody has commented yet.</p>` : drawThread([...main.above, ...view.comments], links)}
${drawMore(view, { ask, here })}
${closed ? drawClosed(thread, form.values.body) : html`${drawSlowMode(thread)}${drawForm({ ...form, site, replyTo, cancel: here({}), page: { url: view.url, key: ask.key ?? null, title: ask.title ?? null } })}`}
${jsonLd(view)}
</main>`;
}

/** Never the title from the address: it would be anybody's words on the publisher's page. */
function titleOf({ thread, url, site }: ThreadView): string {
  return titleIn(thread) ?? url ?? site.name;
}

type Here = (change: Record<string, string>, hash?: string) => string;

/** Addresses of this same page with another view of it. */
function addressOfPage(ask: PageAsk): Here {
  const { site, url, key, title, sort } = ask;
  const same = Object.entries({ site, url, key, title, sort }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (change, hash = '') =>
    `/t?${new URLSearchParams({ ...Object.fromEntries(same), ...change })}${hash}`;
}

const ORDERS = [
  { sort: 'newest', words: 'Newest' },
  { sort: 'oldest', words: 'Oldest' },
  { sort: 'top', words: 'Most liked' },
  { sort: 'replies', words: 'Most replies' },
];

function drawSort(ask: PageAsk, here: Here): Html {
  const links = ORDERS.map(({ sort, words }) =>
    sort === ask.sort
      ? html`<span aria-current="true">${words}</span> `
      : html`<a href="${here({ sort })}">${words}</a> `,
  );
  return html`<p class="actions">${links}</p>`;
}

function drawMore(view: ThreadView, { ask, here }: { ask: PageAsk; here: Here }): Html | '' {
  const branch = ask.branch === undefined ? {} : { branch: ask.branch };
  const whole =
    ask.branch === undefined && ask.cursor === undefined
      ? ''
      : html`<a href="${here({})}">All comments</a>`;
  const more =
    view.nextCursor === null
      ? ''
      : html`<a href="${here({ cursor: view.nextCursor, ...branch })}">Show more comments</a>`;
  return whole === '' && more === '' ? '' : html`<p class="actions">${more} ${whole}</p>`;
}
