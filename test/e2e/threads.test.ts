import type { Browser, Page } from '@playwright/test';
import {
  commentBy,
  expect,
  expectAccessible,
  formOf,
  openArticle,
  PAPER,
  post as postText,
  signIn,
  test,
  WORKER,
} from './newsroom.ts';

/** The same words in another window size would be a repetition. */
const post: typeof postText = (page, input) =>
  postText(page, { ...input, body: `${input.body} ${test.info().testId}` });

const unique = (name: string) =>
  `${name} ${test.info().testId.slice(-6)} ${test.info().project.name}`;

type Detail = { thread: { id: string; version: number }; acts: { id: string }[] };

/** A desk of its own; `change` sets rules through the API, as another moderator would. */
async function openDesk(browser: Browser) {
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk);
  const find = async (url: string): Promise<Detail['thread']> => {
    const query = new URLSearchParams({ q: url });
    const listed = await desk.request.get(`${WORKER}/api/v1/desk/threads?${query}`);
    const { threads } = await listed.json();
    return threads.find((thread: { url: string }) => thread.url === url);
  };
  const change = async (url: string, rules: object): Promise<Detail> => {
    const { id, version } = await find(url);
    const answer = await desk.request.patch(`${WORKER}/api/v1/desk/threads/${id}`, {
      headers: { origin: WORKER },
      data: { version, ...rules },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    return answer.json();
  };
  return { desk, find, change };
}

async function openLive(page: Page, url: string): Promise<void> {
  const connected = page.waitForEvent('websocket');
  await page.goto(url);
  await connected;
}

test('a thread that is closed while somebody reads: the message stands in the form’s place, nothing moves, and it opens again', {
  tag: '@phone',
}, async ({ page, browser }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  await openLive(page, url);
  const { desk, change } = await openDesk(browser);
  const comment = commentBy(page, 'First');
  await comment.getByRole('button', { name: 'Reply' }).focus();
  const before = await comment.boundingBox();
  await change(url, {
    state: 'closed',
    message: 'The debate goes on *tomorrow*. <img src=x onerror=alert(1)>',
  });
  await expect(page.getByText('The debate goes on tomorrow. <img src=x')).toBeVisible();
  await expect(formOf(page).comment).toBeHidden();
  expect((await comment.boundingBox())?.y).toBe(before?.y);
  await expect(comment).toBeFocused();
  await expect(comment.getByRole('button', { name: 'Reply' })).toHaveCount(0);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('The debate goes on tomorrow.')).toBeVisible();
  await change(url, { state: 'open' });
  await expect(formOf(page).comment).toBeVisible();
  await formOf(page).comment.fill(`Written after it was opened again. ${test.info().testId}`);
  await formOf(page).name.fill('Grace');
  await formOf(page).send.click();
  await expect(commentBy(page, 'Grace')).toBeVisible();
  await desk.context().close();
});

test('what somebody was writing when the thread was closed can still be read and copied', async ({
  page,
  browser,
}) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  await openLive(page, url);
  const { desk, change } = await openDesk(browser);
  await formOf(page).comment.fill('Half a sentence that I');
  await change(url, { state: 'closed' });
  await expect(page.getByText('Comments are closed.').first()).toBeVisible();
  await expect(formOf(page).comment).toHaveValue('Half a sentence that I');
  await expect(formOf(page).comment).toHaveAttribute('readonly');
  await expect(formOf(page).send).toBeHidden();
  await desk.context().close();
});

test('slow mode names the seconds that are left, and the text stays', async ({
  page,
  browser,
  watched,
}) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  const { desk, change } = await openDesk(browser);
  await change(url, { slowSeconds: 90 });
  await page.reload();
  const { comment, name, send } = formOf(page);
  await comment.fill(`My first words on this. ${test.info().testId}`);
  await name.fill('Grace');
  await send.click();
  await expect(
    page.getByText('Your comment is published. You can post again in 90 seconds.'),
  ).toBeVisible();
  const second = `My second words on this. ${test.info().testId}`;
  await comment.fill(second);
  await send.click();
  await expect(page.getByRole('alert')).toHaveText(
    /Slow mode is on for these comments\. You can post again in \d+ seconds\./,
  );
  await expect(comment).toHaveValue(second);
  await expectAccessible(page);
  watched.troubles.length = 0;
  await desk.context().close();
});

test('an announcement stands above the comments, also without JavaScript', {
  tag: '@phone',
}, async ({ page, browser }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  const { desk, change } = await openDesk(browser);
  await change(url, { announcement: 'The minister **answers** at noon.' });
  await page.reload();
  const said = page.getByText('The minister answers at noon.');
  await expect(said).toBeVisible();
  const top = async () => (await said.boundingBox())?.y ?? 0;
  expect(await top()).toBeLessThan((await formOf(page).comment.boundingBox())?.y ?? 0);
  await expectAccessible(page);
  await page.goto(`${WORKER}/t?${new URLSearchParams({ site: 'daily-planet', url })}`);
  await expect(said).toBeVisible();
  await expectAccessible(page);
  await desk.context().close();
});

