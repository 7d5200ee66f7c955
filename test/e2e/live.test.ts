import type { Page, WebSocketRoute } from '@playwright/test';
import {
  commentBy,
  expect,
  expectAccessible,
  formOf,
  openArticle,
  post as postText,
  signIn,
  test,
  WORKER,
} from './newsroom.ts';

/** The same words in another window size would be a repetition. */
const post: typeof postText = (page, input) =>
  postText(page, { ...input, body: `${input.body} ${test.info().testId}` });

/** Until the page hears of changes. */
async function openLive(page: Page, url: string): Promise<void> {
  const connected = page.waitForEvent('websocket');
  await page.goto(url);
  await connected;
  await watchShifts(page);
}

async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!Reflect.get(entry, 'hadRecentInput')) moved.push(String(Reflect.get(entry, 'value')));
      }
    }).observe({ type: 'layout-shift' });
  });
}

const moved = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'moved'));

test('new comments are counted, and come when their reader wants them; nothing moves', {
  tag: '@phone',
}, async ({ page }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  await openLive(page, url);
  await post(page, { url, name: 'Second', body: 'Came in while somebody read.' });
  await expect(page.getByRole('button', { name: '1 new comment', exact: true })).toBeVisible();
  const { comment } = await post(page, { url, name: 'Third', body: 'Came in right after it.' });
  await post(page, { url, name: 'Reply', body: 'Answers the third one.', parent: comment.id });
  const button = page.getByRole('button', { name: '3 new comments' });
  await expect(button).toBeVisible();
  await expect(commentBy(page, 'Second')).toHaveCount(0);
  expect(await moved(page)).toEqual([]);
  await expectAccessible(page);
  await button.click();
  await expect(commentBy(page, 'Second')).toBeVisible();
  await expect(commentBy(page, 'Reply')).toBeVisible();
  await expect(commentBy(page, 'Second')).toBeFocused();
  await expect(button).toBeHidden();
  await expect(page.getByRole('heading', { name: '4 comments' })).toBeVisible();
});

test('the first comment on an article reaches those who wait there', async ({ page }) => {
  const url = await openArticle(page);
  await openLive(page, url);
  await post(page, { url, name: 'Eager', body: 'First of all the comments here.' });
  await page.getByRole('button', { name: '1 new comment' }).click();
  await expect(commentBy(page, 'Eager')).toBeVisible();
});

test('a reader’s own comment is not announced to them', async ({ page }) => {
  const url = await openArticle(page);
  await openLive(page, url);
  await formOf(page).comment.fill('My own words on this.');
  await formOf(page).name.fill('Ada');
  await formOf(page).send.click();
  await expect(commentBy(page, 'Ada')).toBeVisible();
  await post(page, { url, name: 'Other', body: 'Somebody else’s words on this.' });
  await expect(page.getByRole('button', { name: '1 new comment', exact: true })).toBeVisible();
});

test('what a moderator takes away is gone within two seconds, and comes back when they undo', async ({
  page,
  browser,
}) => {
  const url = await openArticle(page);
  const name = `Rude ${test.info().testId.slice(-6)} ${test.info().project.name}`;
  await post(page, { url, name: 'Above', body: `Stands above it, ${name}.` });
  const { comment } = await post(page, { url, name, body: `Rude words of ${name}.` });
  await post(page, { url, name: 'Below', body: `Stands below it, ${name}.` });
  await openLive(page, url);
  await expect(commentBy(page, name)).toBeVisible();
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk);
  const asked = await desk.request.get(
    `${WORKER}/api/v1/desk/queue?${new URLSearchParams({ q: name })}`,
  );
  const { version } = (await asked.json()).items.find(
    ({ id }: { id: string }) => id === comment.id,
  );
  const decided = await desk.request.post(`${WORKER}/api/v1/desk/decisions`, {
    headers: { origin: WORKER },
    data: { decisions: [{ commentId: comment.id, version, to: 'rejected' }] },
  });
  await expect(commentBy(page, name)).toHaveCount(0, { timeout: 2000 });
  await expect(page.getByText('This comment was removed.')).toBeVisible();
  expect(await moved(page)).toEqual([]);
  const { decisionId } = (await decided.json()).results[0];
  await desk.request.delete(`${WORKER}/api/v1/desk/decisions/${decisionId}`, {
    headers: { origin: WORKER },
  });
  await expect(commentBy(page, name)).toBeVisible({ timeout: 2000 });
  await desk.context().close();
});

test('a message that was overtaken brings nothing back', async ({ page }) => {
  const url = await openArticle(page);
  const { comment } = await post(page, { url, name: 'Edited', body: 'Stood here at first.' });
  const connected = Promise.withResolvers<WebSocketRoute>();
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => connected.resolve(socket));
  await page.goto(url);
  await expect(commentBy(page, 'Edited')).toBeVisible();
  const line = await connected.promise;
  const tell = (...messages: object[]): void => line.send(JSON.stringify(messages));
  tell({ type: 'gone', id: comment.id, version: 3, count: 0 });
  await expect(commentBy(page, 'Edited')).toHaveCount(0);
  tell({ type: 'comment', comment: { ...comment, name: 'Late' }, version: 2, count: 1 });
  tell({
    type: 'comment',
    comment: { ...comment, id: 'later', name: 'Next' },
    version: 1,
    count: 1,
  });
  await expect(page.getByRole('button', { name: '1 new comment' })).toBeVisible();
  await expect(commentBy(page, 'Late')).toHaveCount(0);
  tell({ type: 'comment', comment: { ...comment, name: 'Restored' }, version: 4, count: 1 });
  await expect(commentBy(page, 'Restored')).toBeVisible();
});

