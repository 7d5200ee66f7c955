import type { Browser, Page } from '@playwright/test';
import {
  commentBy,
  expect,
  expectAccessible,
  PAPER,
  post,
  signIn,
  signInAnew,
  test,
  WORKER,
} from './newsroom.ts';

const SITE = 'together-gazette';
const UMA = 'uma@together.example';
const VIC = 'vic@together.example';
/** What a desk has to be true within. */
const TWO_SECONDS = { timeout: 2000 };

const unique = (name: string) => `${name} ${test.info().testId.slice(-6)}`;
const queueNumber = (page: Page, queue: string, number: number) =>
  page.getByRole('link', { name: `${queue} ${number}`, exact: true });

/** Held comments of one test's own, oldest first. */
async function holdSome(page: Page, names: string[]): Promise<void> {
  const url = `${PAPER}/${SITE}/desk-${test.info().testId}`;
  for (const name of names) {
    await post(page, { site: SITE, url, name, body: `Words of ${name}, held for reading.` });
  }
}

/** Rejects whatever earlier tests have left, so that numbers and first cards are this test's. */
async function clearDesk(page: Page): Promise<void> {
  const queue = await page.request.get(`${WORKER}/api/v1/desk/queue?queue=held&limit=100`);
  const { items } = await queue.json();
  if (items.length === 0) return;
  const decisions = items.map(({ id, version }: { id: string; version: number }) => ({
    commentId: id,
    version,
    to: 'rejected',
  }));
  const answer = await page.request.post(`${WORKER}/api/v1/desk/decisions`, {
    data: { decisions },
    headers: { origin: WORKER },
  });
  expect(answer.ok()).toBe(true);
}

/** Two moderators of one site, each in a browser of their own, at the desk with these held. */
async function twoDesks({ page, browser }: { page: Page; browser: Browser }, names: string[]) {
  await signIn(page, UMA);
  await clearDesk(page);
  await holdSome(page, names);
  await page.reload();
  await expect(queueNumber(page, 'Held', names.length)).toBeVisible();
  await expect(commentBy(page, names[0] ?? '')).toBeFocused();
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  await signIn(other, VIC);
  await expect(queueNumber(other, 'Held', names.length)).toBeVisible();
  return { uma: page, vic: other };
}

test('two who open one queue begin on different cards, and each sees where the other is', async ({
  page,
  browser,
}) => {
  const [first = '', second = '', third = ''] = ['One', 'Two', 'Three'].map(unique);
  const { uma, vic } = await twoDesks({ page, browser }, [first, second, third]);
  await expect(commentBy(vic, second)).toBeFocused();
  await expect(commentBy(vic, first)).toContainText('Uma Field is looking at this');
  await expect(commentBy(uma, second)).toContainText('Vic Thorne is looking at this');
  await expectAccessible(vic);
  // The next one by itself and by `j` is the one where nobody is; `k` and a click go anywhere.
  await uma.keyboard.press('j');
  await expect(commentBy(uma, third)).toBeFocused();
  await uma.keyboard.press('k');
  await expect(commentBy(uma, second)).toBeFocused();
  await commentBy(uma, first).click();
  await expect(commentBy(uma, first)).toHaveAttribute('aria-current', 'true');
  await uma.keyboard.press('f');
  await expect(commentBy(uma, third)).toBeFocused();
  // Whoever leaves lets go at once.
  await vic.context().close();
  await expect(commentBy(uma, second)).not.toContainText('looking at this', TWO_SECONDS);
});

test('two who open one queue in the same moment end up on different cards', async ({
  page,
  browser,
}) => {
  const names = ['One', 'Two', 'Three'].map(unique);
  const { uma, vic } = await twoDesks({ page, browser }, names);
  await Promise.all([uma.reload(), vic.reload()]);
  const current = (desk: Page) =>
    desk.locator('article[aria-current]').getAttribute('data-id', { timeout: 1000 });
  await expect(async () => {
    const [first, second] = await Promise.all([current(uma), current(vic)]);
    expect(first).not.toBe(second);
    await expect(uma.getByText('Vic Thorne is looking at this')).toBeVisible({ timeout: 500 });
    await expect(vic.getByText('Uma Field is looking at this')).toBeVisible({ timeout: 500 });
  }).toPass();
  await vic.context().close();
});

test('the desk says who is there, and is quiet when they have left', async ({ page, browser }) => {
  const { uma, vic } = await twoDesks({ page, browser }, [unique('Alone')]);
  await expect(uma.getByText('Vic Thorne is here')).toBeVisible();
  await vic.context().close();
  await expect(uma.getByText('Vic Thorne')).toHaveCount(0, TWO_SECONDS);
});

