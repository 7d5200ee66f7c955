import type { Page } from '@playwright/test';
import { expect, PAPER, post, signIn, test, WORKER } from './newsroom.ts';

const SITE = 'walk-courier';
const HELD = 40;
const KEYS = { f: 'published', d: 'rejected', s: 'spam' } as const;

const QUEUE = `${WORKER}/desk?queue=held&site=${SITE}`;

async function hold(page: Page, number: number): Promise<string[]> {
  const { testId } = test.info();
  const url = `${PAPER}/${SITE}/walk-${testId}`;
  const ids: string[] = [];
  for (let i = 0; i < number; i++) {
    const name = `Walker ${madeUp(2)} ${i}`;
    const body = `${madeUp(14)} ${testId}.`;
    const email = `${madeUp(1)}-${i}@${madeUp(1)}.example`;
    const { comment } = await post(page, { site: SITE, url, name, body, email });
    ids.push(comment.id);
  }
  return ids;
}

/** Words that no other comment has: a part of these is thrown out, and nothing else shall be like it. */
function madeUp(words: number): string {
  const one = (from: string) => from[Math.floor(Math.random() * from.length)] ?? '';
  const syllable = () => one('bdfgklmnprstvz') + one('aeiou') + one('lmnrst');
  return Array.from({ length: words }, () => syllable() + syllable() + one('aeiou')).join(' ');
}

const currentId = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('[aria-current="true"]')?.dataset.id);

test(`${HELD} held comments are cleared by keyboard alone, and every decision is stored`, async ({
  page,
}) => {
  test.setTimeout(90_000);
  const held = await hold(page, HELD);
  await signIn(page);
  await page.evaluate(() => {
    addEventListener('pointerdown', () => document.documentElement.setAttribute('pointed', ''));
  });
  await page.goto(QUEUE);
  await expect(page.getByRole('article').first()).toBeFocused();
  const pressed = new Map<string, string>();
  const keys = Object.keys(KEYS);
  for (let i = 0; i < HELD; i++) {
    await expect(page.locator('[aria-current="true"]')).toBeFocused();
    const id = await currentId(page);
    const key = keys[i % keys.length] ?? 'f';
    expect(pressed.has(id ?? '')).toBe(false);
    pressed.set(id ?? '', key);
    await page.keyboard.press(key);
    // The card is gone and the next one has the focus when the key has been handled.
    expect(await currentId(page)).not.toBe(id);
  }
  await expect(page.getByText('Nothing held.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Held 0', exact: true })).toBeVisible();
  await expect(page.getByText(/being sent/)).toBeHidden();
  expect([...pressed.keys()].toSorted()).toEqual(held.toSorted());
  for (const [key, queue] of Object.entries(KEYS)) {
    const query = new URLSearchParams({ queue, site: SITE, limit: '100' });
    const answer = await page.request.get(`${WORKER}/api/v1/desk/queue?${query}`);
    const { items } = await answer.json();
    const mine = items.filter(({ id }: { id: string }) => pressed.has(id));
    for (const { id, decisions } of mine) {
      expect(`${pressed.get(id)} ${decisions.length} ${decisions[0].by}`).toBe(
        `${key} 1 Ines Okafor`,
      );
    }
    expect(mine).toHaveLength([...pressed.values()].filter((one) => one === key).length);
  }
  expect(await page.locator('html').getAttribute('pointed')).toBeNull();
});

test('the next card is whole when it is shown: nothing of it has to be asked for', async ({
  page,
  context,
}) => {
  const url = `${PAPER}/${SITE}/whole-${test.info().testId}`;
  const name = (what: string) =>
    `${what} ${test.info().testId.slice(-6)} ${test.info().project.name}`;
  const words = `A top comment to be answered, ${test.info().testId}.`;
  const email = (who: string) => `${who}-${test.info().testId}@reach.example`;
  const top = await post(page, {
    site: SITE,
    url,
    name: name('Top'),
    body: words,
    email: email('top'),
  });
  await signIn(page);
  const answer = await page.request.post(`${WORKER}/api/v1/desk/decisions`, {
    data: { decisions: [{ commentId: top.comment.id, version: 1, to: 'published' }] },
    headers: { origin: WORKER },
  });
  expect(answer.status()).toBe(200);
  const body = (what: string) => `The ${what} answer of ${test.info().testId}`;
  for (const what of ['first', 'second']) {
    const parent = top.comment.id;
    await post(page, {
      site: SITE,
      url,
      name: name(what),
      body: body(what),
      parent,
      email: email(what),
    });
  }
  await page.goto(`${QUEUE}&q=${encodeURIComponent(`answer of ${test.info().testId}`)}`);
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('article').first()).toBeFocused();
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await context.route(`${WORKER}/**`, async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press('f');
  const next = page.locator('[aria-current="true"]');
  await expect(next).toBeFocused();
  // Searches begin with the newest.
  await expect(next).toContainText(body('first'));
  await expect(next).toContainText(words);
  await expect(next).toContainText(email('first'));
  await expect(next.getByRole('list', { name: 'Findings' })).toBeVisible();
  await page.keyboard.press('d');
  release();
  await expect(page.getByText(/being sent/)).toBeHidden();
});
