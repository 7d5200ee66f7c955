import type { Page } from '@playwright/test';
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

const tag = () => `${test.info().testId.slice(-8)}${test.info().project.name.slice(0, 2)}`;

/** Held comments of a test's own, on an article of its own; answers the article's address. */
async function holdSome(page: Page, names: string[]): Promise<string> {
  const url = `${PAPER}/harbour-post/queues-${tag()}`;
  for (const [at, name] of names.entries()) {
    await post(page, {
      site: 'harbour-post',
      url,
      name,
      email: `q${at}-${tag()}@reach.example`,
      body: `${name} writes ${['of boats', 'on trains', 'about cheese', 'in verse', 'to nobody'][at % 5]} and waits, ${test.info().testId}.`,
    });
  }
  return url;
}

/** The section filter of that article. */
const sectionOf = () => `harbour-post/queues-${tag()}`;

async function openNarrowed(page: Page, more: Record<string, string> = {}): Promise<void> {
  const search = new URLSearchParams({ queue: 'held', section: sectionOf(), ...more });
  await page.goto(`${WORKER}/desk?${search}`);
  await expect(page.getByRole('article').first()).toBeVisible();
}

const names = (number: number) => Array.from({ length: number }, (_, i) => `Quill${i} ${tag()}`);

async function statuses(page: Page, list: string): Promise<number> {
  const search = new URLSearchParams({ queue: list, section: sectionOf(), limit: '100' });
  const answer = await page.request.get(`${WORKER}/api/v1/desk/queue?${search}`);
  return (await answer.json()).items.length;
}

