import type { Page } from '@playwright/test';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type HostileService, serveHostile } from './hostile-service.ts';
import { expect, test, WORKER } from './newsroom.ts';
import { expectOnlyText } from './only-text.ts';

/** Looks at what is there, and remembers which places of the answers were seen. */
function watch(page: Page, service: HostileService) {
  const seen = new Set<string>();
  const isOpen = (where: string) => !seen.has(where) && !NOT_SHOWN.some((one) => one.test(where));
  const unseen = () => [...service.given].filter(([where]) => isOpen(where));
  const look = async (): Promise<void> => {
    const open = unseen();
    const texts = [...service.given.values()].flatMap((all) => [...all]);
    const shown = new Set<string>();
    for (const text of await expectOnlyText(page, texts)) shown.add(text);
    for (const [where, all] of open) {
      if ([...all].some((text) => shown.has(text))) seen.add(where);
    }
  };
  const unseenOf = (places: RegExp) =>
    unseen()
      .map(([where]) => where)
      .filter((where) => places.test(where));
  return { look, unseenOf };
}

async function openDesk(page: Page, address: string) {
  const service = await serveHostile(page, { texts: HOSTILE_TEXTS, length: 8 });
  await page.goto(`${WORKER}/desk${address}`);
  await expect(page.getByRole('article').first()).toBeVisible();
  return { service, ...watch(page, service) };
}

/** What no screen shows, and why. */
const NOT_SHOWN = [
  // Whoever runs the service sets it.
  /translateUrl$/,
  // Marks are where it stands; an answer's source is only typed again, once it was taken back.
  /(?:matches\.text|answers\.source)$/,
  // What is in force has not ended.
  /^(?:queue|measures) .*endedBy$/,
  // A bulk's reason stands with each comment; a permalink is an address and never words.
  /(?:bulks?\.reason|permalink)$/,
  // What was before an act; the reason of one's own decision stands on its card.
  /^threads\S+ \.acts\.was\.(?:message|announcement)$|^decisions \.decisions\.reason$/,
  // A card as any other of the queue.
  /^decisions \.results\.item\./,
  // The desk shows a thread's texts as they were typed, and in a list that there are some.
  /^threads\S* .*(?:messageBody|announcementBody)/,
  /^threads \.threads\.(?:key|message|announcement)$/,
  // Of the thread that another one is joined to, only its name.
  /^threads\S+preview \.into\.(?!title)/,
  // The title stands for the address, the address for the page; a link's letters are encoded.
  /^threads\S+ .*\.(?:page|(?:thread|to)\.url)$|^invitations\S+ .*(?:link|invitedBy)$/,
];

test('at the desk every text of every answer is text, on every card and in every dialog', {
  tag: '@phone',
}, async ({ page }) => {
  const { look, unseenOf } = await openDesk(page, '?queue=held');
  const dialog = page.getByRole('dialog');
  const panel = (name: string) => page.getByRole('region', { name, exact: true });
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  await page.setViewportSize({ width: 1280, height: 900 });
  await look();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByText('Author, article, decisions').click();
  await look();
  await page.keyboard.press('v');
  await expect(panel('Edits').locator('ins').first()).toBeVisible();
  await look();
  await page.keyboard.press('p');
  await expect(panel('Around this comment').getByRole('listitem').first()).toBeVisible();
  await look();
  await page.keyboard.press('m');
  await expect(page.locator('pre')).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note for colleagues' }).fill(HOSTILE_TEXTS.join(' '));
  await look();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.press('Control+k');
  await expect(dialog.getByRole('button', { name: /^Change/ }).first()).toBeVisible();
  await look();
  await dialog
    .getByRole('button', { name: /^Change/ })
    .first()
    .click();
  await look();
  await close();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.getByText('All that is in force on').click();
  await expect(dialog.getByRole('button', { name: /^Lift it:/ }).first()).toBeVisible();
  await look();
  await close();
  await page.keyboard.press('c');
  await expect(dialog.getByRole('listitem')).toHaveCount(8);
  await look();
  await close();
  await page.keyboard.press('Shift+D');
  await expect(dialog.getByRole('button').nth(1)).toBeVisible();
  await look();
  await close();
  await page.getByRole('button', { name: /^Account/ }).click();
  await expect(dialog.getByRole('button', { name: /^Rename/ }).first()).toBeVisible();
  await look();
  await dialog
    .getByRole('button', { name: /^Rename/ })
    .first()
    .click();
  await look();
  await close();
  await page.keyboard.press('x');
  await page.keyboard.press('d');
  await expect(page.locator('.notice')).toHaveCount(1);
  await look();
  expect(unseenOf(/./)).toEqual([]);
});

