import type { Page } from '@playwright/test';
import { signInLink } from '../support/sign-in-link.ts';
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

/** Held comments of one test's own, found again by their names in a queue that others share. */
async function holdSome(page: Page, names: string[]): Promise<string> {
  const url = `${PAPER}/harbour-post/desk-${test.info().testId}`;
  for (const name of names) {
    await post(page, {
      site: 'harbour-post',
      url,
      name,
      email: `${name.replace(/\W/g, '')}@reach.example`,
      body: `Words of ${name}, held for reading.`,
    });
  }
  return url;
}

/** Opens the queue and walks to this author's card with the keyboard. */
async function walkTo(page: Page, name: string): Promise<void> {
  const card = commentBy(page, name);
  await expect(async () => {
    const isCurrent = await card
      .evaluate((element) => element === document.activeElement, null, { timeout: 100 })
      .catch(() => false);
    if (!isCurrent) await page.keyboard.press('j');
    expect(isCurrent).toBe(true);
  }).toPass({ intervals: [20] });
}

const unique = (name: string) =>
  `${name} ${test.info().testId.slice(-6)} ${test.info().project.name}`;

test('a link signs in only when its button is pressed, and once', { tag: '@phone' }, async ({
  page,
  context,
  watched,
}) => {
  const link = await signInLink('jon@belowline.example');
  // A mail scanner fetches it first.
  await context.request.get(link);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Queues' })).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  watched.troubles.length = 0;
});

