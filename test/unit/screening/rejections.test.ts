import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from '../../../src/domain/parse-body.ts';
import { DEFAULT_SCREENING } from '../../../src/domain/site.ts';
import type { Submission } from '../../../src/domain/submission.ts';
import { CHECKS } from '../../../src/screening/checks/index.ts';
import { anEarlier, aSubmission, before } from '../../support/builders.ts';

/** What is proof: nothing else that a comment says or does may reject it. */
const PROOF = ['honeypot', 'banned-words', 'duplicate', 'proof-of-work', 'turnstile'];

/** What its author can mend is told to them, and nothing is stored. */
const MENDED = ['closed-thread', 'length'];

const text = fc.constantFrom(
  'I read this twice.',
  'buy pills',
  'a casino night',
  'I will kill you, you idiot',
  'http://a.example http://b.example http://c.example http://d.example',
  'Cheap replica watches for sale, free shipping http://replica-watches-outlet.biz/buy.html',
);
const history = fc.record({ published: fc.nat(40), thrownOut: fc.nat(40) });
const count = fc.constantFrom(0, 1, 5, 20, 60, 300);

/** The worst that can be known of a comment, in any combination. */
const submission: fc.Arbitrary<Submission> = fc
  .record({
    body: text,
    name: fc.constantFrom('Grace', 'Admin', 'Ada Moreau', 'replica watches'),
    email: fc.constantFrom('', 'x@mailinator.com', 'x@pills.example'),
    website: fc.constantFrom('', 'http://replica-watches-outlet.biz/'),
    trap: fc.constantFrom('', 'x'),
    mode: fc.constantFrom('pre' as const, 'auto' as const, 'post' as const),
    closed: fc.boolean(),
    maxLength: fc.constantFrom(5, 5000),
    status: fc.constantFrom('published' as const, 'spam' as const, 'rejected' as const),
    sameAuthor: fc.boolean(),
    repeated: fc.boolean(),
    author: history,
    address: history,
    lastMinute: fc.record({ author: count, address: count }),
    formTime: fc.constantFrom<Submission['formTime']>(
      { kind: 'forged' },
      { kind: 'missing' },
      { kind: 'edit' },
      { kind: 'signed', at: before(10) },
    ),
    flooded: fc.boolean(),
    newcomers: fc.nat(3),
  })
  .map((made) =>
    aSubmission({
      text: { body: made.body, name: made.name, email: made.email, website: made.website },
      body: parseBody(made.body),
      trap: made.trap,
      site: {
        mode: made.mode,
        maxLength: made.maxLength,
        banned: ['pills'],
        suspect: ['casino'],
        screening: { ...DEFAULT_SCREENING, newcomers: made.newcomers, strictness: 3 },
      },
      thread: { id: 'thread', closed: made.closed, waitSeconds: 0 },
      earlier: made.repeated
        ? [anEarlier({ source: made.body, status: made.status, sameAuthor: made.sameAuthor })]
        : [],
      history: { author: made.author, address: made.address },
      lastMinute: made.lastMinute,
      formTime: made.formTime,
      protectedNames: [{ name: 'Ada Moreau', holder: 'moderator' }],
      floodMode: made.flooded
        ? { of: 'site', by: 'rate', since: before(1000), why: 'Much came.' }
        : null,
    }),
  );

const results = fc
  .sample(submission, { numRuns: 2000, seed: 4 })
  .flatMap((one) => CHECKS.map((check) => ({ name: check.name, result: check.run(one) })));
const namesOf = (verdict: string) =>
  new Set(results.flatMap(({ name, result }) => (result?.verdict === verdict ? name : [])));

test('only proof rejects; whatever else a comment says or does holds it or sends it to Spam', () => {
  const rejecting = namesOf('reject');
  expect([...rejecting].filter((name) => ![...PROOF, ...MENDED].includes(name))).toEqual([]);
  // These did: the samples reach what they are meant to reach.
  expect([...rejecting]).toEqual(expect.arrayContaining(['honeypot', 'banned-words', 'duplicate']));
});

test('what its author can mend is sent back and never stored as rejected', () => {
  for (const { name, result } of results) {
    if (result?.verdict === 'reject' && MENDED.includes(name)) expect(result.refusal).toBeDefined();
  }
});

test('the worst samples make every behaviour speak', () => {
  expect([...namesOf('hold')]).toEqual(
    expect.arrayContaining([
      'flood',
      'form-time',
      'suspect-words',
      'links',
      'impersonation',
      'disposable-email',
      'history',
      'newcomer',
      'flood-mode',
      'site-mode',
    ]),
  );
  expect([...namesOf('spam')]).toEqual(expect.arrayContaining(['duplicate', 'history', 'learned']));
});

test('every finding has a score from 0 to 1 and a sentence', () => {
  for (const { name, result } of results) {
    if (result === null) continue;
    expect(`${name} ${result.score >= 0 && result.score <= 1}`).toBe(`${name} true`);
    expect(result.message).toMatch(/[.!?]$/);
  }
});
