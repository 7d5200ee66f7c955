import AxeBuilder from '@axe-core/playwright';
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { e2eProduct } from '../support/e2e-product.ts';
import { signInLink } from '../support/sign-in-link.ts';

export { expect };

const { workerOrigin, demoOrigin } = e2eProduct();
export const WORKER = workerOrigin;
export const PAPER = demoOrigin;

/** As strict as a publisher's policy can be: no inline script, no inline style, Trusted Types. */
const POLICY = `default-src 'none'; script-src ${WORKER}; style-src 'self'; connect-src ${WORKER} ${WORKER.replace('http', 'ws')}; require-trusted-types-for 'script'; trusted-types 'none'`;

export type ArticleOptions = {
  site?: 'daily-planet' | 'harbour-post' | 'proof-gazette';
  /** Attributes of the script tag beyond data-site. */
  attributes?: string;
  /** Paragraphs above the comments. */
  paragraphs?: number;
  /** What stands in the place of the one script tag. */
  body?: string;
  origin?: string;
  /** The page's own style sheet. */
  style?: string;
  /** Where the page may connect to; the service and its live connection if not given. */
  connect?: string;
  /** The page's Content-Security-Policy. */
  policy?: string;
};

let pages = 0;

/** An article of its own for a test, on the newspaper's origin and under the strict policy. */
export async function openArticle(page: Page, options: ArticleOptions = {}): Promise<string> {
  const { site = 'daily-planet', attributes = '', paragraphs = 1, origin = PAPER } = options;
  pages += 1;
  const url = `${origin}/${site}/test-${test.info().testId}-${pages}`;
  const script = `<script src="${WORKER}/embed.js" data-site="${site}" ${attributes} async></script>`;
  const text = '<p>The bridge was closed for nine weeks, and nobody said why.</p>'.repeat(
    paragraphs,
  );
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The bridge</title>
    <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="?style"></head>
    <body><main><h1>The bridge</h1>${text}${options.body ?? script}</main><footer>The end</footer></body></html>`;
  await page.route(`${url}*`, (route) => {
    if (route.request().resourceType() === 'stylesheet') {
      return route.fulfill({ contentType: 'text/css', body: options.style ?? '' });
    }
    return route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy':
          options.policy ??
          POLICY.replace(/connect-src ([^;]*)/, `connect-src ${options.connect ?? '$1'}`),
      },
      body: html,
    });
  });
  await page.goto(url);
  return url;
}

/** The form's parts as a person finds them. */
export function formOf(scope: Page | Locator) {
  return {
    comment: scope.getByRole('textbox', { name: 'Comment' }),
    name: scope.getByRole('textbox', { name: 'Name' }),
    email: scope.getByRole('textbox', { name: 'Email' }),
    send: scope.getByRole('button', { name: 'Post comment' }),
  };
}

/** A comment in the thread. */
export function commentBy(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('article', { name: `Comment by ${name}`, exact: true });
}

/** Posts through the API, as a program would; answers the comment and its author's token. */
export async function post(
  page: Page,
  input: {
    site?: string;
    url: string;
    name: string;
    body: string;
    email?: string;
    parent?: string;
  },
): Promise<{ comment: { id: string; status: string }; authorToken: string }> {
  const response = await page.request.post(`${WORKER}/api/v1/comments`, {
    data: { site: 'daily-planet', ...input },
    headers: { 'cf-connecting-ip': anAddress() },
  });
  expect(response.status(), await response.text()).toBe(201);
  return response.json();
}

/** Every test writes from a household of its own, or the limit on floods would hold its comments. */
export function anAddress(): string {
  const part = () => Math.floor(Math.random() * 250) + 1;
  return `10.${part()}.${part()}.${part()}`;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Of those who were signed in by this process before; signing in is tested elsewhere. */
const sessions = new Map<string, Cookies>();
/** Their test ends sessions. */
const NOT_KEPT = ['pam@session.example'];

export async function signIn(page: Page, email = 'ines@belowline.example'): Promise<void> {
  const kept = sessions.get(email);
  if (kept === undefined) {
    await page.goto(await signInLink(email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  } else {
    await page.context().addCookies(kept);
    await page.goto(`${WORKER}/desk`);
  }
  await expect(page.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  // Before the desk knows who is there it takes no keys.
  await expect(page.getByRole('button', { name: /^Account: [^…]/ })).toBeVisible();
  if (!NOT_KEPT.includes(email)) sessions.set(email, await page.context().cookies(WORKER));
}

/** Where the test has ended the session that others of this process were signed in with. */
export async function signInAnew(page: Page, email: string): Promise<void> {
  sessions.delete(email);
  await signIn(page, email);
}

/** WCAG 2.2 A and AA by axe, shadow roots included. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}

type Watched = {
  /** Everything that went wrong in any page of this test: errors, policy violations, dialogs. */
  troubles: string[];
  /** Every request of any page of this test. */
  requests: string[];
};

/** Longer than any form that screening would call too quick, in milliseconds. */
const PATIENCE_MS = 1600;

/**
 * `watched` collects what a page says and asks for. A test that expects an error empties
 * `troubles` itself; whatever is left at its end fails it.
 *
 * `oldForms` are times of forms that were opened a while ago: the tests write faster than people,
 * which is just what screening holds, so their posts say that they come from these forms.
 */
export const test = base.extend<{ watched: Watched }, { oldForms: Record<string, string> }>({
  oldForms: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext();
      const times: Record<string, string> = {};
      for (const site of ['daily-planet', 'harbour-post', 'proof-gazette']) {
        const query = new URLSearchParams({ site, url: `${PAPER}/${site}/` });
        const answer = await request.get(`${WORKER}/api/v1/thread?${query}`);
        times[site] = (await answer.json()).form.time;
      }
      const opened = Date.now();
      await expect.poll(() => Date.now() - opened).toBeGreaterThan(PATIENCE_MS);
      await use(times);
      await request.dispose();
    },
    { scope: 'worker' },
  ],
  watched: [
    async ({ context, oldForms }, use) => {
      const watched: Watched = { troubles: [], requests: [] };
      const address = anAddress();
      await context.route(
        (url) => ['/api/v1/comments', '/t'].includes(url.pathname),
        (route) => {
          const request = route.request();
          if (request.method() !== 'POST') return route.fallback();
          const headers = { ...request.headers(), 'cf-connecting-ip': address };
          return route.continue({ headers, postData: withOldForm(request.postData(), oldForms) });
        },
      );
      context.on('console', (message) => {
        if (message.type() === 'error') watched.troubles.push(message.text());
      });
      context.on('weberror', (error) => watched.troubles.push(String(error.error())));
      context.on('dialog', (dialog) => {
        watched.troubles.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => watched.requests.push(request.url()));
      await use(watched);
      expect(watched.troubles).toEqual([]);
    },
    { auto: true },
  ],
});

function withOldForm(data: string | null, oldForms: Record<string, string>): string {
  const text = data ?? '';
  if (text.startsWith('{')) {
    const json = JSON.parse(text);
    return JSON.stringify({ ...json, formTime: oldForms[json.site] });
  }
  const fields = new URLSearchParams(text);
  fields.set('formTime', oldForms[fields.get('site') ?? ''] ?? '');
  return fields.toString();
}