test('a thread that was closed meanwhile stays closed in another order, and is told of on', async ({
  page,
}) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'Older', body: 'Was there first of the two.' });
  const { comment } = await post(page, { url, name: 'Newer', body: 'Came second of the two.' });
  const connected = Promise.withResolvers<WebSocketRoute>();
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => connected.resolve(socket));
  await page.goto(url);
  const line = await connected.promise;
  const tell = (...messages: object[]): void => line.send(JSON.stringify(messages));
  const asked = new URLSearchParams({ site: 'daily-planet', url });
  const { thread } = await (await page.request.get(`${WORKER}/api/v1/thread?${asked}`)).json();
  const rules = { type: 'link', href: 'https://paper.example/rules', text: 'Our rules' };
  const message = [{ type: 'paragraph', children: [rules] }];
  tell({ type: 'thread', thread: { ...thread, state: 'closed', message }, version: 1 });
  const link = page.getByRole('link', { name: 'Our rules' });
  await expect(link).toBeVisible();
  // The service has not closed it, as a copy from before would not have.
  await page.getByRole('button', { name: 'Oldest' }).click();
  await expect(page.getByRole('article').first()).toHaveAccessibleName('Comment by Older');
  await expect(link).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reply to Older' })).toHaveCount(0);
  await link.focus();
  tell({
    type: 'comment',
    comment: { ...comment, id: 'later', name: 'Next' },
    version: 1,
    count: 3,
  });
  await expect(page.getByRole('button', { name: '1 new comment' })).toBeVisible();
  await expect(link).toBeFocused();
});

test('a line that breaks is found again, with what was missed', async ({ page, watched }) => {
  const url = await openArticle(page);
  const { comment, authorToken } = await post(page, { url, name: 'Early', body: 'Soon deleted.' });
  const connected = Promise.withResolvers<WebSocketRoute>();
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    socket.connectToServer();
    connected.resolve(socket);
  });
  await page.goto(url);
  await expect(commentBy(page, 'Early')).toBeVisible();
  const line = await connected.promise;
  await page.clock.install();
  await line.close({ code: 1011 });
  await post(page, { url, name: 'Late', body: 'Came while the line was broken.' });
  await page.request.delete(`${WORKER}/api/v1/comments/${comment.id}`, {
    headers: { authorization: `Author ${authorToken}` },
  });
  // A copy of the page that is older than this is kept nowhere on the way.
  await page.clock.fastForward(61_000);
  await expect(page.getByRole('button', { name: '1 new comment' })).toBeVisible();
  watched.troubles.length = 0;
});

test('what is read after a gap brings back no older number', async ({ page, watched }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'Early', body: 'There before the line broke.' });
  const lines: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => void lines.push(socket));
  await page.goto(url);
  await expect.poll(() => lines.length).toBe(1);
  await page.clock.install();
  await lines[0]?.close({ code: 1011 });
  const { comment } = await post(page, { url, name: 'Missed', body: 'Came during the gap.' });
  const asked = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/thread\?/, async (route) => {
    const copy = await route.fetch();
    asked.resolve();
    await told.promise;
    await route.fulfill({ response: copy });
  });
  await page.clock.fastForward(4000);
  await asked.promise;
  const next = { ...comment, id: 'next', name: 'Next' };
  lines[1]?.send(JSON.stringify([{ type: 'comment', comment: next, version: 1, count: 3 }]));
  await expect(page.getByRole('heading', { name: '3 comments' })).toBeVisible();
  told.resolve();
  await expect(page.getByRole('button', { name: '2 new comments' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '3 comments' })).toBeVisible();
  watched.troubles.length = 0;
});

test('where no connection can be had, the thread is read once a minute', async ({
  page,
  watched,
}) => {
  const url = await openArticle(page);
  await page.clock.install();
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => socket.close({ code: 1011 }));
  await page.goto(url);
  await expect(formOf(page).comment).toBeVisible();
  await post(page, { url, name: 'Quiet', body: 'Found by a quiet poll.' });
  const button = page.getByRole('button', { name: '1 new comment' });
  await expect(async () => {
    await page.clock.fastForward(61_000);
    await expect(button).toBeVisible({ timeout: 300 });
  }).toPass();
  watched.troubles.length = 0;
});

test('a page whose policy forbids the connection is asked once, and polls', async ({
  page,
  watched,
}) => {
  const url = await openArticle(page, { connect: WORKER });
  await page.clock.install();
  await page.goto(url);
  await expect(formOf(page).comment).toBeVisible();
  await post(page, { url, name: 'Strict', body: 'Found without a connection.' });
  const button = page.getByRole('button', { name: '1 new comment' });
  await expect(async () => {
    await page.clock.fastForward(61_000);
    await expect(button).toBeVisible({ timeout: 300 });
  }).toPass();
  await page.clock.fastForward(200_000);
  const refused = watched.troubles.filter((line) => line.includes('Content Security Policy'));
  // One for each of the two times that the page was opened at most.
  expect(refused.length).toBeLessThanOrEqual(2);
  watched.troubles.length = 0;
});