test('at the desk every text is text in lists, searches, threads and people', {
  tag: '@phone',
}, async ({ page }) => {
  const text = HOSTILE_TEXTS.join(' ').slice(0, 90);
  const narrow = { section: text, author: text, older: text, check: text };
  const { look, unseenOf } = await openDesk(page, `?${new URLSearchParams(narrow)}`);
  await look();
  await page.getByRole('button', { name: 'All of these…' }).click();
  await look();
  await page.goto(`${WORKER}/desk?${new URLSearchParams({ q: HOSTILE_TEXTS[0] ?? '' })}`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await look();
  await page.goto(`${WORKER}/desk?queue=mine`);
  await expect(page.locator('.own').first()).toBeVisible();
  await look();

  await page.goto(
    `${WORKER}/desk/threads?${new URLSearchParams({ find: HOSTILE_TEXTS[1] ?? '' })}`,
  );
  await page.locator('.thread-list a').first().waitFor();
  await look();
  await page.locator('.thread-list a').first().click();
  await page.getByRole('textbox', { name: /^Move to another/ }).fill('https://x.example/moved');
  await page.getByRole('button', { name: 'See what would happen' }).click();
  await expect(page.locator('.preview')).toBeVisible();
  await look();

  await page.goto(`${WORKER}/desk/people`);
  await expect(page.getByRole('list', { name: 'Invitations' })).toBeVisible();
  await look();
  await page
    .getByRole('button', { name: /^New link|^Send again/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Change/ })
    .first()
    .click();
  await look();
  expect(unseenOf(/^(?:decisions|threads|people|invitations)/)).toEqual([]);
});

test('at the desk names of colleagues, what they do and what the service refuses is text', {
  tag: '@phone',
}, async ({ page, watched }) => {
  const { service, look, unseenOf } = await openDesk(page, '?queue=held');
  const [first, second, third] = await page
    .getByRole('article')
    .evaluateAll((all) => all.map((card) => card.getAttribute('data-id') ?? ''));
  const send = (message: object) => service.socket().send(JSON.stringify(message));
  const by = (where: string) => service.write.text(`live ${where}`);
  const seat = (id: string, open: string | undefined) => ({
    id,
    person: id,
    name: by('name'),
    open,
  });
  send({ type: 'here', seats: [seat('s1', second), seat('s2', third), seat('s3', second)] });
  const change = { version: 99, site: 'daily-planet', status: 'rejected', queues: [] };
  send({ type: 'changed', changes: [{ ...change, id: first, act: 'decided', by: by('by') }] });
  await expect(page.locator('.label')).toHaveCount(3);
  await page.setViewportSize({ width: 1280, height: 900 });
  await look();
  await page.setViewportSize({ width: 360, height: 740 });
  await look();

  service.refuse(/./);
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'Load again' }).waitFor();
  await look();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Set it' }).first().click();
  await look();
  for (const address of [
    '/threads',
    '/threads/id1',
    '/people',
    '?queue=held',
    '/sign-in?token=x',
  ]) {
    await page.goto(`${WORKER}/desk${address}`);
    const enter = page.getByRole('button', { name: 'Sign in', exact: true });
    if (address.includes('token')) await enter.click();
    await expect(page.getByRole('alert').first()).toContainText('‹');
    await look();
  }
  expect(unseenOf(/^(?:live|problem detail)/)).toEqual([]);
  const refusals = watched.troubles.filter((trouble) => trouble.includes('status of 409'));
  expect(watched.troubles).toEqual(refusals);
  watched.troubles.length = 0;
});
