import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { serveHostile } from './hostile-service.ts';
import { anAddress, expect, openArticle, PAPER, signIn, test, WORKER } from './newsroom.ts';
import { expectOnlyText as expectTextOnScreen } from './only-text.ts';

/** The desk's screens, and what stands there once they are drawn. */
const SCREENS = [
  ['?queue=held', 'article'],
  ['?queue=reported', 'article'],
  ['?queue=unreviewed', 'article'],
  ['?queue=published', 'article'],
  ['?queue=spam', 'article'],
  ['?queue=rejected', 'article'],
  ['?queue=mine', '.own'],
  ['/threads', '.thread-list a'],
  ['/threads/id1', '.thread-log li'],
  ['/people', '.people-list li'],
] as const;

/** So many forms are on their way together. */
const AT_ONCE = 8;

/** Real collections of payloads, where the folder with the data stands beside the project. */
const DATA = join(import.meta.dirname, '../../../shared/data/xss_payloads');

test('a few of each kind are text in the widget, without JavaScript, and at the desk', {
  tag: '@phone',
}, async ({ page, watched }) => {
  await expectOnlyText(page, [...HOSTILE_TEXTS]);
  expect(watched.requests.filter((url) => /evil\.example/.test(url))).toEqual([]);
});

// Half by half, one in each of two browsers: they are many.
test.describe(() => {
  test.describe.configure({ mode: 'parallel' });
  for (const half of [0, 1]) {
    test(`the collections of payloads are text everywhere, half ${half + 1} (needs ../shared/data)`, async ({
      page,
      watched,
    }) => {
      test.skip(!existsSync(DATA), 'the folder with the collections is not here');
      test.setTimeout(240_000);
      const payloads = readPayloads().filter((_, i) => i % 2 === half);
      expect(payloads.length).toBeGreaterThan(500);
      await expectOnlyText(page, payloads);
      const isForeign = (url: string) => !url.startsWith(WORKER) && !url.startsWith(PAPER);
      expect(watched.requests.filter(isForeign)).toEqual([]);
    });
  }
});

test('the collections of payloads are text on every screen of the desk (needs ../shared/data)', async ({
  page,
  watched,
}) => {
  test.skip(!existsSync(DATA), 'the folder with the collections is not here');
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const payloads = readPayloads();
  const { given } = await serveHostile(page, { texts: payloads, length: 25 });
  const shown = new Set<string>();
  for (const [address, first] of SCREENS) {
    await page.goto(`${WORKER}/desk${address}`);
    await expect(page.locator(first).first()).toBeVisible();
    const texts = [...given.values()].flatMap((all) => [...all]);
    for (const text of await expectTextOnScreen(page, texts))
      shown.add(text.replace(/ \u202E‹\d+›$/, ''));
  }
  expect(payloads.filter((payload) => !shown.has(payload)).length).toBeLessThan(
    payloads.length / 10,
  );
  const isForeign = (url: string) => !url.startsWith(WORKER);
  expect(watched.requests.filter(isForeign)).toEqual([]);
});

async function expectOnlyText(page: Page, payloads: string[]): Promise<void> {
  const url = await openArticle(page);
  const stored = await postAll(page, { url, payloads });
  expect(stored.length).toBeGreaterThan(payloads.length * 0.9);
  await expectTextInWidget(page, { url, stored });
  await expectTextWithoutScripts(page, { url, stored });
  await expectTextAtDesk(page, { url, stored });
}

type Stored = { id: string; name: string; source: string; status: string };

/** As comment and name, some also as e-mail and website; what the form refuses is refused in words. */
async function postAll(
  page: Page,
  { url, payloads }: { url: string; payloads: string[] },
): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (let at = 0; at < payloads.length; at += AT_ONCE) {
    const some = payloads.slice(at, at + AT_ONCE);
    const answers = await Promise.all(
      some.map((payload, i) => postOne(page, { url, payload, alsoAsEmail: (at + i) % 4 === 0 })),
    );
    stored.push(...answers.filter((one) => one !== null));
  }
  return stored;
}

