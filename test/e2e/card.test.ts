import type { Page } from '@playwright/test';
import { HOSTILE } from './hostile-payloads.ts';
import {
  commentBy,
  expect,
  expectAccessible,
  PAPER,
  post,
  signIn,
  test,
  WORKER,
} from './newsroom.ts';

const unique = (name: string) =>
  `${name} ${test.info().testId.slice(-6)} ${test.info().project.name}`;
const emailOf = (name: string) => `${name.replace(/\W/g, '').toLowerCase()}@reach.example`;
const pageOf = (name: string) => `${PAPER}/daily-planet/${name}-${test.info().testId}`;

type Posted = Awaited<ReturnType<typeof post>>;

async function write(page: Page, input: Parameters<typeof post>[1]): Promise<Posted> {
  return post(page, { email: emailOf(input.name), ...input });
}

async function edit(page: Page, { comment, authorToken }: Posted, body: string): Promise<void> {
  const answer = await page.request.patch(`${WORKER}/api/v1/comments/${comment.id}`, {
    data: { body },
    headers: { authorization: `Author ${authorToken}` },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Whatever its queue is: all that this author has written, the newest first and current. */
async function openCardOf(page: Page, name: string): Promise<void> {
  await page.goto(`${WORKER}/desk?${new URLSearchParams({ q: emailOf(name) })}`);
  await expect(commentBy(page, name).first()).toBeFocused();
}

async function expectNoScrollAside(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

/** Nothing that a reader or a colleague wrote has become an element. */
async function expectOnlyText(page: Page): Promise<void> {
  const foreign = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        ':is(main, aside, dialog) :is(script, iframe, img, svg, style, object, math, form:not(.measures))',
      ),
    ].map(({ outerHTML }) => outerHTML),
  );
  expect(foreign).toEqual([]);
}

test('what an author has changed is shown word by word, with times, the last change first', {
  tag: '@phone',
}, async ({ page }) => {
  const name = unique('Edits');
  const text = `The old bridge stood here for ninety years, says ${name}.`;
  const posted = await write(page, { url: pageOf('edits'), name, body: text });
  await edit(page, posted, text.replace('old bridge', 'iron bridge'));
  await edit(
    page,
    posted,
    text.replace('old bridge', 'iron bridge').replace(' for ninety years', ''),
  );
  await signIn(page);
  await openCardOf(page, name);
  await page.keyboard.press('v');
  const edits = page.getByRole('region', { name: 'Edits' });
  await expect(edits.getByRole('heading')).toHaveText([/^Edit 2 /, /^Edit 1 /]);
  await expect(edits.locator('del')).toHaveText(['[removed:  for ninety years]', '[removed: old]']);
  await expect(edits.locator('ins')).toHaveText(['[added: iron]']);
  await expect(edits.getByRole('heading').first()).toContainText('0 characters added, 17 removed');
  await expect(page.getByRole('button', { name: /^Edits/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectAccessible(page);
  await expectNoScrollAside(page);
  await page.keyboard.press('v');
  await expect(edits).toBeHidden();
});

test('a comment that was never edited has no button for it, and its key does nothing', async ({
  page,
}) => {
  const name = unique('Plain');
  await write(page, { url: pageOf('plain'), name, body: `Nothing was changed here by ${name}.` });
  await signIn(page);
  await openCardOf(page, name);
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: /^Edits/ })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Edits' })).toBeHidden();
});

test('what stands around a comment is shown with its statuses, below all buttons', {
  tag: '@phone',
}, async ({ page }) => {
  const url = pageOf('branch');
  const [top, held, own, answer] = ['Top', 'Waits', 'Own', 'Answers'].map(unique) as [
    string,
    string,
    string,
    string,
  ];
  const words = (name: string) => `Words of ${name} about the ferry.`;
  const { comment: above } = await write(page, { url, name: top, body: words(top) });
  const parent = above.id;
  await write(page, { url, name: held, body: `You idiot, says ${held}.`, parent });
  const { comment } = await write(page, { url, name: own, body: words(own), parent });
  await write(page, { url, name: answer, body: words(answer), parent: comment.id });
  await signIn(page);
  await openCardOf(page, own);
  const button = page.getByRole('button', { name: /^Around/ });
  const before = await button.boundingBox();
  await page.keyboard.press('p');
  const around = page.getByRole('region', { name: 'Around this comment' });
  await expect(around.getByRole('heading')).toHaveText(['Above it', 'Before it', 'Answers to it']);
  await expect(around.getByRole('listitem')).toContainText([
    words(top),
    `You idiot, says ${held}.`,
    words(answer),
  ]);
  await expect(around.getByRole('listitem').nth(1)).toContainText('Held');
  await expect(around.getByRole('link')).toHaveAttribute('href', `${url}#comment-${comment.id}`);
  expect(await button.boundingBox()).toEqual(before);
  await expectAccessible(page);
  await expectNoScrollAside(page);
});

test('an author is banned and freed again by keyboard alone, and the card says what is in force', {
  tag: '@phone',
}, async ({ page }) => {
  const name = unique('Mallory');
  const url = pageOf('ban');
  await write(page, { url, name, body: `First words of ${name}.` });
  await signIn(page);
  await openCardOf(page, name);
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: 'Ban or hold the author' });
  const ban = dialog.getByRole('radio', { name: /^rejected/ });
  await expect(ban).toBeVisible();
  await expectAccessible(page);
  await expectNoScrollAside(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(ban).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Threats, again and again');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(commentBy(page, name)).toContainText(/Author banned until \d+ \w+ \d{4}/);
  await write(page, { url, name, body: `Second words of ${name}.` });
  await openCardOf(page, name);
  const second = commentBy(page, name).first();
  await expect(second).toContainText('Second words');
  await expect(second).toContainText('Rejected');
  await expect(second).toContainText(
    /Its author is banned here until .*: Threats, again and again/,
  );
  await page.keyboard.press('b');
  await expect(dialog.getByText('Threats, again and again')).toBeVisible();
  await dialog.getByText('All that is in force on The Daily Planet').press('Enter');
  const lift = dialog.getByRole('button', { name: `Lift it: ${name}, banned until` });
  await expect(lift).toBeVisible();
  await expectAccessible(page);
  await expectNoScrollAside(page);
  await lift.press('Enter');
  await expect(lift).toBeHidden();
  await expect(dialog.getByText(/ended .* by Ines Okafor/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(commentBy(page, name).filter({ hasText: 'Author banned' })).toHaveCount(0);
  const { comment } = await write(page, { url, name, body: `Third words of ${name}.` });
  expect(comment.status).toBe('published');
});

test('a decision of another visit is taken back from the card, and the log says who and when', async ({
  page,
  browser,
}) => {
  const name = unique('Later');
  await write(page, { url: pageOf('later'), name, body: `You idiot, says ${name} again.` });
  await signIn(page);
  await openCardOf(page, name);
  await page.keyboard.press('d');
  await expect.poll(() => statusOf(page, name)).toBe('rejected');
  const other = await (await browser.newContext()).newPage();
  await signIn(other, 'jon@belowline.example');
  await openCardOf(other, name);
  if ((other.viewportSize()?.width ?? 0) < 1000) {
    await other.getByText('Author, article, decisions').click();
  }
  await expect(other.getByRole('button', { name: /^Take back “rejected”/ })).toBeVisible();
  await expectAccessible(other);
  await other.keyboard.press('Shift+Z');
  await expect.poll(() => statusOf(page, name)).toBe('held');
  const log = other.getByRole('listitem').filter({ hasText: 'by' });
  await expect(log.filter({ hasText: 'Jon Halloran' })).toContainText('again, taken back by');
  await expect(log.filter({ hasText: 'Ines Okafor' })).toContainText('was held');
  await expect(other.getByRole('button', { name: /^Take back/ })).toBeHidden();
  await other.context().close();
});

test('keys are changed by keyboard, stand on their buttons, and are kept', {
  tag: '@phone',
}, async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  const change = dialog.getByRole('button', { name: 'Change the key for Publish', exact: true });
  await change.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText(
    'Press the new key for “Publish”. Esc keeps the old one.',
  );
  await page.keyboard.press('j');
  await expect(dialog.getByRole('status')).toHaveText(
    'j is taken by “Next comment”. Press another key, or Esc.',
  );
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('status')).toHaveText('Nothing has changed.');
  await change.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Press the new key');
  await page.keyboard.press('q');
  await expect(dialog.getByRole('status')).toHaveText('“Publish” is q now.');
  await expectNoScrollAside(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  const publish = page.getByRole('button', { name: 'Publish' });
  await expect(publish).toHaveAttribute('aria-keyshortcuts', 'q');
  await expect(publish.locator('kbd')).toHaveText('q');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('?');
  await dialog.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(publish).toHaveAttribute('aria-keyshortcuts', 'f');
});

test('the text is copied as it was typed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
  const name = unique('Copy');
  const body = `Some *typed* words of ${name}\n\n> and a quote`;
  await write(page, { url: pageOf('copy'), name, body });
  await signIn(page);
  await openCardOf(page, name);
  await page.keyboard.press('y');
  await expect(page.getByRole('status').filter({ hasText: 'Text copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(body);
});

test('a translator is offered only where one is set, and the link says who gets the text', async ({
  page,
}) => {
  const name = unique('Fremd');
  const body = `Die Brücke & "alles" <b>anders</b>, sagt ${name}.`;
  await write(page, { url: pageOf('fremd'), name, body });
  await signIn(page);
  await openCardOf(page, name);
  const link = page.getByRole('link', { name: /^Translate/ });
  await expect(link).toBeHidden();
  await page.route(`${WORKER}/api/v1/desk/session`, async (route) => {
    const response = await route.fetch();
    const translateUrl = 'https://translate.example/?q={text}';
    await route.fulfill({ response, json: { ...(await response.json()), translateUrl } });
  });
  await openCardOf(page, name);
  await expect(link).toHaveText('Translate: sends the text to translate.example');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  const href = new URL((await link.getAttribute('href')) ?? '');
  expect(href.searchParams.get('q')).toBe(body);
  await expectAccessible(page);
});

test('hostile text is text in edits, around a comment, and in what a colleague gives as reason', {
  tag: '@phone',
}, async ({ page, watched }) => {
  const url = pageOf('hostile');
  const [top, beside, name] = [unique('Top'), unique('Beside'), unique('Host<i>')];
  const words = `A calm beginning, says ${top}.`;
  const { comment } = await write(page, { url, name: top, body: words });
  const parent = comment.id;
  await write(page, { url, name: beside, body: `${HOSTILE.join('\n')}\nsays ${beside}`, parent });
  const body = `${HOSTILE.join(' ')} ${name}`;
  const posted = await write(page, { url, name, body, parent });
  await edit(page, posted, `${HOSTILE.toReversed().join(' ')} <b>${name}</b>`);
  await signIn(page);
  await openCardOf(page, name);
  await page.keyboard.press('v');
  const edits = page.getByRole('region', { name: 'Edits' });
  await expect(edits.getByRole('heading')).toHaveCount(1);
  await expect(edits.locator('ins').first()).toBeVisible();
  await expectOnlyText(page);
  await page.keyboard.press('p');
  const around = page.getByRole('region', { name: 'Around this comment' });
  await expect(around).toContainText('<script>alert(1)</script>');
  await expectOnlyText(page);
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(HOSTILE.join(' '));
  await dialog.getByRole('button', { name: 'Set it' }).press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('b');
  await expect(dialog).toContainText('<script>alert(1)</script>');
  await expectOnlyText(page);
  await dialog.getByRole('button', { name: 'Lift it', exact: true }).press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Earlier' })).toBeVisible();
  await expectOnlyText(page);
  expect(watched.requests.filter((one) => /evil\.example/.test(one))).toEqual([]);
});

async function statusOf(page: Page, name: string): Promise<string> {
  const query = new URLSearchParams({ q: emailOf(name) });
  const queue = await page.request.get(`${WORKER}/api/v1/desk/queue?${query}`);
  return (await queue.json()).items[0]?.status;
}
