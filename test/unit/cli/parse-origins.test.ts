import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOrigins } from '../../../cli/parse-origins.ts';
import { allowsOrigin } from '../../../src/domain/site.ts';
import { refusalOf } from './refusal.ts';

describe('origins', () => {
  it.each([
    ['https://www.example.com', ['https://www.example.com']],
    ['https://EXAMPLE.com:443/', ['https://example.com']],
    ['https://example.com:8443', ['https://example.com:8443']],
    ['https://*.example.com', ['https://*.example.com']],
    ['https://*.Example.com:8443', ['https://*.example.com:8443']],
    [
      'http://localhost:3000,http://127.0.0.1:3000',
      ['http://localhost:3000', 'http://127.0.0.1:3000'],
    ],
    [' https://a.example , https://a.example ', ['https://a.example']],
    ['https://müller.example', ['https://xn--mller-kva.example']],
  ])('%s is taken', (given, origins) => {
    expect(parseOrigins(given)).toEqual(origins);
  });

  it.each([
    ['http://www.example.com', 'give https'],
    ['https://www.example.com/news', 'without a path'],
    ['https://www.example.com/?a=1', 'without a path'],
    ['https://www.example.com/#top', 'without a path'],
    ['https://user:secret@example.com', 'password'],
    ['www.example.com', 'for example https://www.example.com'],
    ['*', 'for example'],
    ['https://*', 'for example'],
    ['https://*.com', 'domain below it'],
    ['https://a.*.example.com', 'for example'],
    ['https://*.*.example.com', 'for example'],
    ['http://*.example.com', 'needs https'],
    ['ftp://example.com', 'for example'],
    ['javascript:alert(1)', 'for example'],
    ['null', 'for example'],
    ['https://', 'for example'],
    ['https://a b.example', 'for example'],
  ])('%s is refused by its name', (given, why) => {
    const sentence = refusalOf(() => parseOrigins(`https://good.example,${given}`));
    expect(sentence).toContain(`"${given}"`);
    expect(sentence).toContain(why);
  });

  it('must be at least one', () => {
    expect(refusalOf(() => parseOrigins(' , '))).toContain('--origins is empty');
  });

  it('that are taken are origins as browsers send them, so that a page is really let in', () => {
    const host = fc.domain().filter((domain) => !domain.startsWith('*'));
    fc.assert(
      fc.property(host, fc.option(fc.integer({ min: 1, max: 65_535 })), (domain, port) => {
        const address = `https://${domain}${port === null ? '' : `:${port}`}`;
        expect(allowsOrigin(parseOrigins(address), new URL(address).origin)).toBe(true);
      }),
    );
  });
});
