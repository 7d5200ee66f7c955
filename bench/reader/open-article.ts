import type { Page } from '@playwright/test';
import type { Place } from './run.ts';

/** So much slower than the machine itself, as a phone of the middle class is. */
export const SLOWER = 4;

/** An article with the tag, on its own origin, its comments still far below. */
export async function openArticle(
  { browser, worker, article }: Place,
  { paragraphs }: { paragraphs: number },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // The page is made up, and the service runs on this machine.
    permissions: ['local-network-access'],
  });
  const page = await context.newPage();
  await page.route(article, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Nine weeks</title><h1>Nine weeks</h1>${'<p>The bridge was closed.</p>'.repeat(paragraphs)}<script src="${worker}/embed.js" data-site="daily-planet" async></script><footer>The end</footer>`,
    }),
  );
  // The widget's page has 20; the bar is for one of 50.
  await page.route('**/api/v1/thread?*', (route) =>
    route.continue({ url: `${route.request().url()}&limit=50` }),
  );
  await page.addInitScript(() => {
    const seen = { shift: 0, longest: 0, keys: [] as number[] };
    Object.assign(window, { seen });
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
        type,
        buffered: true,
        ...(type === 'event' && { durationThreshold: 16 }),
      });
    watch('layout-shift', (entry) => {
      if (!Reflect.get(entry, 'hadRecentInput')) seen.shift += Reflect.get(entry, 'value');
    });
    watch('longtask', ({ duration }) => {
      seen.longest = Math.max(seen.longest, duration);
    });
    watch('event', ({ name, duration }) => {
      if (name === 'keydown') seen.keys.push(duration);
    });
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(article);
  return page;
}

export async function seenBy(
  page: Page,
): Promise<{ shift: number; longest: number; keys: number[] }> {
  return page.evaluate(() => Reflect.get(window, 'seen'));
}
