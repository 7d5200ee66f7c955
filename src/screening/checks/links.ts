import { linksOf } from '../../domain/body.ts';
import type { Check } from '../check.ts';

export const links: Check = {
  name: 'links',
  timeless: true,
  run: ({ body, site }) => {
    const found = linksOf(body);
    if (found.length <= site.maxLinks) return null;
    return {
      verdict: 'hold',
      score: Math.min(1, 0.4 + 0.1 * (found.length - site.maxLinks)),
      message: `${count(found.length)}; this site allows ${site.maxLinks}.`,
      matches: found.map(({ text }) => ({ field: 'body', text })),
    };
  },
};

function count(links: number): string {
  return links === 1 ? '1 link' : `${links} links`;
}
