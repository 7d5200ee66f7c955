import type { Browser, Page } from '@playwright/test';

/** What a key does, in the order in which they are pressed again and again. */
const KEYS: readonly string[] = ['f', 'f', 'd', 's'];

/** ms that every request waits longer than it would. */
export const LATENCY = 300;

export type Walk = {
  /** ms from each key until what it changed was painted. */
  paints: number[];
  /** Keys after which another card was not yet the current one when the frame was painted. */
  late: number;
  /** ms from the first key until the last card was gone, and until all was stored. */
  cleared: number;
  stored: number;
  /** Requests from the first key on, and those of them that carried decisions. */
  requests: number;
  sent: number;
  /** Comments that the service itself still counts as held. */
  left: number;
};

/** Clears the queue by keyboard alone, a key as soon as the last one is painted. */
export async function walkQueue(
  browser: Browser,
  ask: { worker: string; link: string; site: string; comments: number },
): Promise<Walk> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchKeys);
  await page.goto(ask.link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Queues' }).waitFor();
  await page.goto(`${ask.worker}/desk?queue=held&site=${ask.site}`);
  await page.locator('article[aria-current="true"]:focus').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: LATENCY, downloadThroughput: -1, uploadThroughput: -1 },
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const started = performance.now();
  for (let at = 0; at < ask.comments; at++) await press(page, KEYS[at % KEYS.length] ?? 'f');
  const cleared = performance.now() - started;
  await page.getByText('Nothing held.').waitFor();
  await page.getByText(/being sent/).waitFor({ state: 'detached' });
  const stored = performance.now() - started;
  const { paints, late } = await seenBy(page);
  const queue = `${ask.worker}/api/v1/desk/queue?queue=held&site=${ask.site}`;
  const { counts } = await (await page.request.get(queue)).json();
  await context.close();
  const sent = asked.filter((url) => url.includes('/decisions')).length;
  return { paints, late, cleared, stored, requests: asked.length, sent, left: counts.held };
}

/** Waits for the next card where the queue has run ahead of what was fetched. */
async function press(page: Page, key: string): Promise<void> {
  await page.locator('article[aria-current="true"]').waitFor();
  const { paints } = await seenBy(page);
  await page.keyboard.press(key);
  await page.waitForFunction(
    (before) => Reflect.get(window, 'seen').paints.length > before,
    paints.length,
    { polling: 4 },
  );
}

function seenBy(page: Page): Promise<{ paints: number[]; late: number }> {
  return page.evaluate(() => Reflect.get(window, 'seen'));
}

/** In the page: from a key's own time until the task after the frame that it led to. */
function watchKeys(): void {
  const seen = { paints: [] as number[], late: 0 };
  Object.assign(window, { seen });
  const current = () => document.querySelector('article[aria-current="true"]');
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    const before = current();
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        seen.paints.push(performance.now() - timeStamp);
        if (current() === before) seen.late += 1;
      };
      after.port2.postMessage(null);
    });
  };
  addEventListener('keydown', onKey, { capture: true });
}
