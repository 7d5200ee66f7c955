import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../../src/screening/campaign.ts';
import { campaign } from '../../../src/screening/checks/campaign.ts';
import { aSubmission } from '../../support/builders.ts';

const OFFER =
  'I was short of money until my friend showed me this simple system, and now I earn five hundred dollars a day';
const VARIANT = OFFER.replace('friend', 'cousin').replace('simple', 'secret');
const thrown = (body: string) => fingerprint({ body, website: '' });

function judge(body: string, known: { thrownOut: string[]; publishedPlaces?: string[] }) {
  const { thrownOut, publishedPlaces = [] } = known;
  const about = { thrownOut: thrownOut.map(thrown), publishedPlaces };
  return campaign.run(aSubmission({ text: { body }, campaign: about }));
}

describe('the campaign check', () => {
  test('holds a variant of what was thrown out once', () => {
    const finding = judge(VARIANT, { thrownOut: [OFFER] });
    expect(finding?.verdict).toBe('hold');
    expect(finding?.message).toMatch(/^A comment like this was thrown out before: it shares \d+ %/);
  });

  test('sends a variant of what was thrown out three times to Spam', () => {
    expect(judge(VARIANT, { thrownOut: [OFFER, OFFER, OFFER] })?.verdict).toBe('spam');
  });

  test('knows a place again whatever the words, and shows it', () => {
    const known = { thrownOut: ['Nice post http://pills-4-you.biz/a'] };
    const finding = judge('Great work, see http://www.Pills-4-you.biz/b', known);
    expect(finding?.matches).toEqual([{ field: 'body', text: 'Pills-4-you.biz' }]);
  });

  test('is silent about a place that published comments lead to as well', () => {
    const known = { thrownOut: ['Nice post http://paper.example/a'] };
    const body = 'As http://paper.example/b said';
    expect(judge(body, known)?.verdict).toBe('hold');
    expect(judge(body, { ...known, publishedPlaces: ['paper.example'] })).toBeNull();
  });

  test('is silent about another opinion, and where nothing was thrown out', () => {
    const body =
      'The mayor has been in office for ten years and has never answered a single letter.';
    expect(judge(body, { thrownOut: [OFFER] })).toBeNull();
    expect(judge(OFFER, { thrownOut: [] })).toBeNull();
  });
});
