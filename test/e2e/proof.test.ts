import type { Page, Request } from '@playwright/test';
import { Problem } from '../../src/contract/problem.ts';
import {
  commentBy,
  expect,
  expectAccessible,
  formOf,
  openArticle,
  PAPER,
  test,
  WORKER,
} from './newsroom.ts';

const site = 'proof-gazette';

/** What the page posts, in order: each with its key and whether a proof came with it. */
function watchPosts(page: Page): { key: string | undefined; proof: string | undefined }[] {
  const posts: { key: string | undefined; proof: string | undefined }[] = [];
  page.on('request', (request: Request) => {
    if (request.method() !== 'POST') return;
    const { proof } = request.postDataJSON();
    posts.push({ key: request.headers()['idempotency-key'], proof });
  });
  return posts;
}

/** Changes what the thread says of the proof that its form needs. */
async function tellForm(page: Page, proof: unknown): Promise<void> {
  await page.route(`${WORKER}/api/v1/thread?*`, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({ response, json: { ...json, form: { ...json.form, proof } } });
  });
}

async function write(page: Page, { name, body }: { name: string; body: string }) {
  const form = formOf(page);
  await form.comment.pressSequentially(body);
  await form.name.fill(name);
  return form;
}

test.describe('where a site asks for a proof of work', () => {
  test('a browser makes it under the strictest policy, and its reader has nothing to do', async ({
    page,
    watched,
  }) => {
    const posts = watchPosts(page);
    await openArticle(page, { site });
    const form = await write(page, { name: 'Ada', body: `Hashed here. ${test.info().testId}` });
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toContainText('Hashed here.');
    await expect(page.getByText('Your comment is published.')).toBeVisible();
    await expect(commentBy(page, 'Ada')).not.toContainText('awaiting moderation');
    expect(posts).toEqual([{ key: expect.any(String), proof: expect.any(String) }]);
    await expectAccessible(page);
    const elsewhere = watched.requests.filter(
      (url) => !url.startsWith(WORKER) && !url.startsWith(PAPER),
    );
    expect(elsewhere).toEqual([]);
  });

  test('each comment has a proof of its own', async ({ page }) => {
    const posts = watchPosts(page);
    await openArticle(page, { site });
    for (const body of ['The first of two proofs.', 'And the second, made anew.']) {
      const form = await write(page, { name: 'Bea', body });
      await form.send.click();
      await expect(page.getByText(body)).toBeVisible();
      await expect(form.comment).toHaveValue('');
    }
    expect(posts).toHaveLength(2);
    expect(posts[0]?.proof).not.toBe(posts[1]?.proof);
  });

  test('that began after the page was opened, the same try is sent again with a proof', async ({
    page,
    watched,
  }) => {
    const posts = watchPosts(page);
    await tellForm(page, null);
    await openArticle(page, { site });
    const form = await write(page, { name: 'Cem', body: 'The flood came while I was writing.' });
    await form.send.click();
    await expect(commentBy(page, 'Cem')).toBeVisible();
    expect(posts.map(({ proof }) => typeof proof)).toEqual(['undefined', 'string']);
    expect(posts[0]?.key).toBe(posts[1]?.key);
    expect(watched.troubles.splice(0).join()).toContain('422');
  });

  test('what was typed stays where no proof can be had, and is sent when it can', async ({
    page,
    watched,
  }) => {
    const challenges = `${WORKER}/api/v1/challenge?*`;
    await page.route(challenges, (route) => route.abort());
    await openArticle(page, { site });
    const form = await write(page, { name: 'Dot', body: 'These words are not lost.' });
    await form.send.click();
    await expect(page.getByRole('alert')).toHaveText(
      'Your comment could not be checked. Please send it again.',
    );
    await expect(form.comment).toHaveValue('These words are not lost.');
    await expect(form.send).not.toHaveAttribute('aria-disabled', 'true');
    await page.unroute(challenges);
    await form.send.click();
    await expect(commentBy(page, 'Dot')).toContainText('These words are not lost.');
    watched.troubles.length = 0;
  });

  test('a program without one is told what is missing', async ({ page }) => {
    const url = `${PAPER}/${site}/for-programs`;
    const data = { site, url, name: 'Eve', body: 'No work was done for this.' };
    const answer = await page.request.post(`${WORKER}/api/v1/comments`, { data });
    const problem = Problem.parse(await answer.json());
    expect([problem.type, problem.proof]).toEqual(['/problems/proof-needed', { by: 'altcha' }]);
  });
});

test.describe('where a site asks for Turnstile', () => {
  const CLOUDFLARE = 'https://challenges.cloudflare.com';
  const policy = `default-src 'none'; script-src ${WORKER} ${CLOUDFLARE}; frame-src ${CLOUDFLARE}; style-src 'self'; connect-src ${WORKER} ${WORKER.replace('http', 'ws')}`;

  /** Stands in for Cloudflare's script: it draws a box and hands out tokens, as documented. */
  const SCRIPT = `
    let count = 0, options, box;
    const hand = () => setTimeout(() => options.callback(options.sitekey + ' ' + options.action + ' ' + ++count));
    window.turnstile = {
      render(place, given) {
        options = given;
        box = document.createElement('p');
        box.textContent = 'Verify you are human';
        place.append(box);
        hand();
        return 'widget-1';
      },
      reset(id) { if (id === 'widget-1') hand(); },
    };`;

  test('its widget stands in the form, and each comment brings a token', async ({ page }) => {
    const posts = watchPosts(page);
    await page.route(`${CLOUDFLARE}/**`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: SCRIPT }),
    );
    await tellForm(page, { by: 'turnstile', siteKey: '0x4AAA' });
    await openArticle(page, { policy });
    for (const body of ['A token for this one.', 'Another token for the next.']) {
      const form = await write(page, { name: 'Fay', body });
      await expect(page.getByText('Verify you are human')).toBeVisible();
      await form.send.click();
      await expect(page.getByText(body)).toBeVisible();
      await expect(form.comment).toHaveValue('');
    }
    expect(posts.map(({ proof }) => proof)).toEqual(['0x4AAA comment 1', '0x4AAA comment 2']);
  });

  test('a page that does not let its script in still sends the comment', async ({
    page,
    watched,
  }) => {
    const posts = watchPosts(page);
    await tellForm(page, { by: 'turnstile', siteKey: '0x4AAA' });
    await openArticle(page);
    const form = await write(page, { name: 'Gus', body: 'Our policy lets nobody in.' });
    await form.send.click();
    await expect(commentBy(page, 'Gus')).toBeVisible();
    expect(posts.map(({ proof }) => proof)).toEqual([undefined]);
    expect(watched.requests.filter((url) => url.startsWith(CLOUDFLARE))).toEqual([]);
    expect(watched.troubles.splice(0).join()).toMatch(/TrustedScriptURL|Content Security Policy/);
  });
});
