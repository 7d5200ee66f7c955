import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/domain/comment.ts';
import type { Submission } from '../../../src/domain/submission.ts';
import type { Check } from '../../../src/screening/check.ts';
import { CHECKS } from '../../../src/screening/checks/index.ts';
import { screen } from '../../../src/screening/screen.ts';
import { anEarlier, aSubmission, before } from '../../support/builders.ts';

/** What speaks against it; that something passed is kept too, but no reason for anything. */
const judge = (submission: Submission) => {
  const { findings, ...screening } = screen(submission, CHECKS);
  return { ...screening, findings: findings.filter(({ verdict }) => verdict !== 'publish') };
};
const text = (body: string, site: Partial<Submission['site']> = {}) =>
  judge(aSubmission({ text: { body }, site }));

type Rule = [rule: string, submission: Submission, verdict: Verdict, check: string | null];
const links = (count: number) =>
  Array.from({ length: count }, (_, i) => `https://example.org/${i}`).join(' ');
const long = 'The bridge was closed for nine weeks.';

const RULES: Rule[] = [
  ['publishes an ordinary comment', aSubmission(), 'publish', null],
  [
    'publishes a comment with as many links as the site allows',
    aSubmission({ text: { body: links(2) } }),
    'publish',
    null,
  ],
  ['holds a comment with three links', aSubmission({ text: { body: links(3) } }), 'hold', 'links'],
  [
    'holds a link where the site allows none',
    aSubmission({ text: { body: links(1) }, site: { maxLinks: 0 } }),
    'hold',
    'links',
  ],
  [
    'rejects what fills the field that people cannot see',
    aSubmission({ trap: 'x' }),
    'reject',
    'honeypot',
  ],
  [
    'holds what was sent faster than a person writes',
    aSubmission({ formTime: { kind: 'signed', at: before(400) } }),
    'hold',
    'form-time',
  ],
  [
    'publishes what took two seconds',
    aSubmission({ formTime: { kind: 'signed', at: before(2000) } }),
    'publish',
    null,
  ],
  [
    'holds a form whose time is from the future',
    aSubmission({ formTime: { kind: 'signed', at: before(-5000) } }),
    'hold',
    'form-time',
  ],
  [
    'holds a form that is more than a week old',
    aSubmission({ formTime: { kind: 'signed', at: before(8 * 86_400_000) } }),
    'hold',
    'form-time',
  ],
  ['holds a forged time', aSubmission({ formTime: { kind: 'forged' } }), 'hold', 'form-time'],
  [
    'publishes a program’s comment without a link',
    aSubmission({ formTime: { kind: 'missing' } }),
    'publish',
    null,
  ],
  [
    'holds a program’s comment with a link',
    aSubmission({ formTime: { kind: 'missing' }, text: { body: links(1) } }),
    'hold',
    'form-time',
  ],
  [
    'holds a program’s comment with a website',
    aSubmission({ formTime: { kind: 'missing' }, text: { website: 'https://example.org' } }),
    'hold',
    'form-time',
  ],
  [
    'publishes an edit, which needs no form',
    aSubmission({ formTime: { kind: 'edit' }, text: { body: links(1) } }),
    'publish',
    null,
  ],
  [
    'publishes an author’s fifth comment in a minute',
    aSubmission({ lastMinute: { author: 4, address: 4 } }),
    'publish',
    null,
  ],
  [
    'holds an author’s sixth comment in a minute',
    aSubmission({ lastMinute: { author: 5, address: 5 } }),
    'hold',
    'flood',
  ],
  [
    'holds the twenty-first comment from an address in a minute',
    aSubmission({ lastMinute: { author: 0, address: 20 } }),
    'hold',
    'flood',
  ],
  [
    'holds the same text from another author',
    aSubmission({
      text: { body: long },
      earlier: [anEarlier({ source: long, sameAuthor: false })],
    }),
    'hold',
    'duplicate',
  ],
  [
    'holds the same text by its author in another thread',
    aSubmission({
      text: { body: long },
      earlier: [anEarlier({ source: long, threadId: 'other' })],
    }),
    'hold',
    'duplicate',
  ],
  [
    'publishes a short text that many say',
    aSubmission({
      text: { body: 'Thank you!' },
      earlier: [anEarlier({ source: 'Thank you!', sameAuthor: false })],
    }),
    'publish',
    null,
  ],
  [
    'sends a text that was thrown out before to Spam',
    aSubmission({
      text: { body: long },
      earlier: [anEarlier({ source: long, sameAuthor: false, status: 'spam' })],
    }),
    'spam',
    'duplicate',
  ],
  [
    'lets an author say again what they deleted',
    aSubmission({
      text: { body: long },
      earlier: [anEarlier({ source: long, status: 'deleted' })],
    }),
    'publish',
    null,
  ],
  [
    'rejects a banned word',
    aSubmission({ text: { body: 'buy Pills now' }, site: { banned: ['pills'] } }),
    'reject',
    'banned-words',
  ],
  [
    'holds a suspect word',
    aSubmission({ text: { body: 'buy Pills now' }, site: { suspect: ['pills'] } }),
    'hold',
    'suspect-words',
  ],
  ['publishes a comment that brings a good proof', aSubmission({ proof: 'good' }), 'publish', null],
  ['rejects a forged proof', aSubmission({ proof: 'invalid' }), 'reject', 'proof'],
  [
    'holds what the page without scripts sends where a proof is asked for',
    aSubmission({ proof: 'impossible' }),
    'hold',
    'proof',
  ],
  [
    'holds a proof that was made on somebody else’s page',
    aSubmission({ proof: 'foreign' }),
    'hold',
    'proof',
  ],
  [
    'holds a comment whose proof nobody could check',
    aSubmission({ proof: 'unavailable' }),
    'hold',
    'proof',
  ],
  [
    'holds a comment where the site asks for a proof that is not set up',
    aSubmission({ proof: 'not-configured' }),
    'hold',
    'proof',
  ],
  [
    'holds everything where the site reads first',
    aSubmission({ site: { mode: 'pre' } }),
    'hold',
    'site-mode',
  ],
];