test('what comes in and what a colleague decides is in the numbers within two seconds', async ({
  page,
  browser,
}) => {
  const [first = '', second = '', late = ''] = ['First', 'Second', 'Late'].map(unique);
  const { uma, vic } = await twoDesks({ page, browser }, [first, second]);
  await holdSome(page, [late]);
  await expect(queueNumber(uma, 'Held', 3)).toBeVisible(TWO_SECONDS);
  await expect(queueNumber(vic, 'Held', 3)).toBeVisible();
  await expect(uma.getByText('1 new', { exact: true })).toBeVisible();
  await vic.keyboard.press('f');
  await expect(queueNumber(uma, 'Held', 2)).toBeVisible(TWO_SECONDS);
  await vic.keyboard.press('z');
  await expect(queueNumber(uma, 'Held', 3)).toBeVisible(TWO_SECONDS);
  await uma.getByRole('button', { name: 'Show new comments' }).click();
  await expect(commentBy(uma, late)).toBeFocused();
  await vic.context().close();
});

test('a card that a colleague decides stays where it is and says who it was; nothing moves', async ({
  page,
  browser,
}) => {
  const names = ['One', 'Two', 'Three', 'Four'].map(unique);
  const [first = '', second = '', third = '', fourth = ''] = names;
  const { uma, vic } = await twoDesks({ page, browser }, names);
  await uma.bringToFront();
  const placesOf = async (of: string[]) =>
    Promise.all(of.map(async (name) => (await commentBy(uma, name).boundingBox())?.y));
  const inSight = [first, second, third];
  const before = await placesOf(inSight);
  await expect(commentBy(vic, second)).toBeFocused();
  await vic.keyboard.press('d');
  await expect(commentBy(uma, second)).toContainText('Rejected by Vic Thorne', TWO_SECONDS);
  expect(await placesOf(inSight)).toEqual(before);
  await expectAccessible(uma);
  // It is passed over, and gone when its reader goes on.
  await expect(commentBy(vic, third)).toBeFocused();
  await uma.keyboard.press('j');
  await expect(commentBy(uma, fourth)).toBeFocused();
  await expect(commentBy(uma, second)).toHaveCount(0);
  await vic.context().close();
});

test('the card in hand stays with the notice, and deciding it is explained', async ({
  page,
  browser,
}) => {
  const [first = '', second = ''] = ['Hand', 'Next'].map(unique);
  const { uma, vic } = await twoDesks({ page, browser }, [first, second]);
  await commentBy(vic, first).click();
  await vic.keyboard.press('s');
  await expect(commentBy(uma, first)).toContainText('Marked as spam by Vic Thorne', TWO_SECONDS);
  await expect(commentBy(uma, first)).toBeFocused();
  await uma.keyboard.press('f');
  const words = 'Already decided by Vic Thorne: spam.';
  await expect(commentBy(uma, first)).toContainText(words);
  const spam = await uma.request.get(`${WORKER}/api/v1/desk/queue?queue=spam&limit=100`);
  expect(await spam.text()).toContain(first);
  // Seen as it is now, it can be decided all the same.
  await commentBy(uma, first).click();
  await uma.keyboard.press('f');
  await expect(commentBy(uma, first)).toBeHidden();
  await vic.context().close();
});

test('where the newest stand first, what is new waits and moves nothing until it is wanted', async ({
  page,
  browser,
}) => {
  const [first = '', second = ''] = ['Old', 'Other'].map(unique);
  const { uma, vic } = await twoDesks({ page, browser }, [first, second]);
  await commentBy(vic, first).click();
  await vic.keyboard.press('s');
  await expect(queueNumber(vic, 'Held', 1)).toBeVisible();
  await uma.goto(`${WORKER}/desk?queue=spam`);
  await expect(commentBy(uma, first)).toBeFocused();
  const before = await commentBy(uma, first).boundingBox();
  await expect(commentBy(vic, second)).toBeFocused();
  await vic.keyboard.press('s');
  await expect(uma.getByText('1 new', { exact: true })).toBeVisible(TWO_SECONDS);
  expect(await commentBy(uma, first).boundingBox()).toEqual(before);
  await expect(commentBy(uma, second)).toHaveCount(0);
  await uma.getByRole('button', { name: 'Show new comments' }).click();
  await expect(commentBy(uma, second)).toBeFocused();
  await expect(uma.getByText('1 new', { exact: true })).toHaveCount(0);
  await expect(commentBy(uma, first)).toBeVisible();
  await vic.context().close();
});