test('a queue is filtered by key, and the address can be kept and shared', {
  tag: '@phone',
}, async ({ page }) => {
  const [first = '', second = ''] = names(2);
  await holdSome(page, [first, second]);
  await signIn(page);
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  await expectAccessible(page);
  await dialog.getByLabel('Section').fill(sectionOf());
  await dialog.getByLabel('Section').press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article')).toHaveCount(2);
  const bar = page.getByRole('region', { name: 'Filter and order' });
  await bar.getByLabel('Order').selectOption('newest');
  await expect(page.getByRole('article').first()).toHaveAccessibleName(`Comment by ${second}`);
  expect(page.url()).toContain('sort=newest');
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('article').first()).toHaveAccessibleName(`Comment by ${second}`);
  await expectAccessible(page);
  await bar.getByRole('button', { name: `section ${sectionOf()}` }).click();
  expect(page.url()).not.toContain('section');
  await page.goBack();
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('the filter stays when the queue is changed, by key and by hand, and Back goes back', async ({
  page,
}) => {
  const [first = '', second = ''] = names(2);
  await holdSome(page, [first, second]);
  await signIn(page);
  await openNarrowed(page);
  const bar = page.getByRole('region', { name: 'Filter and order' });
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.keyboard.press('s');
  await expect.poll(() => statuses(page, 'spam')).toBe(1);
  await page.keyboard.press('5');
  await expect(page.getByRole('heading', { name: 'Spam, All sites' })).toBeAttached();
  await expect(page.getByRole('article')).toHaveCount(1);
  expect(new URL(page.url()).searchParams.get('section')).toBe(sectionOf());
  await page.getByRole('navigation', { name: 'Queues' }).getByText('Held').click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(bar.getByRole('button', { name: `section ${sectionOf()}` })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Spam, All sites' })).toBeAttached();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(bar.getByRole('button', { name: `section ${sectionOf()}` })).toBeVisible();
});

test('a value in the address that means nothing is named and left out', async ({ page }) => {
  await holdSome(page, names(1));
  await signIn(page);
  await openNarrowed(page, { older: 'long ago' });
  const bar = page.getByRole('region', { name: 'Filter and order' });
  await expect(bar).toContainText('“older=long ago” in the address is left out');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.goto(`${WORKER}/desk?queue=held&author=nobody-${tag()}`);
  await expect(page.getByText('Nothing here fits the filter.')).toBeVisible();
  await expectAccessible(page);
});

test('a queue is filtered by language, and the card says which one it is', async ({ page }) => {
  const url = `${PAPER}/harbour-post/queues-${tag()}`;
  const texts = {
    Gudrun: `Das ist doch nicht euer Ernst, wer soll das alles bezahlen, fragt ${tag()}`,
    Ghislaine: `Je ne suis vraiment pas du tout d’accord avec vous, dit ${tag()}`,
    Gus: `lol ${tag()}`,
  };
  for (const [name, body] of Object.entries(texts)) {
    const email = `${name}-${tag()}@reach.example`;
    await post(page, { site: 'harbour-post', url, name: `${name} ${tag()}`, email, body });
  }
  await signIn(page);
  await openNarrowed(page);
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Filter' });
  await dialog.getByLabel('Language').selectOption({ label: 'German' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Show' }).click();
  const german = commentBy(page, `Gudrun ${tag()}`);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(german).toContainText('in German');
  await expect(german.getByText(texts.Gudrun)).toBeVisible();
  await expect(german.locator('[lang=de]')).toContainText(texts.Gudrun);
  await expectAccessible(page);
  expect(new URL(page.url()).searchParams.get('language')).toBe('de');
  await openNarrowed(page, { language: 'none' });
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(commentBy(page, `Gus ${tag()}`)).toBeVisible();
  await openNarrowed(page, { language: 'klingon' });
  const bar = page.getByRole('region', { name: 'Filter and order' });
  await expect(bar).toContainText('“language=klingon” in the address is left out');
  await expect(page.getByRole('article')).toHaveCount(3);
});

test('selected by x and Shift+X, decided as one, taken back as one', { tag: '@phone' }, async ({
  page,
}) => {
  await holdSome(page, names(5));
  await signIn(page);
  await openNarrowed(page);
  await expect(page.getByRole('article')).toHaveCount(5);
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const line = page.getByRole('region', { name: 'Selection' });
  await expect(line).toContainText('3 selected');
  await page.getByRole('checkbox', { name: `Select the comment by ${names(2)[1]}` }).click();
  await expect(line).toContainText('2 selected');
  await expectAccessible(page);
  await line.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(line).toContainText('Rejected: 2 of 2');
  await expect(page.getByRole('article')).toHaveCount(3);
  expect(await statuses(page, 'rejected')).toBe(2);
  await line.getByRole('button', { name: 'Undo all 2' }).click();
  await expect(line).toContainText('Taken back: 2');
  await expect(page.getByRole('article')).toHaveCount(5);
  expect(await statuses(page, 'rejected')).toBe(0);
});

test('a whole filter is decided after its exact number was confirmed; cut, it goes on', {
  tag: '@phone',
}, async ({ page, context, watched }) => {
  await holdSome(page, names(4));
  await signIn(page);
  await openNarrowed(page);
  await page.getByRole('button', { name: 'All of these…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`Held, section ${sectionOf()}`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Spam all…' }).click();
  await expect(dialog).toContainText('4 comments will be marked as spam');
  await expectAccessible(page);
  const steps = `${WORKER}/api/v1/desk/bulks/*/steps*`;
  await context.route(steps, (route) => route.abort('connectionreset'));
  await dialog.getByRole('button', { name: 'Spam 4 comments' }).click();
  const line = page.getByRole('region', { name: 'Selection' });
  await expect(line).toContainText('Marked as spam: 0 of 4');
  await expect(line.getByRole('button', { name: 'Go on' })).toBeVisible();
  expect(await statuses(page, 'spam')).toBe(0);
  await context.unroute(steps);
  // The page was left meanwhile: what is open is found again.
  await page.reload();
  await expect(line).toContainText('It was cut short.');
  await line.getByRole('button', { name: 'Go on' }).click();
  await expect(line).toContainText('Marked as spam: 4 of 4');
  await expect(page.getByText('Nothing here fits the filter.')).toBeVisible();
  expect(await statuses(page, 'spam')).toBe(4);
  watched.troubles.length = 0;
});

test('a cluster is seen with its differences and decided as one', { tag: '@phone' }, async ({
  page,
}) => {
  const url = `${PAPER}/harbour-post/queues-${tag()}`;
  // What was marked as spam in one size of the window is known in the next.
  const story =
    test.info().project.name === 'phone'
      ? 'keeps bees under the bridge and offers the honey to whoever writes a card to'
      : 'has sold the old boat since a letter told of shares of a mine in the far north of';
  const sale = (who: string) => `My ${who} ${story} ${test.info().testId}${tag()} this week`;
  for (const [at, who] of ['neighbour', 'uncle', 'teacher'].entries()) {
    const email = `c${at}-${tag()}@reach.example`;
    await post(page, {
      site: 'harbour-post',
      url,
      name: `Cora${at} ${tag()}`,
      email,
      body: sale(who),
    });
  }
  await signIn(page);
  await openNarrowed(page);
  const card = commentBy(page, `Cora0 ${tag()}`);
  await expect(card.getByRole('button', { name: '3 like this' })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Comments like this' });
  await expect(dialog.getByRole('listitem')).toHaveCount(3);
  await expect(dialog.locator('mark').first()).toHaveText(/teacher|uncle/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Spam 3' }).click();
  const line = page.getByRole('region', { name: 'Selection' });
  await expect(line).toContainText('Marked as spam: 3 of 3');
  expect(await statuses(page, 'spam')).toBe(3);
});

test('what I decided is taken back later from Mine', async ({ page }) => {
  const [name = ''] = names(1);
  await holdSome(page, [name]);
  await signIn(page);
  await openNarrowed(page);
  await page.keyboard.press('d');
  await expect.poll(() => statuses(page, 'rejected')).toBe(1);
  await page.keyboard.press('7');
  await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
  expect(page.url()).toContain('queue=mine');
  await expectAccessible(page);
  await page.getByRole('button', { name: `Undo: Rejected, ${name}` }).click();
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('taken back');
  expect(await statuses(page, 'rejected')).toBe(0);
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: 'Held, All sites' })).toBeAttached();
});

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a range is selected by pressing alone', async ({ page }) => {
    await holdSome(page, names(3));
    await signIn(page);
    await openNarrowed(page);
    const toHere = page.getByRole('button', { name: 'Select to current' });
    await page.getByRole('checkbox').first().click();
    await expect(toHere).toHaveCount(0);
    await page.getByRole('article').nth(2).locator('.text').click();
    await toHere.click();
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('3 selected');
    await expect(toHere).toHaveCount(0);
    await expectAccessible(page);
  });

  test('filter, selection and clusters fit, and nothing moves when a card is selected', async ({
    page,
  }) => {
    await holdSome(page, names(2));
    await signIn(page);
    await openNarrowed(page, { sort: 'priority' });
    const card = page.getByRole('article').first();
    const before = await card.boundingBox();
    await page.getByRole('checkbox').first().click();
    await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
    expect(await card.boundingBox()).toEqual(before);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(360);
    await expectAccessible(page);
    await page.goto(`${WORKER}/desk?queue=mine`);
    await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible();
    expect(await wide()).toBe(360);
  });
});