describe('screening', () => {
  test.each(RULES)('%s', (_, submission, verdict, check) => {
    const screening = judge(submission);
    expect(screening.verdict).toBe(verdict);
    expect(screening.refusal).toBeNull();
    if (check !== null) expect(screening.findings.map((finding) => finding.check)).toContain(check);
    else expect(screening.findings).toEqual([]);
  });

  test.each<[string, Submission, string]>([
    [
      'a closed thread',
      aSubmission({ thread: { id: 'thread', closed: true, waitSeconds: 0 } }),
      'thread-closed',
    ],
    [
      'a text above the site’s length',
      aSubmission({ text: { body: 'abcdef' }, site: { maxLength: 5 } }),
      'too-long',
    ],
    [
      'the same words by the same author in the same place',
      aSubmission({ earlier: [anEarlier()] }),
      'duplicate',
    ],
    [
      'an author’s sixty-first comment in a minute',
      aSubmission({ lastMinute: { author: 60, address: 60 } }),
      'too-fast',
    ],
    ['a comment without the proof', aSubmission({ proof: 'missing' }), 'proof-needed'],
    ['a proof that is too old', aSubmission({ proof: 'expired' }), 'proof-needed'],
    ['a proof that was used before', aSubmission({ proof: 'used' }), 'proof-needed'],
    [
      'a missing proof in a closed thread as closed',
      aSubmission({ proof: 'missing', thread: { id: 'thread', closed: true, waitSeconds: 0 } }),
      'thread-closed',
    ],
    [
      'an address’s three hundred and first',
      aSubmission({ lastMinute: { author: 0, address: 300 } }),
      'too-fast',
    ],
  ])('sends back %s', (_, submission, refusal) => {
    expect(judge(submission).refusal).toBe(refusal);
  });

  test('says the same thing to two people without refusing', () => {
    const again = aSubmission({
      text: { body: 'Thanks!' },
      parentId: 'b',
      earlier: [anEarlier({ source: 'Thanks!', parentId: 'a' })],
    });
    expect(judge(again)).toMatchObject({ verdict: 'publish', refusal: null });
  });

  test('keeps every finding, not only the one that decides', () => {
    const { verdict, findings } = judge(
      aSubmission({ trap: 'x', text: { body: links(4) }, site: { mode: 'pre' } }),
    );
    expect(verdict).toBe('reject');
    expect(findings.map(({ check }) => check)).toEqual(['honeypot', 'links', 'site-mode']);
  });

  test('names of checks are unique', () => {
    expect(new Set(CHECKS.map(({ name }) => name)).size).toBe(CHECKS.length);
  });

  test('one more check never makes a verdict milder', () => {
    const verdict = fc.constantFrom<Verdict>('publish', 'hold', 'spam', 'reject');
    const check = fc.tuple(fc.string(), fc.option(verdict)).map(
      ([name, says]): Check => ({
        name,
        run: () => says && { verdict: says, score: 0.5, message: '', matches: [] },
      }),
    );
    const order: Verdict[] = ['publish', 'hold', 'spam', 'reject'];
    fc.assert(
      fc.property(fc.array(check), check, (some, more) => {
        const one = screen(aSubmission(), some).verdict;
        const two = screen(aSubmission(), [...some, more]).verdict;
        expect(order.indexOf(two)).toBeGreaterThanOrEqual(order.indexOf(one));
      }),
    );
  });
});

