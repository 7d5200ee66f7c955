import type { Page, WebSocketRoute } from '@playwright/test';
import { Bulks } from '../../src/contract/bulks.ts';
import { PostedComment } from '../../src/contract/comments.ts';
import { Decided, type QueueItem, QueuePage } from '../../src/contract/desk.ts';
import { DeskSession } from '../../src/contract/desk-session.ts';
import { Problem } from '../../src/contract/problem.ts';
import type { Route } from '../../src/contract/route.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import { SavedReplies } from '../../src/contract/staff.ts';
import { ThreadPage } from '../../src/contract/thread.ts';
import { MovePreview } from '../../src/contract/threads.ts';
import { hostileAnswer, type Writer } from '../support/hostile-answers.ts';
import { PAPER, WORKER } from './newsroom.ts';

/** Long lists are those of whole screens, in which every kind of text has its turn. */
const SCREENFULS = /\.(?:items|comments|members|decisions|threads|people|invitations|acts)$/;

export type HostileService = {
  /** What was answered so far, by the place that it stood in. */
  given: Map<string, Set<string>>;
  /** From now on every request whose path this fits is refused, with hostile words. */
  refuse(path: RegExp, code?: string): void;
  /** Something hostile for a message of a connection. */
  write: Writer;
  /** The newest connection. */
  socket(): WebSocketRoute;
  /** The one that the page opens next. */
  nextSocket(): Promise<WebSocketRoute>;
};

type Given = { texts: readonly string[]; length: number };

/**
 * Stands in for the service: whatever a page asks, it is answered as the contract allows, and every
 * text in it is hostile. Each ends in a number that
 * tells where it came from, behind a turn of direction that is never closed.
 */
