import type { Page } from '@playwright/test';
import {
  anAddress,
  commentBy,
  expect,
  expectAccessible,
  formOf,
  openArticle,
  post,
  test,
  WORKER,
} from './newsroom.ts';

/** An article with one comment, which a reader has before them. */
async function openWithComment(page: Page, name: string) {
  const url = await openArticle(page);
  const body = `The ferry has not come since Monday, says ${name}. ${test.info().testId}`;
  const { comment, authorToken } = await post(page, { url, name, body });
  await page.reload();
  await expect(commentBy(page, name)).toBeVisible();
  return { url, id: comment.id, body, authorToken };
}

const report = (page: Page, id: string, reader: string) =>
  page.request.post(`${WORKER}/api/v1/comments/${id}/reports`, {
    // Each from a household of their own: one counts once.
    headers: { 'reader-key': reader, 'cf-connecting-ip': anAddress() },
    data: { reason: 'spam' },
  });

test('a like counts once a browser, is kept after a reload, and can be taken back', async ({
  page,
}) => {
  await openWithComment(page, 'Liked');
  const like = commentBy(page, 'Liked').getByRole('button', { name: /^Like/ });
  await expect(like).toHaveAttribute('aria-pressed', 'false');
  await like.focus();
  await page.keyboard.press('Enter');
  await expect(like).toHaveText('Like 1');
  await expect(like).toHaveAccessibleName('Like, 1 like');
  await expect(like).toHaveAttribute('aria-pressed', 'true');
  await expect(like).toBeFocused();
  await expectAccessible(page);
  await page.reload();
  await expect(like).toHaveAttribute('aria-pressed', 'true');
  await expect(like).toHaveText('Like 1');
  await like.click();
  await expect(like).toHaveAttribute('aria-pressed', 'false');
  await expect(like).toHaveText('Like');
});

test('a half-written report survives what happens to its comment meanwhile', async ({ page }) => {
  const { id, body, authorToken } = await openWithComment(page, 'Lively');
  const comment = commentBy(page, 'Lively');
  await comment.getByRole('button', { name: 'More, Comment by Lively' }).click();
  await comment.getByRole('button', { name: 'Report', exact: true }).click();
  await comment.getByRole('radio', { name: 'Insult or threat' }).check();
  const words = comment.getByRole('textbox', { name: 'In your own words' });
  await words.pressSequentially('He means ');
  const edited = await page.request.patch(`${WORKER}/api/v1/comments/${id}`, {
    headers: { authorization: `Author ${authorToken}` },
    data: { body: `${body} Mended since.` },
  });
  expect(await edited.json()).toMatchObject({ comment: { status: 'published' } });
  await expect(comment).toContainText('Mended since.');
  await expect(words).toHaveValue('He means ');
  await expect(words).toBeFocused();
  await page.keyboard.type('me.');
  await expect(comment.getByRole('radio', { name: 'Insult or threat' })).toBeChecked();
  await comment.getByRole('button', { name: 'Send report' }).click();
  await expect(comment.getByText('Thank you. A moderator will look at it.')).toBeVisible();
  await comment.getByRole('button', { name: 'More, Comment by Lively' }).click();
  await expect(comment.getByRole('group')).toHaveCount(0);
});

test('who writes elsewhere is not called back by an open menu', async ({ page }) => {
  await openWithComment(page, 'Calm');
  const comment = commentBy(page, 'Calm');
  await comment.getByRole('button', { name: 'More, Comment by Calm' }).click();
  await expect(comment.getByRole('button', { name: 'Report', exact: true })).toBeFocused();
  await formOf(page).comment.focus();
  await comment.getByRole('button', { name: /^Like/ }).dispatchEvent('click');
  await expect(comment.getByRole('button', { name: /^Like/ })).toHaveText('Like 1');
  await expect(comment.getByRole('button', { name: 'Report', exact: true })).toBeVisible();
  await expect(formOf(page).comment).toBeFocused();
});