describe('words', () => {
  const hit = (body: string, ...suspect: string[]) => text(body, { suspect }).findings[0];

  test.each([
    ['whatever the case', 'CASINO', 'casino'],
    ['whatever the accents', 'Casinò', 'casino'],
    ['an accent in the list', 'creme', 'crème'],
    ['with zero-width characters inside', 'ca\u200bsi\u00adno', 'casino'],
    ['in full-width letters', 'ｃａｓｉｎｏ', 'casino'],
    ['next to punctuation', '(casino!)', 'casino'],
    ['as a phrase over a line end', 'free\nmoney', 'free money'],
    ['with a sharp s', 'STRASSE', 'straße'],
    ['in a script without spaces', '我爱赌场游戏', '赌场'],
    ['in Cyrillic', 'КАЗИНО', 'казино'],
    ['in letters of another alphabet', 'саsinо', 'casino'],
    ['with letters spaced', 'c a s i n o', 'casino'],
    ['with letters split by dots', 'c.a.s.i.n.o', 'casino'],
    ['in leet', 'c4s1n0', 'casino'],
    ['with letters drawn out', 'casiiiino', 'casino'],
    ['with a sign wedged in', 'cas*ino', 'casino'],
    ['spelt in leet on the list', 'casino', 'c4sin0'],
    ['of signs alone', 'deal $$$ deal', '$$$'],
    ['with signs at its edge', 'in c++ now', 'c++'],
    ['of a domain', 'see http://casino.example/x', 'casino.example'],
    ['with any ending after *', 'casinos', 'casino*'],
    ['with any beginning before *', 'megacasino', '*casino'],
    ['with anything around *', 'megacasinos', '*casino*'],
    ['with anything at a * inside', 'cas-casinoroyal', 'cas*royal'],
    ['as a phrase with *', 'free monies', 'free mon*'],
  ])('are found %s', (_, body, word) => {
    expect(hit(`so ${body} so`, word)?.message).toContain(`“${word}”`);
  });

  test.each([
    ['press', 'I use WordPress and read the pressroom'],
    ['sex', 'An Essex reader from Middlesex'],
    ['ass', 'a classic assessment'],
    ['spam', 'spamalot'],
    ['casino*', 'megacasino'],
    ['*casino', 'casinos'],
    ['cas*royal', 'cas and royal'],
    ['u.s', 'bus'],
    ['*', 'anything'],
  ])('“%s” is not found in “%s”', (word, body) => {
    expect(hit(body, word)).toBeUndefined();
  });

  test('the finding shows the reader’s own letters', () => {
    expect(hit('Big Ca\u200bSINÒ night', 'casino')?.matches).toEqual([
      { field: 'body', text: 'Ca\u200bSINÒ' },
    ]);
  });

  test('name, e-mail and website are searched as well', () => {
    const submission = aSubmission({
      text: { name: 'Casino King', email: 'x@casino.example', website: 'https://casino.example' },
      site: { suspect: ['casino'] },
    });
    expect(judge(submission).findings[0]?.matches.map(({ field }) => field)).toEqual([
      'name',
      'email',
      'website',
    ]);
  });

  test('ten thousand entries are found as surely as one', () => {
    const letters = (i: number) =>
      [...String(i)].map((digit) => 'abcdefghkm'[Number(digit)]).join('');
    const words = Array.from({ length: 10_000 }, (_, i) => `wo${letters(i)}${i % 7 ? '' : '*'}`);
    expect(hit('so woefgh so', ...words)?.message).toContain('“woefgh”');
    expect(hit('so wozebra so', ...words)).toBeUndefined();
  });

  test('a mention does not hide a word', () => {
    expect(hit('ask @casino', 'casino')?.matches).toEqual([{ field: 'body', text: 'casino' }]);
  });

  test('an entry that stands in several readings of a field is named once', () => {
    expect(hit('cas1no, c a s i n o and casino', 'casino')?.matches).toHaveLength(1);
  });

  test('an empty entry hits nothing', () => {
    expect(hit('anything', '', '  ', '\u200b')).toBeUndefined();
  });
});