export async function serveHostile(page: Page, { texts, length }: Given): Promise<HostileService> {
  const given: HostileService['given'] = new Map();
  const kept = new Map<string, string>();
  let refused: { path: RegExp; code: string } | null = null;
  let socket: WebSocketRoute | null = null;
  const waiting: ((opened: WebSocketRoute) => void)[] = [];
  let next = 0;
  const write: Writer = {
    text(where) {
      const there = given.get(where) ?? new Set();
      given.set(where, there);
      const number = [...given.keys()].indexOf(where);
      const text = `${texts[next++ % texts.length]} \u202E‹${number}›`;
      there.add(text);
      return text;
    },
    length: (where) => (SCREENFULS.test(where) && where.split('.').length === 2 ? length : 3),
  };

  await page.route(`${WORKER}/api/v1/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const found = ROUTES.find((one) => isFor(one, request.method(), pathname));
    if (found === undefined) return route.abort();
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if (refused?.path.test(pathname)) {
      const problem = refusal(write, refused.code);
      const contentType = 'application/problem+json';
      return route.fulfill({ status: 409, headers, contentType, body: JSON.stringify(problem) });
    }
    const name = found.path.replace(/^\/api\/v1\/(?:desk\/)?/, '').replace(/\{\w+\}/g, '*');
    const key = `${request.method()} ${request.url()}`;
    const known = request.method() === 'GET' ? kept.get(key) : undefined;
    const answer = () =>
      found.answer.parse(hostileAnswer(found.answer, { writer: write, name: `${name} ` }));
    const body = known ?? JSON.stringify(consistent(found.path, answer(), request.postData()));
    kept.set(key, body);
    return route.fulfill({ status: found.status, headers, contentType: 'application/json', body });
  });
  await page.routeWebSocket(/\/api\/v1\/(?:desk\/)?live/, (opened) => {
    socket = opened;
    for (const resolve of waiting.splice(0)) resolve(opened);
  });
  return {
    given,
    write,
    refuse(path, code = 'refused') {
      refused = { path, code };
    },
    nextSocket: () => new Promise((resolve) => waiting.push(resolve)),
    socket() {
      if (socket === null) throw new Error('the page has not connected');
      return socket;
    },
  };
}

function isFor({ method, path }: Route, asked: string, pathname: string): boolean {
  const pattern = `^${path.replace(/\{\w+\}/g, '[^/]+')}$`;
  return method.toUpperCase() === asked && new RegExp(pattern).test(pathname);
}

function refusal(writer: Writer, code: string): Problem {
  return Problem.parse({
    type: `/problems/${code}`,
    title: writer.text('problem title'),
    status: 409,
    detail: writer.text('problem detail'),
    errors: [{ field: 'body', code, message: writer.text('problem errors') }],
  });
}

/** What must fit together so that a page shows all of it: who is signed in, which is whose parent. */
function consistent(path: string, answer: unknown, asked: string | null): unknown {
  switch (path) {
    case '/api/v1/desk/session': {
      const session = DeskSession.parse(answer);
      const moderator = { ...session.moderator, role: 'admin', signedInBy: 'session' };
      const translateUrl = 'https://translate.example/?q={text}';
      const sites = session.sites.map((site) => ({ ...site, key: 'daily-planet' })).slice(0, 1);
      return { ...session, moderator, translateUrl, sites };
    }
    case '/api/v1/desk/queue': {
      const page = QueuePage.parse(answer);
      const site = (name: string) => ({ key: 'daily-planet', name });
      const items = page.items.map((item) => ({
        ...item,
        site: site(item.site.name),
        findings: item.findings.map((finding) => ({ ...finding, matches: matchesOf(item) })),
      }));
      return { ...page, items, nextCursor: null };
    }
    case '/api/v1/desk/bulks': {
      const { bulks } = Bulks.parse(answer);
      return { bulks: bulks.map((bulk) => ({ ...bulk, state: 'done' })) };
    }
    case '/api/v1/desk/threads/{id}/move/preview':
      return { ...MovePreview.parse(answer), kind: 'merge' };
    case '/api/v1/desk/sites/{key}/replies':
      return { ...SavedReplies.parse(answer), mayChange: true };
    case '/api/v1/desk/decisions':
      return asked === null ? dropCursor(answer) : fitDecided(answer, asked);
    case '/api/v1/comments': {
      const posted = PostedComment.parse(answer);
      const comment = { ...posted.comment, parentId: null, status: 'published' };
      return { ...posted, comment, editableUntil: '2100-01-01T00:00:00.000Z' };
    }
    case '/api/v1/thread':
      return fitThread(ThreadPage.parse(answer));
    default:
      return dropCursor(answer);
  }
}

/** Pieces to be marked must stand there: here they are all of a field, or its first letters. */
function matchesOf({ name, email, website, source }: QueueItem) {
  const fields = { name, email: email ?? '', website: website ?? '', body: source.slice(0, 9) };
  return (['name', 'email', 'website', 'body'] as const).map((field) => ({
    field,
    text: fields[field],
  }));
}

/** Every decision comes back: somebody else was faster. */
function fitDecided(answer: unknown, asked: string): unknown {
  const { results, counts } = Decided.parse(answer);
  const conflict = results.find(({ result }) => result === 'conflict');
  const { decisions } = JSON.parse(asked);
  return {
    counts,
    results: decisions.map(({ commentId }: { commentId: string }) => ({
      ...conflict,
      commentId,
      ...(conflict?.result === 'conflict' &&
        conflict.item !== null && { item: { ...conflict.item, id: commentId } }),
    })),
  };
}

function fitThread(page: ThreadPage): ThreadPage {
  const [first] = page.comments;
  const comments = page.comments.map((comment, at) => ({
    ...comment,
    status: 'published' as const,
    // Every third answers the one before, so that there are branches to draw.
    parentId: at % 3 === 1 ? (page.comments[at - 1]?.id ?? null) : null,
    replyCount: 0,
  }));
  const featured = page.featured.map((copy) => ({ ...copy, status: 'published' as const }));
  const asks = { email: 'off', website: 'off', proof: null, maxDepth: 5, maxLength: 5000 } as const;
  const form = { ...page.form, ...asks, origins: [PAPER] };
  const thread = { ...page.thread, id: first?.id ?? null, state: 'open' as const, count: 20 };
  return { ...page, thread, form, comments, featured, nextCursor: null };
}

function dropCursor(answer: unknown): unknown {
  const isPage = typeof answer === 'object' && answer !== null && 'nextCursor' in answer;
  return isPage ? { ...answer, nextCursor: null } : answer;
}
