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

const unique = (name: string) =>
  `${name} ${test.info().testId.slice(-6)} ${test.info().project.name}`;

/** The desk with a fresh comment as its only card. */
async function openCard(page: Page, name: string): Promise<string> {
  const url = `${PAPER}/daily-planet/marks-${test.info().testId}`;
  const { comment } = await post(page, { url, name, body: `Something that ${name} has to say.` });
  await signIn(page);
  await page.goto(`${WORKER}/desk?q=${encodeURIComponent(name)}`);
  await expect(commentBy(page, name)).toHaveAttribute('aria-current', 'true');
  return comment.id;
}

test('a note is written by key, kept while it is written, and deleted by its writer', {
  tag: '@phone',
}, async ({ page }) => {
  const name = unique('Noted');
  await openCard(page, name);
  const box = page.getByRole('textbox', { name: 'Note for colleagues' });
  await page.keyboard.press('n');
  await expect(box).toBeFocused();
  await page.keyboard.type('Rang the council');
  await expectAccessible(page);
  await page.reload();
  await expect(commentBy(page, name)).toBeVisible();
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await expect(box).toHaveValue('Rang the council');
  await box.press('Control+Enter');
  await expect(box).toBeHidden();
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText('Ines Okafor');
  await expect(notes).toContainText('Rang the council');
  await expect(commentBy(page, name)).toBeFocused();
  await expectAccessible(page);
  await notes.getByRole('button', { name: 'Delete your note' }).click();
  await expect(notes).toBeHidden();
});

test('rejects with one of the site’s reasons, which stands in the log; d alone still decides at once', {
  tag: '@phone',
}, async ({ page }) => {
  const name = unique('Reason');
  const id = await openCard(page, name);
  await page.keyboard.press('Shift+D');
  const list = page.getByRole('dialog', { name: 'Reject, because' });
  await expect(list.getByRole('button', { name: 'Insult' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.getByRole('button', { name: 'Reject with a reason' }).click();
  await page.keyboard.press('3');
  await expect(commentBy(page, name)).toBeHidden();
  const decisions = async () => {
    const found = await page.request.get(
      `${WORKER}/api/v1/desk/queue?q=${encodeURIComponent(name)}`,
    );
    const { items } = await found.json();
    const item = items.find((one: { id: string }) => one.id === id);
    return item.decisions.map((one: { to: string; reason: string | null }) => [one.to, one.reason]);
  };
  await expect.poll(decisions).toEqual([['rejected', 'Off topic']]);
  await page.keyboard.press('z');
  await expect(commentBy(page, name)).toBeVisible();
  await page.keyboard.press('d');
  await expect(commentBy(page, name)).toBeHidden();
  await expect.poll(decisions).toContainEqual(['rejected', null]);
});

test('a sixth comment cannot be featured, and the card says why', async ({ page, watched }) => {
  const name = unique('Sixth');
  const url = `${PAPER}/daily-planet/marks-${test.info().testId}`;
  await openCard(page, name);
  for (let i = 0; i < 5; i++) {
    const body = `Number ${i} of five beside ${test.info().testId}.`;
    const { comment } = await post(page, { url, name: `Reader ${i}`, body });
    const path = `${WORKER}/api/v1/desk/comments/${comment.id}/featured`;
    expect(
      (
        await page.request.put(path, { data: { version: 1 }, headers: { origin: WORKER } })
      ).status(),
    ).toBe(200);
  }
  await page.getByRole('button', { name: 'Feature', exact: true }).click();
  await expect(commentBy(page, name)).toContainText('Five comments of this thread are featured.');
  await expectAccessible(page);
  watched.troubles.length = 0;
});
