import type { Page } from '@playwright/test';
import {
  commentBy,
  expect,
  expectAccessible,
  openArticle,
  PAPER,
  post,
  signIn,
  test,
  WORKER,
} from './newsroom.ts';

const unique = (name: string) =>
  `${name} ${test.info().testId.slice(-6)} ${test.info().project.name}`;

/** The desk with this comment as its only card. */
async function openCard(page: Page, name: string): Promise<void> {
  await page.goto(`${WORKER}/desk?q=${encodeURIComponent(name)}`);
  await expect(commentBy(page, name)).toHaveAttribute('aria-current', 'true');
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Reply as Ines Okafor' });

test('a moderator answers by key, and readers see who speaks', async ({ page, browser }) => {
  const name = unique('Asked');
  const reader = await (await browser.newContext()).newPage();
  const url = await openArticle(reader);
  await post(page, { url, name, body: `When does it open? asks ${name}` });
  await reader.reload();
  await expect(commentBy(reader, name)).toBeVisible();
  await signIn(page);
  await openCard(page, name);
  await page.keyboard.press('r');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('On *Monday*.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(box(page)).toBeHidden();
  const answers = page.getByRole('region', { name: 'Answers of the newsroom' });
  await expect(answers).toContainText('Ines Okafor');
  await expect(commentBy(page, name)).toBeFocused();
  await expectAccessible(page);
  // Without a reload: it comes as any comment does.
  await reader.getByRole('button', { name: '1 new comment' }).click();
  const answer = commentBy(reader, 'Ines Okafor');
  await expect(answer).toContainText('Staff');
  await expect(answer.getByText('Monday')).toBeVisible();
  await expectAccessible(reader);
  await answers.getByRole('button', { name: 'Delete your answer' }).click();
  await expect(answers).toBeHidden();
  await expect(answer).toBeHidden();
  // Its words are not lost.
  await page.keyboard.press('r');
  await expect(box(page)).toHaveValue('On *Monday*.');
  await reader.context().close();
});

test('an answer to a held comment publishes it, as the article’s author, and can be taken back', async ({
  page,
}) => {
  const name = unique('Waits');
  const url = `${PAPER}/harbour-post/reply-${test.info().testId}`;
  const email = `${test.info().testId}@reach.example`;
  await post(page, {
    site: 'harbour-post',
    url,
    name,
    email,
    body: `Who wrote this? asks ${name}`,
  });
  await signIn(page);
  await openCard(page, name);
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await box(page).fill(`I did, ${name}.`);
  await page.getByRole('radio', { name: 'Author of the article' }).check();
  await page.getByRole('button', { name: 'Publish and reply' }).click();
  await expect(commentBy(page, name)).toBeHidden();
  const thread = `${WORKER}/t?${new URLSearchParams({ site: 'harbour-post', url })}`;
  const shown = await (await page.request.get(thread)).text();
  expect(shown).toContain('Author of the article');
  await page.keyboard.press('z');
  await expect(commentBy(page, name)).toContainText('Answered by');
  await expect
    .poll(async () => (await page.request.get(thread)).text())
    .not.toContain(`by ${name}`);
  await expect.poll(async () => (await page.request.get(thread)).text()).toContain('was removed');
});

test('a reply that is begun survives a reload, a broken line and a session that ran out, and is sent once', async ({
  page,
  context,
  watched,
}) => {
  const name = unique('Lost');
  const url = `${PAPER}/daily-planet/reply-${test.info().testId}`;
  await post(page, { url, name, body: `A question of ${name}.` });
  await signIn(page);
  await openCard(page, name);
  await page.keyboard.press('r');
  const words = `An answer to ${name}`;
  await box(page).fill(words);
  await page.reload();
  await expect(commentBy(page, name)).toContainText('You have begun to answer');
  await page.keyboard.press('r');
  await expect(box(page)).toHaveValue(words);
  // The service stores it, but the answer is lost.
  const route = `${WORKER}/api/v1/desk/comments/*/replies*`;
  await context.route(route, async (asked) => {
    await asked.fetch();
    await asked.abort('connectionreset');
  });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The service could not be reached.').first()).toBeVisible();
  await expect(box(page)).toHaveValue(words);
  await context.unroute(route);
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(box(page)).toHaveValue(words);
  await box(page).press('Control+Enter');
  await expect(box(page)).toBeHidden();
  const query = new URLSearchParams({ site: 'daily-planet', url });
  const { thread } = await (await page.request.get(`${WORKER}/api/v1/thread?${query}`)).json();
  expect(thread.count).toBe(2);
  watched.troubles.length = 0;
});

test('a saved reply is written by an editor and inserted by a key', { tag: '@phone' }, async ({
  page,
  watched,
}) => {
  const name = unique('Often');
  const url = `${PAPER}/daily-planet/saved-${test.info().testId}`;
  await post(page, { url, name, body: `The same question again, of ${name}.` });
  await signIn(page);
  await openCard(page, name);
  await page.keyboard.press('r');
  await box(page).fill('Dear reader: ');
  await page.keyboard.press('Control+k');
  const list = page.getByRole('dialog', { name: 'Saved replies, The Daily Planet' });
  await list.getByRole('button', { name: 'New reply' }).click();
  const title = unique('Corrected');
  await page.keyboard.type(title);
  await list.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(list.getByRole('textbox', { name: 'Text' })).toHaveAccessibleDescription(
    /The reply has no text\./,
  );
  // The refusal just asked for.
  watched.troubles.length = 0;
  await list.getByRole('textbox', { name: 'Text' }).fill('we have corrected it.');
  await list.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = list.getByRole('button', { name: `${title} we have corrected it.` });
  await expectAccessible(page);
  const key = await saved.getAttribute('aria-keyshortcuts');
  await page.keyboard.press(key ?? '');
  await expect(list).toBeHidden();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('Dear reader: we have corrected it.');
  await page.keyboard.press('Control+k');
  await list.getByRole('button', { name: `Change ${title}` }).click();
  await list.getByRole('button', { name: 'Remove' }).click();
  await expect(saved).toBeHidden();
});