test('a session that ends in the middle of a decision ends the connection, and loses nothing', async ({
  page,
  browser,
  watched,
}) => {
  const [first = '', second = ''] = ['Ended', 'Further'].map(unique);
  const { uma, vic } = await twoDesks({ page, browser }, [first, second]);
  let answer = () => {};
  const mayGo = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await uma.route(`${WORKER}/api/v1/desk/decisions*`, async (route) => {
    await mayGo;
    await route.continue();
  });
  await uma.keyboard.press('f');
  await expect(commentBy(uma, first)).toHaveCount(0);
  await uma.request.post(`${WORKER}/api/v1/desk/sign-out`, {
    data: {},
    headers: { origin: WORKER },
  });
  const dialog = uma.getByRole('dialog', { name: 'Sign in again' });
  // The channel has ended the connection: nothing else asks before the decision does.
  await expect(dialog).toBeVisible(TWO_SECONDS);
  await expect(commentBy(vic, second)).toBeVisible();
  answer();
  const tab = await uma.context().newPage();
  await signInAnew(tab, UMA);
  await tab.close();
  await uma.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(dialog).toBeHidden();
  await expect(queueNumber(vic, 'Held', 1)).toBeVisible();
  const published = await vic.request.get(`${WORKER}/api/v1/desk/queue?queue=published&limit=100`);
  expect(await published.text()).toContain(first);
  await vic.context().close();
  watched.troubles.length = 0;
});

test('after the network was away the desk says what it has missed', async ({
  page,
  browser,
  watched,
}) => {
  const names = ['Seen', 'Missed', 'Third'].map(unique);
  const [first = '', second = '', third = ''] = names;
  const { uma, vic } = await twoDesks({ page, browser }, names);
  await expect(commentBy(uma, second)).toContainText('Vic Thorne is looking at this');
  await uma.context().setOffline(true);
  // Nobody can be heard, so nothing is claimed of them.
  await expect(commentBy(uma, second)).not.toContainText('looking');
  await expect(commentBy(vic, first)).not.toContainText('looking', TWO_SECONDS);
  const stored = vic.waitForResponse('**/api/v1/desk/decisions');
  await vic.keyboard.press('d');
  await stored;
  await uma.context().setOffline(false);
  await expect(queueNumber(uma, 'Held', 2)).toBeVisible();
  await expect(commentBy(uma, second)).toContainText(/Rejected by Vic Thorne, (?:now|\d+ min ago)/);
  await expect(commentBy(uma, third)).toContainText('Vic Thorne is looking at this');
  await expect(commentBy(uma, first)).toHaveAttribute('aria-current', 'true');
  await vic.context().close();
  watched.troubles.length = 0;
});

test.describe('at 360 pixels, in the dark', () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });

  test('who is there and what they do is told in what room there is', async ({ page, browser }) => {
    const [first = '', second = '', late = ''] = ['One', 'Two', 'Late'].map(unique);
    const { uma, vic } = await twoDesks({ page, browser }, [first, second]);
    await expect(uma.getByText('1 other here')).toBeVisible();
    await expect(commentBy(uma, second)).toContainText('Vic Thorne is looking at this');
    const before = await uma.getByRole('button', { name: 'Publish' }).boundingBox();
    await holdSome(page, [late]);
    await expect(uma.getByText('1 new', { exact: true })).toBeVisible(TWO_SECONDS);
    expect(await uma.getByRole('button', { name: 'Publish' }).boundingBox()).toEqual(before);
    await expectAccessible(uma);
    const width = await uma.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
    await vic.context().close();
  });
});

test('a desk that can have no connection asks now and then', async ({ page, watched }) => {
  await signIn(page, UMA);
  await clearDesk(page);
  await page.clock.install();
  await page.routeWebSocket(/\/api\/v1\/desk\/live/, (socket) => socket.close({ code: 1011 }));
  await page.reload();
  await expect(queueNumber(page, 'Held', 0)).toBeVisible();
  const name = unique('Quiet');
  await holdSome(page, [name]);
  await expect(async () => {
    await page.clock.fastForward(21_000);
    await expect(queueNumber(page, 'Held', 1)).toBeVisible({ timeout: 300 });
  }).toPass();
  await expect(commentBy(page, name)).toBeVisible();
  watched.troubles.length = 0;
});
