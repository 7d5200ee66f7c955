import type { Page } from '@playwright/test';
import { Thread } from '../../src/contract/thread.ts';
import { hostileAnswer } from '../support/hostile-answers.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type HostileService, serveHostile } from './hostile-service.ts';
import { expect, formOf, openArticle, PAPER, test, WORKER } from './newsroom.ts';
import { expectOnlyText } from './only-text.ts';

/** What readers see is text, and keeps to the room that a page has for it. */
function watch(page: Page, service: HostileService) {
  return async (place: RegExp): Promise<void> => {
    const all = [...service.given].flatMap(([where, texts]) =>
      [...texts].map((text) => ({ where, text })),
    );
    const shown = await expectOnlyText(
      page,
      all.map(({ text }) => text),
    );
    const missing = all.filter(({ where, text }) => place.test(where) && !shown.includes(text));
    expect(missing).toEqual([]);
  };
}

test('in the widget every text of every answer is text, and so is what its reader does with it', {
  tag: '@phone',
}, async ({ page, watched }) => {
  const service = await serveHostile(page, { texts: HOSTILE_TEXTS, length: 12 });
  const look = watch(page, service);
  await openArticle(page);
  const article = page.getByRole('article').nth(4);
  await expect(article).toBeVisible();
  await look(/^thread \.(?:comments\.(?:name|body)|featured\.(?:name|body)|thread\.announcement)$/);

  const more = article.getByRole('button', { name: /^More/ }).first();
  await more.click();
  await article.getByRole('button', { name: 'Quote', exact: true }).click();
  const quoted = await formOf(page).comment.inputValue();
  expect(quoted).toMatch(/^> /);
  await look(/^$/);
  await article.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(article.getByRole('radio').first()).toBeVisible();
  await look(/^thread \.form\.reasons$/);
  await page.keyboard.press('Escape');
  // A draft that was kept, and what is refused.
  const draft = HOSTILE_TEXTS.join('\n').replaceAll('\u0000', '').slice(0, 3000);
  await formOf(page).comment.fill(draft);
  await formOf(page).name.fill('Ada');
  service.refuse(/comments$/);
  await formOf(page).send.click();
  await look(/^$/);
  service.refuse(/comments$/, 'rephrase');
  await formOf(page).send.click();
  await expect(page.getByRole('button', { name: /as it is/ })).toBeVisible();
  await look(/^$/);
  const typed = await formOf(page).comment.inputValue();
  const connected = service.nextSocket();
  await page.reload();
  await expect.poll(async () => formOf(page).comment.inputValue()).toBe(typed);
  await look(/^$/);

  service.refuse(/^$/);
  await formOf(page).send.click();
  const edit = page.getByRole('button', { name: 'Edit' });
  await edit.click();
  await expect(page.getByRole('textbox', { name: 'Edit your comment' })).toBeFocused();
  await look(/^comments \.source$/);
  await page.keyboard.press('Escape');

  // What comes while somebody reads.
  const line = await connected;
  const thread = Thread.parse(
    hostileAnswer(Thread, { writer: service.write, name: 'live thread ' }),
  );
  const closed = { ...thread, state: 'closed' };
  line.send(JSON.stringify([{ type: 'thread', thread: closed, version: 5 }]));
  await expect(page.getByRole('textbox', { name: 'Comment', exact: true })).toBeHidden();
  await look(/^live thread \.message$/);
  const refusals = watched.troubles.filter((trouble) => trouble.includes('status of 409'));
  expect(watched.troubles).toEqual(refusals);
  watched.troubles.length = 0;
  const isForeign = (url: string) => !url.startsWith(WORKER) && !url.startsWith(PAPER);
  expect(watched.requests.filter(isForeign)).toEqual([]);
});
