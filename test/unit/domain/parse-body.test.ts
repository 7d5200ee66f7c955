import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/contract/body.ts';
import { type Block, linksOf, plainText } from '../../../src/domain/body.ts';
import { cleanText } from '../../../src/domain/clean-text.ts';
import { parseBody } from '../../../src/domain/parse-body.ts';

const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

describe('markup', () => {
  test.each<[string, string, unknown[]]>([
    ['a blank line makes a paragraph', 'one\n\ntwo', [paragraph('one'), paragraph('two')]],
    ['a line end is a line end', 'one\ntwo', [paragraph('one', { type: 'break' }, 'two')]],
    ['one star is emphasis', '*a*', [paragraph({ type: 'emphasis', children: ['a'] })]],
    ['two stars are strong', '**a**', [paragraph({ type: 'strong', children: ['a'] })]],
    [
      'emphasis inside itself shows nothing new',
      '*a *b* c*',
      [paragraph({ type: 'emphasis', children: ['a b c'] })],
    ],
    [
      'a mark at the start of a line quotes',
      '> a',
      [{ type: 'quote', children: [paragraph('a')] }],
    ],
    [
      'a quote may quote',
      '> > a',
      [{ type: 'quote', children: [{ type: 'quote', children: [paragraph('a')] }] }],
    ],
    [
      'a bare address becomes a link',
      'see https://example.org/a?b=1&c=2.',
      [
        paragraph(
          'see ',
          {
            type: 'link',
            href: 'https://example.org/a?b=1&c=2',
            text: 'https://example.org/a?b=1&c=2',
          },
          '.',
        ),
      ],
    ],
    [
      'an encoded host is shown as it was typed',
      'http://xn--80ak6aa92e.com',
      [
        paragraph({
          type: 'link',
          href: 'http://xn--80ak6aa92e.com',
          text: 'http://xn--80ak6aa92e.com',
        }),
      ],
    ],
  ])('%s', (_, source, tree) => {
    expect(parseBody(source)).toEqual(tree);
  });

  test.each([
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '![x](y)',
    '[text](/path)',
    '# no heading',
    '- no list',
    '`no code`',
    '&lt;b&gt; &amp;',
    '\\*',
    '~~a~~',
    '| a | b |',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'ftp://example.org',
    'mailto:a@b.co',
    'www.example.org',
    '//example.org',
    '2 * 3 * 4',
    '***',
    '>',
  ])('leaves %s as it was typed', (source) => {
    expect(parseBody(source)).toEqual([paragraph(source)]);
  });

  test('quotes deeper than anybody reads are plain text, and nothing of it is lost', () => {
    expect(plainText(parseBody(`${'>'.repeat(500)} deep`))).toBe(`${'>'.repeat(500)} deep`);
  });
});

/** Made of what markup is made of, so that the parser's corners are met. */
const source = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '**',
        '>',
        '> ',
        '\n',
        '\n\n',
        ' ',
        '\\',
        '_',
        '`',
        '<',
        '&',
        '[',
        '](',
        ')',
        '!',
        '#',
      ),
      fc.constantFrom(
        'https://a.example/x',
        'javascript:alert(1)',
        '<script>',
        'HTTP://B.example',
        'http://',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => cleanText(parts.join('')));

describe('whatever is typed', () => {
  test('gives a tree of the known kinds only', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(Body.safeParse(parseBody(text)).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('links lead to http and https only', () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const { href } of linksOf(parseBody(text))) expect(href).toMatch(/^https?:\/\//i);
      }),
      { numRuns: 500 },
    );
  });

  test('loses no letter and invents none', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(source, (text) => {
        expect(letters(plainText(parseBody(text)))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });

  test('nests at most two kinds of emphasis and eight quotes', () => {
    const depth = (blocks: readonly Block[]): number =>
      Math.max(
        0,
        ...blocks.map((block) => (block.type === 'quote' ? 1 + depth(block.children) : 0)),
      );
    fc.assert(
      fc.property(source, (text) => {
        expect(depth(parseBody(text))).toBeLessThanOrEqual(8);
      }),
    );
    expect(
      JSON.stringify(parseBody('*a **b '.repeat(400) + '** *'.repeat(400))).match(/children/g)
        ?.length,
    ).toBeLessThan(2000);
  });
});