test('publishes by key, the number is exact, and readers see it', { tag: '@phone' }, async ({
  page,
  browser,
}) => {
  const name = unique('Ada');
  const url = `${PAPER}/daily-planet/desk-${test.info().testId}`;
  await post(page, { url, name, body: `What traitor wrote this, asks ${name}.` });
  await signIn(page);
  await page.goto(`${WORKER}/desk?queue=held&site=daily-planet`);
  await walkTo(page, name);
  await expect(commentBy(page, name)).toContainText('On the list of suspect words: “traitor”.');
  const queue = await page.request.get(`${WORKER}/api/v1/desk/queue?queue=held&site=daily-planet`);
  const { held } = (await queue.json()).counts;
  await expect(page.getByRole('link', { name: `Held ${held}`, exact: true })).toBeVisible();
  await page.keyboard.press('f');
  await expect(commentBy(page, name)).toBeHidden();
  await expect(page.getByRole('link', { name: `Held ${held - 1}`, exact: true })).toBeVisible();
  await expect.poll(() => shown(page, url)).toEqual([name]);
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${WORKER}/t?${new URLSearchParams({ site: 'daily-planet', url })}`);
  await expect(reader.getByRole('article', { name })).toBeVisible();
  await reader.context().close();
});

test('rejects, takes it back, and decides again', async ({ page }) => {
  const name = unique('Undo');
  const url = await holdSome(page, [name]);
  await signIn(page);
  await walkTo(page, name);
  await page.keyboard.press('d');
  await expect(commentBy(page, name)).toBeHidden();
  await page.keyboard.press('z');
  await expect(commentBy(page, name)).toBeFocused();
  await expect(commentBy(page, name)).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(() => shown(page, url)).toEqual([name]);
});

test('says above the queue where guests are held, and why', async ({ page }) => {
  const why = 'About 300 comments came to this site in the last ten minutes.';
  await page.route(`${WORKER}/api/v1/desk/queue*`, async (route) => {
    const response = await route.fetch();
    const site = { key: 'daily-planet', name: 'Daily Planet' };
    const flood = { site, thread: null, since: new Date().toISOString(), why };
    await route.fulfill({ response, json: { ...(await response.json()), floodMode: [flood] } });
  });
  await signIn(page);
  const lines = page.getByRole('region', { name: 'Flood mode' });
  await expect(lines).toContainText('Flood mode: Daily Planet. Guests are held unless three');
  await expect(lines).toContainText(why);
  const { y, height } = (await lines.boundingBox()) ?? { y: 0, height: 0 };
  const card = await page.getByRole('article').first().boundingBox();
  expect(card?.y).toBeGreaterThanOrEqual(y + height);
  await expectAccessible(page);
  // One that is on its way when the test ends would fail it.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('marks the words that a finding rests on', { tag: '@phone' }, async ({ page }) => {
  const name = unique('Marks');
  await post(page, {
    url: `${PAPER}/daily-planet/desk-marks-${test.info().testId}`,
    name,
    body: 'You *IDIÓTS* all',
  });
  await signIn(page);
  await walkTo(page, name);
  const card = commentBy(page, name);
  await expect(card.getByText('IDIÓTS').first()).toBeVisible();
  await expect(card.locator('mark').first()).toHaveText('IDIÓTS');
  await expect(card).toContainText('On the list of suspect words: “idiots”.');
});

test('finds a comment by a part of a word, whatever its queue', { tag: '@phone' }, async ({
  page,
}) => {
  const name = unique('Sought');
  await holdSome(page, [name]);
  await signIn(page);
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search comments, names and articles' });
  await expect(field).toBeFocused();
  await field.fill(name.slice(2));
  await field.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(commentBy(page, name)).toBeVisible();
  await expectAccessible(page);
  // The address holds the search, so that it can be kept and shared.
  await page.reload();
  await expect(field).toHaveValue(name.slice(2));
  await expect(commentBy(page, name)).toBeVisible();
  await walkTo(page, name);
  await page.keyboard.press('f');
  await expect(commentBy(page, name)).toBeHidden();
  await page.keyboard.press('/');
  await field.fill('nobody ever wrote this');
  await field.press('Enter');
  await expect(page.getByText('Nothing found for “nobody ever wrote this”.')).toBeVisible();
  await page.goBack();
  await expect(commentBy(page, name)).toContainText('Published');
});

test('every queue’s number is in sight', { tag: '@phone' }, async ({ page }) => {
  await signIn(page);
  const queues = page.getByRole('navigation', { name: 'Queues' });
  // Mine has none: it would never be done.
  await expect(queues.getByRole('link', { name: 'Mine', exact: true })).toBeVisible();
  const links = queues.getByRole('link').filter({ hasNotText: 'Mine' });
  await expect(links).toHaveCount(6);
  for (const link of await links.all()) {
    const number = link.locator('.number');
    await expect(number).toHaveText(/\d/);
    // What lies at the number's middle is the number, and nothing that covers it.
    expect(
      await number.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2) === element;
      }),
    ).toBe(true);
  }
});

test('two moderators on one comment: the second is told, and nothing is overwritten', async ({
  page,
  browser,
}) => {
  const name = unique('Race');
  const url = `${PAPER}/daily-planet/desk-race-${test.info().testId}`;
  await post(page, { url, name, body: 'idiots, both of you' });
  const second = await (await browser.newContext()).newPage();
  await signIn(page, 'ines@belowline.example');
  await signIn(second, 'jon@belowline.example');
  await walkTo(page, name);
  // A colleague is at it, so the keys would pass it over.
  await second.goto(`${WORKER}/desk?${new URLSearchParams({ q: name })}`);
  await expect(commentBy(second, name)).toBeFocused();
  await page.keyboard.press('d');
  await expect(commentBy(page, name)).toBeHidden();
  await expect
    .poll(async () =>
      (await page.request.get(`${WORKER}/api/v1/desk/queue?queue=rejected&limit=100`)).text(),
    )
    .toContain(name);
  await second.keyboard.press('f');
  await expect(second.getByText('Already decided by Ines Okafor: rejected.').first()).toBeVisible();
  expect(await shown(page, url)).toEqual([]);
  await expectAccessible(second);
  await second.context().close();
});

test('a decision that cannot be sent brings its card back, with the reason', async ({
  page,
  context,
  watched,
}) => {
  const name = unique('Broken');
  const url = await holdSome(page, [name]);
  await signIn(page);
  await walkTo(page, name);
  await context.route(`${WORKER}/api/v1/desk/decisions*`, (route) =>
    route.abort('connectionreset'),
  );
  await page.keyboard.press('f');
  await expect(commentBy(page, name)).toBeVisible({ timeout: 30_000 });
  await walkTo(page, name);
  await expect(page.getByRole('button', { name: /Try again/ }).first()).toBeVisible();
  await context.unroute(`${WORKER}/api/v1/desk/decisions*`);
  await page
    .getByRole('button', { name: /Try again/ })
    .first()
    .click();
  await expect.poll(() => shown(page, url)).toEqual([name]);
  watched.troubles.length = 0;
});

test('a session that ran out loses no decision', async ({ page, context, watched }) => {
  const name = unique('Expired');
  const url = await holdSome(page, [name]);
  await signIn(page, 'pam@session.example');
  // Ends all other sessions.
  await page.request.post(`${WORKER}/api/v1/desk/password`, {
    data: { next: 'correct horse battery' },
    headers: { origin: WORKER },
  });
  // By itself: a colleague of another test may look at it in the queue.
  await page.goto(`${WORKER}/desk?q=${encodeURIComponent(name)}`);
  await expect(commentBy(page, name)).toHaveAttribute('aria-current', 'true');
  await context.clearCookies();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Email' }).fill('pam@session.example');
  await dialog.getByLabel('Password').fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => shown(page, url)).toEqual([name]);
  watched.troubles.length = 0;
});

test('the next card has the focus before the service has answered', async ({ page, context }) => {
  const names = [1, 2, 3].map((i) => unique(`Quick${i}`));
  const url = await holdSome(page, names);
  await signIn(page);
  // Other tests write to other sites meanwhile.
  await page.goto(`${WORKER}/desk?queue=held&site=harbour-post`);
  await walkTo(page, names[0] ?? '');
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await context.route(`${WORKER}/api/v1/desk/decisions*`, async (route) => {
    await mayAnswer;
    await route.continue();
  });
  for (const [i, name] of names.entries()) {
    await page.keyboard.press('f');
    await expect(commentBy(page, name)).toBeHidden();
    const next = names[i + 1];
    if (next !== undefined) await expect(commentBy(page, next)).toBeFocused();
  }
  expect(await shown(page, url)).toEqual([]);
  answer();
  await expect.poll(async () => (await shown(page, url)).toSorted()).toEqual(names.toSorted());
});

test.describe('accessible', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    // One by one: looking through a full queue takes seconds.
    for (const queue of ['held', 'unreviewed', 'published', 'spam', 'rejected']) {
      test(`the queue ${queue}, ${colorScheme}`, { tag: queue === 'held' ? '@phone' : [] }, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme });
        await signIn(page);
        await page.goto(`${WORKER}/desk?queue=${queue}`);
        await expect(page.getByRole('article').first()).toBeVisible();
        await expectAccessible(page);
      });
    }

    test(`the keys, ${colorScheme}`, { tag: '@phone' }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await signIn(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    });
  }

  test('the page for signing in', { tag: '@phone' }, async ({ page, watched }) => {
    await page.goto(`${WORKER}/desk`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Email' }).fill('nobody@belowline.example');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert').first()).toContainText('do not match');
    watched.troubles.length = 0;
  });
});

/** Names of the comments that every reader sees on this page. */
async function shown(page: Page, url: string): Promise<string[]> {
  const site = new URL(url).pathname.split('/')[1] ?? '';
  const query = new URLSearchParams({ site, url });
  const { comments } = await (await page.request.get(`${WORKER}/api/v1/thread?${query}`)).json();
  return comments.map((comment: { name: string }) => comment.name);
}
