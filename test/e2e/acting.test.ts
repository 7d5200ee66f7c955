import type { Page } from '@playwright/test';
import {
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
  const { comment } = await post(page, { url, name, body });
  await page.reload();
  await expect(commentBy(page, name)).toBeVisible();
  return { url, id: comment.id, body };
}

const report = (page: Page, id: string, reader: string) =>
  page.request.post(`${WORKER}/api/v1/comments/${id}/reports`, {
    headers: { 'reader-key': reader },
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

test('a report asks for a reason, keeps its words when it fails, and is sent', async ({
  page,
  context,
  watched,
}) => {
  await openWithComment(page, 'Reported');
  const comment = commentBy(page, 'Reported');
  const opener = comment.getByRole('button', { name: 'Comment by Reported' });
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

test('a link to a comment is copied', async ({ page, context }) => {
  const { url, id } = await openWithComment(page, 'Linked');
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'local-network-access']);
  const comment = commentBy(page, 'Linked');
  await comment.getByRole('button', { name: 'Comment by Linked' }).click();
  await comment.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is copied.')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${url}#comment-${id}`);
});

test('a comment is quoted into the answer', async ({ page }) => {
  const { body } = await openWithComment(page, 'Quoted');
  const comment = commentBy(page, 'Quoted');
  await comment.getByRole('button', { name: 'Comment by Quoted' }).click();
  await comment.getByRole('button', { name: 'Quote', exact: true }).click();
  await expect(formOf(page).comment).toBeFocused();
  await expect(formOf(page).comment).toHaveValue(`> ${body}\n\n`);
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