async function postOne(
  page: Page,
  given: { url: string; payload: string; alsoAsEmail: boolean },
): Promise<Stored | null> {
  const { url, payload, alsoAsEmail } = given;
  const data = {
    site: 'daily-planet',
    url,
    body: payload,
    name: [...payload].slice(0, 80).join(''),
  };
  const headers = { 'cf-connecting-ip': anAddress() };
  const fields = {
    ...data,
    site: 'harbour-post',
    url: url.replace('daily-planet', 'harbour-post'),
    email: payload,
    website: payload,
  };
  const send = (form: object) =>
    page.request.post(`${WORKER}/api/v1/comments`, { data: form, headers });
  const response = await send(data);
  expect([201, 409, 422]).toContain(response.status());
  if (alsoAsEmail) expect([201, 409, 422]).toContain((await send(fields)).status());
  if (response.status() !== 201) return null;
  const answer = await response.json();
  return { ...answer.comment, source: answer.source };
}

/** Follows "Show more" to the end and compares what stands there with what was typed. */
async function expectTextInWidget(
  page: Page,
  { url, stored }: { url: string; stored: Stored[] },
): Promise<void> {
  await page.goto(url);
  const shown = stored.filter(({ status }) => status === 'published');
  const articles = page.locator('belowline-comments').getByRole('article');
  await page.locator('belowline-comments').scrollIntoViewIfNeeded();
  await expect(articles.first()).toBeVisible();
  const more = page.getByRole('button', { name: 'Show more comments' });
  while ((await articles.count()) < Math.min(shown.length, 200)) {
    const before = await articles.count();
    await more.click();
    await expect.poll(() => articles.count()).toBeGreaterThan(before);
  }
  const foreign = await page.locator('belowline-comments').evaluate((element) => {
    const known =
      'A,ARTICLE,B,BLOCKQUOTE,BR,BUTTON,BDI,DIV,EM,FORM,H2,H3,H4,HEADER,FOOTER,INPUT,LABEL,LI,OL,P,SECTION,SPAN,STRONG,STYLE,SVG,PATH,TEXTAREA,TIME,UL,FIELDSET,LEGEND,SLOT,NAV,MAIN,SMALL'.split(
        ',',
      );
    const all = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
    return all
      .filter(
        (node) =>
          !known.includes(node.nodeName.toUpperCase()) ||
          [...node.attributes].some(({ name }) => name.startsWith('on')),
      )
      .map(({ outerHTML }) => outerHTML);
  });
  expect(foreign).toEqual([]);
  const links = await page
    .locator('belowline-comments')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((href) => !/^(?:https?:\/\/|#)/i.test(href))).toEqual([]);
}

async function expectTextWithoutScripts(
  page: Page,
  { url, stored }: { url: string; stored: Stored[] },
): Promise<void> {
  const last = stored.findLast(({ status }) => status === 'published');
  await page.goto(`${WORKER}/t?${new URLSearchParams({ site: 'daily-planet', url })}`);
  const names = page.getByRole('main').getByRole('article');
  await expect(names.first()).toBeVisible();
  const elements = await page.evaluate(() =>
    [...document.querySelectorAll('script, iframe, img, svg, style, object, embed, form')].map(
      ({ nodeName, id, type }: Element & { type?: string }) =>
        `${nodeName} ${id} ${type ?? ''}`.trim(),
    ),
  );
  expect(elements.sort()).toEqual(['FORM form', 'SCRIPT  application/ld+json']);
  expect(await page.locator(`#comment-${last?.id} .name`).textContent()).toBe(last?.name);
}

async function expectTextAtDesk(
  page: Page,
  { stored }: { url: string; stored: Stored[] },
): Promise<void> {
  await signIn(page);
  const ids = new Set(stored.map(({ id }) => id));
  for (const queue of ['held', 'unreviewed', 'rejected']) {
    await page.goto(`${WORKER}/desk?queue=${queue}&site=daily-planet`);
    const cards = page.getByRole('article');
    await expect(cards.first()).toBeVisible();
    for (let i = 0; i < 30; i++) await page.keyboard.press('j');
    const foreign = await page.evaluate(
      () =>
        document.querySelectorAll(
          'main script, main iframe, main img, main style, main object, main form, main math',
        ).length,
    );
    expect(foreign).toBe(0);
  }
  expect(ids.size).toBe(stored.length);
}

function readPayloads(): string[] {
  const files = readdirSync(DATA, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|json|js|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const texts = lines
    .map((line) => line.trim())
    .filter((line) => line.length > 3 && line.length < 2000);
  return [...new Set(texts)].slice(0, 1500);
}
