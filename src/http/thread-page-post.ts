import { Hono } from 'hono';
import { html } from 'hono/html';
import type { FieldError } from '../contract/problem.ts';
import { type PostError, postComment } from '../domain/post-comment.ts';
import { announcePosted } from './announce.ts';
import { type AppContext, type AppEnv, addressOf, originOf, visitOf } from './app-env.ts';
import { tellDuration } from './draw-notes.ts';
import { forgetThread } from './edge-cache.ts';
import { refuse } from './failures.ts';
import { formMessages, nudgeMessage } from './form-messages.ts';
import { type Html, htmlPage } from './html-page.ts';
import { PROBLEMS, type ProblemCode, problem } from './problem.ts';
import { readText } from './read-request.ts';
import { tellDesk } from './tell-desk.ts';
import { BLANK, drawPage, type PageAsk, type PageForm } from './thread-page.ts';

/** The form's post without JavaScript: the answer is the page itself, with what became of it. */
export const threadPagePost = new Hono<AppEnv>();

threadPagePost.post('/', async (c) => {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return problem(c, 'unsupported-media-type', { detail: 'This address takes a form’s post.' });
  }
  const text = await readText(c);
  if (text === null) return problem(c, 'body-too-large');
  const fields = new URLSearchParams(text);
  const ask = readAsk(fields);
  const posted = await post(c, fields).catch((error) => {
    if (c.var.deps.isOutage(error)) return null;
    throw error;
  });
  if (posted === null) return giveBack(c, { fields, code: 'unavailable' });
  if (!posted.ok) return answerFailure(c, { fields, ask, error: posted.error });
  const { comment } = posted.value;
  forgetThread(c, { siteKey: ask.site, threadId: comment.threadId, removed: false });
  announcePosted(c, posted.value);
  tellDesk(c, { comments: [comment], act: 'posted' });
  const time = await c.var.deps.formTime(ask.site);
  const notice =
    comment.status === 'published'
      ? html`<p class="notice" role="status">Your comment is published. <a href="#comment-${comment.id}">Go to it</a></p>`
      : drawHeld(comment.source);
  return answerPage(c, { ask, form: { ...BLANK, time, notice }, status: 201 });
});

function readAsk(fields: URLSearchParams): PageAsk {
  const get = (name: string) => fields.get(name) || undefined;
  const { url, key, title } = { url: get('url'), key: get('key'), title: get('title') };
  return {
    site: get('site') ?? '',
    sort: 'newest',
    ...(url && { url: url.slice(0, 2000) }),
    ...(key && { key: key.slice(0, 200) }),
    ...(title && { title: title.slice(0, 300) }),
  };
}

/**
 * The page may come from a cache that many readers share, so a key in it would be shared as well:
 * the request names itself by all that was typed, by whom and into which form.
 */
async function post(c: AppContext, fields: URLSearchParams) {
  const { deps } = c.var;
  const ask = readAsk(fields);
  const get = (name: string) => fields.get(name) ?? '';
  const address = addressOf(c);
  return postComment(deps.write(originOf(c)), {
    siteKey: ask.site,
    page: { url: ask.url, key: ask.key },
    title: ask.title,
    parentId: get('parent') || null,
    name: get('name'),
    email: get('email'),
    website: get('website'),
    body: get('body'),
    trap: get('nickname'),
    formTime: get('formTime'),
    proof: { kind: 'no-script' },
    origin: c.req.header('origin') ?? null,
    address,
    visit: visitOf(c),
    nudge: get('anyway') === '',
    requestKey: await deps.hashRequest(`page\n${address ?? ''}\n${fields}`),
    now: deps.now(),
  });
}

function drawHeld(source: string): Html {
  return html`<div class="notice" role="status"><p>Your comment is awaiting moderation.</p><blockquote dir="auto">${source}</blockquote></div>`;
}

/** Where no form can be shown: what is wrong, and the words, so that they can be kept. */
async function giveBack(
  c: AppContext,
  { fields, code }: { fields: URLSearchParams; code: ProblemCode },
): Promise<Response> {
  const { status, title } = PROBLEMS[code];
  const body = html`<main><h1>${title}</h1><h2>What you wrote</h2><pre dir="auto">${fields.get('body') ?? ''}</pre></main>`;
  const headers = status === 503 ? { 'Retry-After': '3' } : {};
  return c.html(String(await htmlPage({ title, lang: 'en', body })), status, headers);
}

type Failed = { fields: URLSearchParams; ask: PageAsk; error: PostError };

/** What was typed stays in the form, whatever went wrong; without a thread there is no form. */
async function answerFailure(c: AppContext, { fields, ask, error }: Failed): Promise<Response> {
  const time = await c.var.deps.formTime(ask.site);
  const errors = errorsOf(error);
  const code = error.kind === 'refused' ? error.refusal : error.kind;
  const hasNoPage = code === 'unknown-site' || code === 'bad-page' || code === 'foreign-page';
  if (hasNoPage) return giveBack(c, { fields, code });
  if (code === 'too-long') return refuse(c, error);
  const { status, title } = PROBLEMS[code];
  const wait = error.kind === 'refused' && code === 'slow-mode' ? (error.waitSeconds ?? 0) : 0;
  const until = wait > 0 ? ` You can post again in ${tellDuration(wait)}.` : '';
  const notice = html`<p class="notice bad" role="alert">${title}${until}</p>`;
  const get = (name: string) => fields.get(name) ?? '';
  const values = {
    body: get('body'),
    name: get('name'),
    email: get('email'),
    website: get('website'),
  };
  // To a parent that is gone the page cannot offer a reply; the text is kept as a new comment.
  const parent = code === 'unknown-parent' ? '' : get('parent');
  const reply = parent === '' ? {} : { reply: parent };
  return answerPage(c, {
    ask: { ...ask, ...reply },
    form: { time, values, errors, notice },
    status,
  });
}

function errorsOf(error: PostError): FieldError[] {
  if (error.kind === 'invalid-form') return formMessages(error.errors, error.site);
  return error.kind === 'rephrase' ? [nudgeMessage(error.words)] : [];
}

async function answerPage(
  c: AppContext,
  {
    ask,
    form,
    status,
  }: {
    ask: PageAsk;
    form: PageForm;
    status: 201 | (typeof PROBLEMS)[keyof typeof PROBLEMS]['status'];
  },
): Promise<Response> {
  const page = await drawPage(c, { ask, form });
  if (!page.ok) return refuse(c, page.error);
  return c.html(page.value.markup, status);
}
