import { expect, expectAccessible, PAPER, post, test, WORKER } from './newsroom.ts';

test.use({ javaScriptEnabled: false });

const pageOf = (url: string, site = 'daily-planet') =>
  `${WORKER}/t?${new URLSearchParams({ site, url })}`;

test('an article leads to its thread’s page', async ({ page }) => {
  await page.goto(`${PAPER}/daily-planet/night-buses`);
  await page.getByRole('link', { name: 'Read the comments and write one' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The only light on the road');
  await expect(page.getByRole('article').nth(3)).toBeVisible();
});

test(
  'a comment is posted, with the messages first',
  { tag: '@phone' },
  async ({ page, watched }, info) => {
    const url = `${PAPER}/daily-planet/no-js-${info.testId}`;
    await page.goto(pageOf(url));
    await page
      .getByRole('textbox', { name: 'Comment' })
      .fill(`  Typed <b>without</b> ${info.testId}.  `);
    await page.getByRole('textbox', { name: 'Email' }).fill('wrong');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await expect(page.getByText('Please enter your name here')).toBeVisible();
    await expect(page.getByText('You have entered an incorrect email address!')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue(
      `  Typed <b>without</b> ${info.testId}.  `,
    );
    await page.getByRole('textbox', { name: 'Email' }).fill('');
    await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await page.getByRole('button', { name: 'Post comment' }).click();
    await expect(page.getByRole('status')).toContainText('Your comment is published.');
    await expect(page.getByRole('article', { name: 'Ada' })).toContainText(
      `Typed <b>without</b> ${info.testId}.`,
    );
    watched.troubles.length = 0;
  },
);

test('a comment is answered through its link', async ({ page }, info) => {
  const url = `${PAPER}/daily-planet/no-js-reply-${info.testId}`;
  await post(page, { url, name: 'Grace', body: 'A question?' });
  await page.goto(pageOf(url));
  await page.getByRole('link', { name: 'Reply to Grace' }).click();
  await expect(page.getByRole('heading', { name: 'Reply to Grace' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Comment' }).fill(`An answer, ${info.testId}.`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('button', { name: 'Post comment' }).click();
  const grace = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('article', { name: 'Grace' }) });
  await expect(grace.getByRole('article', { name: 'Ada' })).toContainText(
    `An answer, ${info.testId}.`,
  );
});

test('a held comment is acknowledged', async ({ page }, info) => {
  await page.goto(pageOf(`${PAPER}/harbour-post/no-js-${info.testId}`, 'harbour-post'));
  await page.getByRole('textbox', { name: 'Comment' }).fill('The pier is ours.');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@paper.example');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByRole('status')).toContainText('Your comment is awaiting moderation.');
});

test('a page that leads nowhere says so in words', async ({ page, watched }) => {
  await page.goto(pageOf(`${PAPER}/x`, 'nobody'));
  await expect(page.getByRole('heading', { name: 'There is no such site.' })).toBeVisible();
  watched.troubles.length = 0;
});

test.describe('accessible', () => {
  test.use({ javaScriptEnabled: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the thread’s page and the docs, ${colorScheme}`, {
      tag: colorScheme === 'light' ? '@phone' : [],
    }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const path of [
        pageOf(`${PAPER}/daily-planet/night-buses`),
        `${WORKER}/docs`,
        `${WORKER}/problems/duplicate`,
      ]) {
        await page.goto(path);
        await expectAccessible(page);
      }
    });
  }
});
