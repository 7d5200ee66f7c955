import {
  commentBy,
  expect,
  expectAccessible,
  openArticle,
  post,
  signIn,
  test,
  WORKER,
} from './newsroom.ts';

const unique = (name: string) =>
  `${name} ${test.info().testId.slice(-6)} ${test.info().project.name}`;

test('a featured comment stands on top as a copy that leads to its place, until it is rejected', {
  tag: '@phone',
}, async ({ page, browser }) => {
  const name = unique('Chosen');
  const reader = await (await browser.newContext()).newPage();
  const url = await openArticle(reader);
  await post(page, { url, name, body: `Worth reading, says ${name}.` });
  await post(page, { url, name: unique('Later'), body: `Another one. ${test.info().testId}` });
  await signIn(page);
  await page.goto(`${WORKER}/desk?q=${encodeURIComponent(name)}`);
  await expect(commentBy(page, name)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('e');
  await expect(commentBy(page, name)).toContainText('Featured by Ines Okafor');
  await expect(page.getByRole('button', { name: 'Feature', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expectAccessible(page);

  const top = reader.getByRole('region', { name: 'Featured' });
  const connected = reader.waitForEvent('websocket');
  await expect(async () => {
    await reader.goto(url);
    await expect(top).toBeVisible({ timeout: 2000 });
  }).toPass();
  const copy = top.getByRole('article', { name: `Featured: Comment by ${name}` });
  await expect(copy).toContainText('Worth reading');
  await expect(copy.getByRole('button')).toHaveCount(0);
  await expectAccessible(reader);
  await copy.getByRole('link', { name: 'Show in the thread' }).press('Enter');
  await expect(commentBy(reader, name)).toBeFocused();
  expect((await connected).url()).toContain('/live');

  await page.keyboard.press('d');
  await expect(top).toContainText('This comment was removed.');
  await expect(top).not.toContainText('Worth reading');
  const oldest = reader.getByRole('button', { name: 'Oldest' });
  await oldest.click();
  // One comment is left, which is in no order.
  await expect(oldest).toBeHidden();
  await expect(top).toContainText('This comment was removed.');
  await reader.goto(url);
  await expect(reader.getByRole('heading', { name: '1 comment' })).toBeVisible();
  await expect(top).toHaveCount(0);
  await reader.goto(`${WORKER}/t?${new URLSearchParams({ site: 'daily-planet', url })}`);
  await expect(reader.getByRole('heading', { name: 'Featured' })).toHaveCount(0);
  await reader.context().close();
});

test('a copy leads to a comment that is on no page yet, and loses its words with it', async ({
  page,
  browser,
}) => {
  const name = unique('Early');
  const reader = await (await browser.newContext()).newPage();
  const url = await openArticle(reader);
  const { comment } = await post(page, { url, name, body: `First of many, says ${name}.` });
  for (let i = 0; i < 21; i++) {
    await post(page, { url, name: `Reader ${i}`, body: `Comment number ${i} under ${name}.` });
  }
  await signIn(page);
  const headers = { origin: WORKER };
  const path = `${WORKER}/api/v1/desk/comments/${comment.id}/featured`;
  expect((await page.request.put(path, { data: { version: 1 }, headers })).status()).toBe(200);
  const top = reader.getByRole('region', { name: 'Featured' });
  await expect(async () => {
    await reader.goto(url);
    await expect(top).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(commentBy(reader, name)).toHaveCount(0);
  const link = top.getByRole('link', { name: 'Show in the thread' });
  await link.click();
  await expect(commentBy(reader, name)).toBeFocused();
  // Again, where the address is the page's already.
  await reader.getByRole('button', { name: 'Show all comments' }).click();
  await expect(commentBy(reader, name)).toHaveCount(0);
  await link.click();
  await expect(commentBy(reader, name)).toBeFocused();

  const connected = reader.waitForEvent('websocket');
  await reader.goto(url);
  await connected;
  await expect(top).toContainText('First of many');
  const decisions = [{ commentId: comment.id, version: 1, to: 'rejected' }];
  const rejected = { data: { decisions }, headers };
  expect((await page.request.post(`${WORKER}/api/v1/desk/decisions`, rejected)).status()).toBe(200);
  await expect(top).toContainText('This comment was removed.');
  await expect(top).not.toContainText('First of many');
  await reader.context().close();
});

test('the chosen order is remembered with consent alone', async ({ page }) => {
  const url = await openArticle(page);
  await post(page, { url, name: 'Ada', body: `An older comment. ${test.info().testId}` });
  await post(page, { url, name: 'Bea', body: `A newer comment. ${test.info().testId}` });
  await page.goto(url);
  const pressed = page.getByRole('group', { name: 'Order' }).locator('[aria-pressed=true]');
  await page.getByRole('button', { name: 'Oldest' }).click();
  await expect(pressed).toHaveText('Oldest');
  await page.goto(url);
  await expect(pressed).toHaveText('Newest');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await page.getByRole('button', { name: 'Oldest' }).click();
  await expect(pressed).toHaveText('Oldest');
  await page.getByRole('textbox', { name: 'Comment' }).fill(`With a name. ${test.info().testId}`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Cid');
  await page.getByRole('checkbox', { name: /^Save my name/ }).check();
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(commentBy(page, 'Cid')).toBeVisible();
  await page.goto(url);
  await expect(pressed).toHaveText('Oldest');
  // From now on each choice is.
  await page.getByRole('button', { name: 'Top' }).click();
  await expect(pressed).toHaveText('Top');
  await page.goto(url);
  await expect(pressed).toHaveText('Top');

  await page.getByRole('textbox', { name: 'Comment' }).fill(`No longer. ${test.info().testId}`);
  await page.getByRole('checkbox', { name: /^Save my name/ }).uncheck();
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByText('No longer.')).toBeVisible();
  await page.goto(url);
  await expect(pressed).toHaveText('Newest');
});
