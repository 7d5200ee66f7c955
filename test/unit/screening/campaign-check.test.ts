import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/trace.ts';
import { fingerprint } from '../../../src/screening/campaign.ts';
import { campaign } from '../../../src/screening/checks/campaign.ts';
import { aSubmission } from '../../support/builders.ts';

const OFFER =
  'I was short of money until my friend showed me this simple system, and now I earn five hundred dollars a day';
const VARIANT = OFFER.replace('friend', 'cousin').replace('simple', 'secret');
const OTHER = 'The mayor has been in office for ten years and has never answered a single letter.';

type Known = Partial<Omit<Campaign, 'thrownOut'>> & {
  here?: string[];
  elsewhere?: string[];
  author?: string;
  publishedBefore?: number;
};

/** What the check says of a comment, where these were thrown out here and at another site. */
function judge(body: string, known: Known) {
  const { here = [], elsewhere = [], author = '', publishedBefore = 0, ...common } = known;
  const thrown = (text: string) => {
    const trace = fingerprint({ body: text, website: '', author });
    return [...trace.text, ...trace.ties];
  };
  const about: Campaign = {
    publishedPlaces: [],
    ...common,
    thrownOut: [
      ...here.map((text) => ({ tokens: thrown(text), elsewhere: false })),
      ...elsewhere.map((text) => ({ tokens: thrown(text), elsewhere: true })),
    ],
  };
  const trace = fingerprint({ body, website: '', author });
  return campaign.run(aSubmission({ text: { body }, trace, campaign: about, publishedBefore }));
}

describe('the campaign check', () => {
  test('holds a variant of what was thrown out once', () => {
    const finding = judge(VARIANT, { here: [OFFER] });
    expect(finding?.verdict).toBe('hold');
    expect(finding?.message).toMatch(/^A comment like this was thrown out before: it shares \d+ %/);
  });

  test('sends a variant of what was thrown out three times to Spam', () => {
    expect(judge(VARIANT, { here: [OFFER, OFFER, OFFER] })?.verdict).toBe('spam');
  });

  test('knows a place again whatever the words, and shows it', () => {
    const known = { here: ['Nice post http://pills-4-you.biz/a'] };
    const finding = judge('Great work, see http://www.Pills-4-you.biz/b', known);
    expect(finding?.matches).toEqual([{ field: 'body', text: 'Pills-4-you.biz' }]);
  });

  test('holds what leads to a thrown out place, and never sends it to Spam for that alone', () => {
    const here = ['a', 'b', 'c', 'd'].map((page) => `Nice post http://pills-4-you.biz/${page}`);
    expect(judge('Great work, see pills-4-you.biz/e', { here })?.verdict).toBe('hold');
  });

  test('is silent about a place that published comments lead to as well', () => {
    const known = { here: ['Nice post http://paper.example/a'] };
    const body = 'As http://paper.example/b said';
    expect(judge(body, known)?.verdict).toBe('hold');
    expect(judge(body, { ...known, publishedPlaces: ['paper.example'] })).toBeNull();
  });

  test('is silent about another opinion, and where nothing was thrown out', () => {
    expect(judge(OTHER, { here: [OFFER] })).toBeNull();
    expect(judge(OFFER, {})).toBeNull();
  });
});

describe('what another site has thrown out', () => {
  test('holds a variant, however often it was, and says so', () => {
    const finding = judge(VARIANT, { elsewhere: [OFFER, OFFER, OFFER] });
    expect(finding?.verdict).toBe('hold');
    expect(finding?.message).toMatch(/^3 comments like this were thrown out at another site: /);
  });

  test('counts in full once the site itself has thrown one out', () => {
    const finding = judge(VARIANT, { here: [OFFER], elsewhere: [OFFER, OFFER] });
    expect(finding?.verdict).toBe('spam');
    expect(finding?.message).toMatch(
      /^A comment like this was thrown out before, and 2 at another site: /,
    );
  });

  test('is said to be at least so many where no more were looked at', () => {
    const six = Array.from({ length: 6 }, () => OFFER);
    expect(judge(VARIANT, { elsewhere: six })?.message).toMatch(/^At least 6 comments like this/);
  });

  test('is no sign by a single common place', () => {
    const place = 'Look at http://ferry-news.example/a';
    const next = 'And at http://ferry-news.example/b';
    expect(judge(next, { elsewhere: [place] })).toBeNull();
    expect(judge(next, { elsewhere: [place, place] })?.verdict).toBe('hold');
    expect(judge(next, { here: [place] })?.verdict).toBe('hold');
  });
});

describe('an author', () => {
  const author = '00aa';

  test('of one comment thrown out at another site is not held for it', () => {
    expect(judge(OTHER, { elsewhere: [OFFER], author })).toBeNull();
  });

  test('of more is held, and never sent to Spam for being their author', () => {
    const finding = judge(OTHER, { elsewhere: [OFFER, VARIANT, 'Buy'], author });
    expect(finding?.verdict).toBe('hold');
    expect(finding?.message).toBe(
      '3 comments like this were thrown out at another site: it is by the same author.',
    );
  });

  test('of comments thrown out here is left to the check of their history', () => {
    expect(judge(OTHER, { here: [OFFER, VARIANT, 'Buy'], author })).toBeNull();
  });

  test('of published comments is not held', () => {
    const known = { elsewhere: [OFFER, VARIANT], author, publishedBefore: 1 };
    expect(judge(OTHER, known)).toBeNull();
  });
});