test('a thread that moved is found by its old address, and hears of what is new', async ({
  page,
  browser,
}) => {
  const url = await openArticle(page);
  const { comment } = await post(page, { url, name: 'First', body: 'There from the beginning.' });
  await openLive(page, url);
  const { desk, find } = await openDesk(browser);
  const thread = await find(url);
  await desk.goto(`${WORKER}/desk/threads/${thread.id}`);
  const next = `${url}-moved`;
  await desk.getByRole('textbox', { name: /^Move to another address/ }).fill(next);
  await desk.getByRole('button', { name: 'See what would happen' }).click();
  await expect(
    desk.getByRole('main').getByText(`1 comment will be found under ${next}.`),
  ).toBeVisible();
  await expectAccessible(desk);
  // Whoever reads the old address now connects again by itself.
  const again = page.waitForEvent('websocket');
  await desk.getByRole('button', { name: 'Move the thread' }).click();
  await expect(desk.getByText('Also found under:')).toBeVisible();
  await again;
  await post(page, { url: next, name: 'Second', body: 'Written at the new address.' });
  await page.getByRole('button', { name: '1 new comment' }).click();
  await expect(commentBy(page, 'Second')).toBeVisible();
  await page.goto(`${url}#comment-${comment.id}`);
  await expect(commentBy(page, 'First')).toBeFocused();
  await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible();
  await desk.context().close();
});

test('two threads are joined at the desk after it said what would happen', {
  tag: '@phone',
}, async ({ page, browser }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'At the first address.' });
  await post(page, { url: `${url}-b`, name: 'Second', body: 'At the other address.' });
  const { desk, find } = await openDesk(browser);
  await desk.goto(`${WORKER}/desk/threads/${(await find(url)).id}`);
  await desk.getByRole('textbox', { name: /^Move to another address/ }).fill(`${url}-b`);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('main').getByText('This cannot be taken back.')).toBeVisible();
  await desk.getByRole('button', { name: 'Join the threads for good' }).click();
  await expect(desk.getByText(`Joined the thread of ${url} to this one`)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible();
  await desk.context().close();
});

test('from a comment to its thread and back by key; closed, taken back, all by keyboard', {
  tag: '@phone',
}, async ({ page }) => {
  const name = unique('Keys');
  const url = `${PAPER}/daily-planet/threads-${test.info().testId}`;
  await post(page, { url, name, body: `What traitor wrote this, asks ${name}.` });
  await signIn(page);
  await page.goto(`${WORKER}/desk?${new URLSearchParams({ q: name })}`);
  await expect(commentBy(page, name)).toBeFocused();
  await page.keyboard.press('g');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(page.url()).toContain('/desk/threads/');
  // No key decides about a comment that nobody sees.
  await page.keyboard.press('d');
  await page.getByRole('radio', { name: 'As the site says' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Enough for today.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByText('Closed. With the message “Enough for today.”')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take back' }).press('Enter');
  await expect(page.getByRole('radio', { name: 'As the site says' })).toBeChecked();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('g');
  await expect(commentBy(page, name)).toBeFocused();
  await expect(commentBy(page, name)).not.toContainText('Rejected');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Log' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});

test('the list of threads is searched, and its address can be kept', { tag: '@phone' }, async ({
  page,
}) => {
  const url = `${PAPER}/daily-planet/listed-${test.info().testId}-${test.info().project.name}`;
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  await signIn(page);
  await page.getByRole('link', { name: 'Threads', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Threads' })).toBeFocused();
  const field = page.getByRole('searchbox', { name: 'Title or address' });
  await field.fill(`${url}?utm_source=letter`);
  await field.press('Enter');
  await expect(page.getByRole('link', { name: url })).toHaveCount(1);
  await page.reload();
  await expect(field).toHaveValue(`${url}?utm_source=letter`);
  await expectAccessible(page);
  await page.getByRole('link', { name: url }).click();
  await expect(page.getByRole('heading', { level: 1, name: url })).toBeFocused();
});

test('two moderators on one thread: the second is told, and what they typed stays', async ({
  page,
  browser,
}) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  const { desk, find, change } = await openDesk(browser);
  await desk.goto(`${WORKER}/desk/threads/${(await find(url)).id}`);
  const message = desk.getByRole('textbox', { name: /^Message in the place/ });
  await message.fill('Words of the second.');
  await change(url, { slowSeconds: 60 });
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('alert')).toContainText(
    'Ines Okafor has changed meanwhile: slow mode.',
  );
  await desk.getByRole('button', { name: 'Load the thread again' }).click();
  await expect(desk.getByLabel(/^Slow mode/)).toHaveValue('60');
  await expect(message).toHaveValue('Words of the second.');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByText('Saved.')).toBeVisible();
  await desk.context().close();
});

test('a moderator may close, and not move', async ({ page, browser }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'First', body: 'There from the beginning.' });
  const { desk, find } = await openDesk(browser);
  const { id } = await find(url);
  await signIn(page, 'jon@belowline.example');
  await page.goto(`${WORKER}/desk/threads/${id}`);
  await expect(page.getByLabel(/^Announcement/)).toBeDisabled();
  await expect(page.getByLabel('Moderated')).toBeDisabled();
  await expect(page.getByText('An editor can move this thread to another address.')).toBeVisible();
  await page.getByRole('radio', { name: 'Closed' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page);
  await desk.context().close();
});
