import { describe, expect, test } from 'vitest';
import { threadUrl } from '../../widget/thread-url.ts';

describe('the address of a thread', () => {
  test.each([
    ['https://paper.example/a?id=7#comment-1', 'https://paper.example/a?id=7'],
    ['https://paper.example/a?utm_source=x&id=7&fbclid=y', 'https://paper.example/a?id=7'],
    ['https://paper.example/a?gclid=1&msclkid=2&mc_eid=3&igshid=4', 'https://paper.example/a'],
    ['https://paper.example/a?reutm_x=1', 'https://paper.example/a?reutm_x=1'],
  ])('is %s without fragment and trackers', (address, url) => {
    expect(threadUrl(address)).toBe(url);
  });

  test('is the canonical one where the page names one', () => {
    expect(threadUrl('https://m.paper.example/a?page=2', 'https://paper.example/a')).toBe(
      'https://paper.example/a',
    );
  });

  test('is the canonical one without its fragment', () => {
    expect(threadUrl('https://paper.example/b', 'https://paper.example/a#top')).toBe(
      'https://paper.example/a',
    );
  });
});
