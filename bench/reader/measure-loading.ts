import type { Page } from '@playwright/test';
import { openArticle, seenBy } from './open-article.ts';
import type { Figure, Place } from './run.ts';

const RUNS = 5;
const LONGEST_MS = 50;

/** What the tag costs before its reader comes near, and what a page of 50 does to the browser. */
export async function measureLoading(place: Place): Promise<Figure[]> {
  const before = await loadBefore(place);
  let shift = 0;
  let longest = 0;
  for (let run = 0; run < RUNS; run++) {
    const page = await openArticle(place, { paragraphs: 150 });
    await page.waitForLoadState('networkidle');
    // Two frames: scrolling by script in the frame of a change counts as a shift.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.evaluate(() => {
      document.querySelector('belowline-comments')?.scrollIntoView();
    });
    await page.getByRole('article').nth(49).waitFor();
    await page.waitForLoadState('networkidle');
    const seen = await seenBy(page);
    shift = Math.max(shift, seen.shift);
    longest = Math.max(longest, seen.longest);
    await page.context().close();
  }
  return [
    {
      name: 'requests before the reader comes near',
      bar: '1',
      value: String(before),
      reached: before === 1,
    },
    {
      name: 'layout shift, page of 50',
      bar: '0',
      value: shift.toFixed(4),
      reached: shift === 0,
    },
    {
      name: `longest task while it loads, of ${RUNS} runs`,
      bar: `< ${LONGEST_MS} ms`,
      // The browser reports tasks from 50 ms on only.
      value: longest === 0 ? 'none of 50 ms' : `${longest.toFixed(0)} ms`,
      reached: longest < LONGEST_MS,
    },
  ];
}

async function loadBefore(place: Place): Promise<number> {
  const page: Page = await openArticle(place, { paragraphs: 150 });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(place.worker)) asked.push(request.url());
  });
  await page.reload();
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return asked.length;
}