test('an open menu does not call back who has left it for the page', async ({ page }) => {
  await openWithComment(page, 'Left');
  const comment = commentBy(page, 'Left');
  await comment.getByRole('button', { name: 'More, Comment by Left' }).click();
  await expect(comment.getByRole('button', { name: 'Report', exact: true })).toBeFocused();
  await page.getByRole('heading', { name: 'The bridge' }).click();
  await comment.getByRole('button', { name: /^Like/ }).dispatchEvent('click');
  await expect(comment.getByRole('button', { name: /^Like/ })).toHaveText('Like 1');
  await expect(comment.getByRole('button', { name: 'Report', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

test('a tab in which nothing was typed leaves the draft of another tab alone', async ({
  page,
  context,
}) => {
  const attributes = `data-key="tabs-${test.info().testId}"`;
  const other = await context.newPage();
  await openArticle(page, { attributes });
  await openArticle(other, { attributes });
  await expect(formOf(other).comment).toBeVisible();
  await formOf(page).comment.fill('Half a thought.');
  const kept = () => other.evaluate(() => Object.values(localStorage).join());
  await expect.poll(kept).toContain('Half a thought.');
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await kept()).toContain('Half a thought.');
  await page.reload();
  await expect(formOf(page).comment).toHaveValue('Half a thought.');
});

test('a report asks for a reason, keeps its words when it fails, and is sent', {
  tag: '@phone',
}, async ({ page, context, watched }) => {
  await openWithComment(page, 'Reported');
  const comment = commentBy(page, 'Reported');
  const opener = comment.getByRole('button', { name: 'More, Comment by Reported' });
  await opener.click();
  const button = comment.getByRole('button', { name: 'Report', exact: true });
  await expect(button).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await button.click();
  await expect(comment.getByRole('radio').first()).toBeFocused();
  await expectAccessible(page);
  await comment.getByRole('button', { name: 'Send report' }).click();
  await expect(comment.getByText('Please choose a reason.')).toBeVisible();
  await comment.getByRole('radio', { name: 'Insult or threat' }).check();
  const words = comment.getByRole('textbox', { name: 'In your own words' });
  await words.fill('<b>He</b> means me.');
  await context.route(`${WORKER}/api/v1/comments/*/reports`, (route) => route.abort());
  await comment.getByRole('button', { name: 'Send report' }).click();
  await expect(comment.getByText('This did not work. Please try again.')).toBeVisible();
  await expect(words).toHaveValue('<b>He</b> means me.');
  await context.unroute(`${WORKER}/api/v1/comments/*/reports`);
  await comment.getByRole('button', { name: 'Send report' }).click();
  await expect(comment.getByText('Thank you. A moderator will look at it.')).toBeFocused();
  watched.troubles.length = 0;
});

test('a comment that three readers have reported is gone', async ({ page }) => {
  const { id } = await openWithComment(page, 'Thrice');
  for (const reader of ['first', 'second', 'third']) {
    expect((await report(page, id, `${reader}-reader-of-the-test`)).status()).toBe(201);
  }
  await page.reload();
  await expect(commentBy(page, 'Thrice')).toBeHidden();
});

test('a link to a comment is copied', { tag: '@phone' }, async ({ page, context }) => {
  const { url, id } = await openWithComment(page, 'Linked');
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
  const comment = commentBy(page, 'Linked');
  await comment.getByRole('button', { name: 'More, Comment by Linked' }).click();
  await comment.getByRole('button', { name: 'Copy link' }).click();
  await expect(comment.getByRole('button', { name: 'The link is copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${url}#comment-${id}`);
});

test('a comment is quoted into the answer', { tag: '@phone' }, async ({ page }) => {
  const { body } = await openWithComment(page, 'Quoted');
  const comment = commentBy(page, 'Quoted');
  await comment.getByRole('button', { name: 'More, Comment by Quoted' }).click();
  await comment.getByRole('button', { name: 'Quote', exact: true }).click();
  await expect(formOf(page).comment).toBeFocused();
  await expect(formOf(page).comment).toHaveValue(`> ${body}\n\n`);
});

test('a quote goes into the answer, whatever else is being written', async ({ page }) => {
  const { url, body } = await openWithComment(page, 'Lower');
  await post(page, { url, name: 'Upper', body: `Stands above it. ${test.info().testId}` });
  await page.reload();
  const [upper, lower] = [commentBy(page, 'Upper'), commentBy(page, 'Lower')];
  await upper.getByRole('button', { name: 'More, Comment by Upper' }).click();
  await upper.getByRole('button', { name: 'Report', exact: true }).click();
  await lower.getByRole('button', { name: 'More, Comment by Lower' }).click();
  await lower.getByRole('button', { name: 'Quote', exact: true }).click();
  await expect(formOf(page).comment).toHaveValue(`> ${body}\n\n`);
  await expect(upper.getByRole('textbox', { name: 'In your own words' })).toHaveValue('');
});

test('only the selected words are quoted, above what stands there', async ({ page }) => {
  await openWithComment(page, 'Selected');
  const comment = commentBy(page, 'Selected');
  await comment.getByRole('button', { name: 'Reply to Selected' }).click();
  await formOf(page).comment.fill('I was there.');
  await comment.getByText('The ferry').evaluate((paragraph) => {
    const words = paragraph.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 'The ferry has not come'.length);
  });
  await comment.getByRole('button', { name: 'More, Comment by Selected' }).focus();
  await page.keyboard.press('Enter');
  await comment.getByRole('button', { name: 'Quote', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(formOf(page).comment).toBeFocused();
  await expect(formOf(page).comment).toHaveValue('> The ferry has not come\n\nI was there.');
});

test('a reader mutes an author for themselves, reads one comment all the same, and unmutes', {
  tag: '@phone',
}, async ({ page }) => {
  const { url, body } = await openWithComment(page, 'Loud');
  await post(page, { url, name: 'Loud', body: `Once more with feeling. ${test.info().testId}` });
  await post(page, { url, name: 'Calm', body: `Let us hear both. ${test.info().testId}` });
  await page.reload();
  await expect(commentBy(page, 'Loud')).toHaveCount(2);
  const [first, second] = [commentBy(page, 'Loud').first(), commentBy(page, 'Loud').last()];
  await first.getByRole('button', { name: 'More, Comment by Loud' }).click();
  await first.getByRole('button', { name: 'Mute Loud' }).click();
  await expect(first.getByRole('button', { name: 'Show' })).toBeFocused();
  for (const comment of [first, second]) await expect(comment).toHaveText(/^You have muted Loud\./);
  await expect(page.getByText(body)).toBeHidden();
  await expect(page.getByText('Let us hear both.')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(second).toHaveText(/^You have muted Loud\./);
  await second.getByRole('button', { name: 'Show' }).click();
  await expect(second).toContainText(body);
  await expect(second).toBeFocused();
  await expect(first).toHaveText(/^You have muted Loud\./);
  await first.getByRole('button', { name: 'Unmute' }).click();
  await expect(first).toContainText('Once more with feeling.');
  await page.reload();
  await expect(page.getByText(body)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('nothing is kept in the browser of a reader who only reads', async ({ page }) => {
  await openWithComment(page, 'Unread');
  await commentBy(page, 'Unread').getByRole('button', { name: 'More, Comment by Unread' }).click();
  await expect(page.getByRole('button', { name: 'Report', exact: true })).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test('what can be done with a comment is large enough to be hit', { tag: '@phone' }, async ({
  page,
}) => {
  await openWithComment(page, 'Small');
  const comment = commentBy(page, 'Small');
  await comment.getByRole('button', { name: 'More, Comment by Small' }).click();
  await comment.getByRole('button', { name: 'Report', exact: true }).waitFor();
  for (const button of await comment.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

test('the most liked and the most answered come first when a reader asks for them', async ({
  page,
}) => {
  const { url, id } = await openWithComment(page, 'Early');
  await post(page, { url, name: 'Late', body: `Nobody liked this. ${test.info().testId}` });
  await page.request.put(`${WORKER}/api/v1/comments/${id}/like`, {
    headers: { 'reader-key': 'a-reader-who-likes-early' },
  });
  await post(page, { url, name: 'Third', body: `Nor this one. ${test.info().testId}` });
  await post(page, { url, name: 'Below', body: `Yes. ${test.info().testId}`, parent: id });
  await page.reload();
  await expect(page.getByRole('article').first()).toHaveAccessibleName('Comment by Third');
  await page.getByRole('button', { name: 'Top' }).click();
  await expect(page.getByRole('article').first()).toHaveAccessibleName('Comment by Early');
  await page.getByRole('button', { name: 'Replies', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Show 1 more reply' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(3);
  await expectAccessible(page);
});
