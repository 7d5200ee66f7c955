import { describe, expect, it, test } from 'vitest';
import { similar } from '../../../src/domain/likeness.ts';
import { fingerprint } from '../../../src/screening/campaign.ts';

const text =
  'I was short of money until my friend showed me this simple system, and now I earn five hundred dollars a day from my kitchen table';
const opinion =
  'The mayor has been in office for ten years and has never once answered a letter from this part of the town';
const print = (body: string, website = '') => fingerprint({ body, website });
const compare = (a: string, b: string) => {
  const other = print(b);
  return similar(print(a), [...other.text, ...other.ties]);
};

describe('near are', () => {
  test.each([
    ['the same text', text, text],
    [
      'texts in which words were exchanged here and there',
      text,
      text.replace('friend', 'cousin').replace('simple', 'secret').replace('kitchen table', 'sofa'),
    ],
    [
      'a text and its disguise',
      text,
      text.replaceAll('e', 'е').replace('money', 'm\u200boney').toUpperCase(),
    ],
    ['a text and itself with a line before it', text, `Hello all, nice to be here! ${text}`],
    ['texts whose links lead elsewhere', `${text} http://a.example/1`, `${text} b.example/2`],
    [
      'texts without spaces between words',
      '这个方法非常简单每天可以赚到五百美元快来加入我们吧',
      '这个方法非常简单每天可以赚到九百美元快来加入我们',
    ],
    ['a text and its lines in another order', `${opinion}. ${text}`, `${text}. ${opinion}`],
    ['different words that lead to the same place', 'Nice pills-4-u.biz', 'See pills-4-u.biz/x'],
  ])('%s', (_, a, b) => {
    expect(compare(a, b).alike).toBe(true);
    expect(compare(b, a).alike).toBe(true);
  });
});

describe('not near are', () => {
  test.each([
    ['two opinions', text, opinion],
    ['short everyday sentences', 'Thank you', 'Thank you'],
    [
      'phrases that many write',
      'I totally agree with you on this',
      'I totally agree with you on this',
    ],
    [
      'two videos at a place where everybody has a page',
      'see https://www.youtube.com/watch?v=aaaa',
      'see https://www.youtube.com/watch?v=bbbb',
    ],
    [
      'an answer and what it quotes a line of',
      `${text}. ${opinion}`,
      'As somebody wrote, simple system, and now what? I would rather have the council build a second bridge before anybody moves another stone in the harbour or paints the old one red',
    ],
  ])('%s', (_, a, b) => {
    expect(compare(a, b).alike).toBe(false);
  });
});

describe('a trace', () => {
  it('shares tokens for the index with what it is like', () => {
    const other = print(`Hello all! ${text} http://other.example/x`);
    expect(print(text).text.filter((token) => other.text.includes(token)).length).toBeGreaterThan(
      3,
    );
  });

  it('knows the same website behind different words', () => {
    const other = print('Great work, keep it up', 'http://pills-4-you.biz/b?x=1');
    const found = similar(print('Nice post', 'http://www.pills-4-you.biz/a'), other.ties);
    expect(found).toMatchObject({ alike: true, places: ['pills-4-you.biz'], author: false });
  });

  it('knows the same author behind different words', () => {
    const by = (author: string, body: string) => fingerprint({ body, website: '', author });
    const own = by('00aa', text);
    expect(similar(own, by('00aa', opinion).ties)).toMatchObject({ alike: true, author: true });
    expect(similar(own, by('00bb', opinion).ties).alike).toBe(false);
  });

  it('is made of letters and digits only, whatever was written', () => {
    const { text: tokens, ties } = print(
      `"${text}" OR NOT * http://"a*".example/(b) http://пример.рф/ü`,
      'x-y.example',
    );
    expect([...tokens, ...ties].length).toBeGreaterThan(32);
    for (const token of [...tokens, ...ties]) expect(token).toMatch(/^[0-9a-z]{5,40}$/);
  });

  it('is empty where there is nothing to know a comment by', () => {
    expect(print('Thank you')).toEqual({ text: [], ties: [], places: [] });
  });
});
