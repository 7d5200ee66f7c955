import { describe, expect, it } from 'vitest';
import { fingerprint, similar } from '../../../src/screening/campaign.ts';

const text =
  'I was short of money until my friend showed me this simple system, and now I earn five hundred dollars a day from my kitchen table';
const print = (body: string, website = '') => fingerprint({ body, website });
const alike = (a: string, b: string) => similar(print(a), print(b)).alike;

describe('campaigns', () => {
  it('knows a text again whose words were exchanged here and there', () => {
    expect(
      alike(
        text,
        text
          .replace('friend', 'cousin')
          .replace('simple', 'secret')
          .replace('kitchen table', 'sofa'),
      ),
    ).toBe(true);
  });

  it('knows a text again in disguise', () => {
    expect(
      alike(text, text.replaceAll('e', 'е').replace('money', 'm\u200boney').toUpperCase()),
    ).toBe(true);
  });

  it('shares a key for the index with what it is like', () => {
    const other = print(`Hello all! ${text} http://other.example/x`);
    expect(print(text).keys.filter((key) => other.keys.includes(key)).length).toBeGreaterThan(0);
  });

  it('knows the same website behind different words', () => {
    const found = similar(
      print('Nice post', 'http://www.pills-4-you.biz/a'),
      print('Great work, keep it up', 'http://pills-4-you.biz/b?x=1'),
    );
    expect(found).toMatchObject({ alike: true, place: 'pills-4-you.biz' });
  });

  it('does not take a place where everybody has a page for a sign', () => {
    expect(
      alike('see https://www.youtube.com/watch?v=aaaa', 'see https://www.youtube.com/watch?v=bbbb'),
    ).toBe(false);
  });

  it('does not match short everyday sentences', () => {
    expect(print('Thank you').keys).toEqual([]);
    expect(alike('Thank you', 'Thank you')).toBe(false);
    expect(alike('I totally agree with you on this', 'I totally agree with you on this')).toBe(
      false,
    );
  });

  it('does not match two different opinions', () => {
    expect(
      alike(
        text,
        'The mayor has been in office for ten years and has never once answered a letter from this part of the town',
      ),
    ).toBe(false);
  });
});
