import { describe, expect, test } from 'vitest';
import { DEFAULT_SCREENING } from '../../../src/domain/site.ts';
import { checkSolution, issueChallenge } from '../../../src/identity/altcha.ts';
import { makeSeal } from '../../../src/identity/seal.ts';
import { aSite, NOW } from '../../support/builders.ts';
import { solveChallenge, tokenOf } from '../../support/solve-challenge.ts';

const seal = makeSeal('a secret of thirty-two characters');
const MINUTE_MS = 60_000;
const COST = 200;

const siteOf = (proofCost: number) => aSite({ screening: { ...DEFAULT_SCREENING, proofCost } });
const issue = (cost = COST) => issueChallenge(seal, { site: siteOf(cost), now: NOW });
const check = (token: string, { siteKey = 'planet', afterMs = 0, by = seal } = {}) =>
  checkSolution(by, { siteKey, token, now: new Date(NOW.getTime() + afterMs) });

describe('a challenge', () => {
  test('is one that ALTCHA’s widget can solve, and its solution is good', async () => {
    const challenge = await issue();
    expect(challenge).toEqual({
      algorithm: 'SHA-256',
      challenge: expect.stringMatching(/^[0-9a-f]{64}$/),
      maxnumber: COST,
      salt: expect.stringMatching(/^[0-9a-f]{24}\?expires=\d{10}&$/),
      signature: expect.any(String),
    });
    const { token } = await solveChallenge(challenge);
    const expiresAt = new Date(NOW.getTime() + 20 * MINUTE_MS);
    const { challenge: name } = challenge;
    expect(await check(token)).toEqual({ kind: 'solved', challenge: name, expiresAt });
  });

  test('is another one each time', async () => {
    const [one, two] = await Promise.all([issue(), issue()]);
    expect(one.salt).not.toBe(two.salt);
    expect(one.challenge).not.toBe(two.challenge);
  });

  test('can be solved for twenty minutes', async () => {
    const { token } = await solveChallenge(await issue());
    expect((await check(token, { afterMs: 20 * MINUTE_MS - 1 })).kind).toBe('solved');
    expect((await check(token, { afterMs: 20 * MINUTE_MS })).kind).toBe('expired');
  });

  test('costs no more than it says', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 40 }, async () => (await solveChallenge(await issue(9))).number),
    );
    expect(Math.max(...numbers)).toBeLessThanOrEqual(9);
    expect(new Set(numbers).size).toBeGreaterThan(3);
  });
});

describe('invalid is', () => {
  const invalid = async (token: string, options?: Parameters<typeof check>[1]) =>
    expect(await check(token, options)).toEqual({ kind: 'invalid' });

  test.each(['', '%', 'bm90IGpzb24=', tokenOf([]), tokenOf({ number: 1 }), 'x'.repeat(4000)])(
    'what is no payload: %s',
    (token) => invalid(token),
  );

  test('a number that is not the one', async () => {
    const challenge = await issue();
    const { number } = await solveChallenge(challenge);
    for (const wrong of [number + 1, -number - 1, number + 0.5, `${number}`, null]) {
      await invalid(tokenOf({ ...challenge, number: wrong }));
    }
  });

  test('a challenge that somebody made themselves', async () => {
    const own = await issueChallenge(makeSeal('another secret of thirty-two char'), {
      site: siteOf(0),
      now: NOW,
    });
    await invalid((await solveChallenge(own)).token);
  });

  test('a challenge of another site', async () => {
    await invalid((await solveChallenge(await issue())).token, { siteKey: 'harbour' });
  });

  test('another algorithm', async () => {
    const challenge = await issue();
    const { number } = await solveChallenge(challenge);
    await invalid(tokenOf({ ...challenge, number, algorithm: 'SHA-1' }));
  });

  test('a later time, whose digits were taken from the number', async () => {
    // Without the closing sign of the salt both would hash to the same challenge.
    const { salt, ...challenge } = await issue();
    const { number } = await solveChallenge({ ...challenge, salt });
    const text = `${salt}${number}`;
    for (let cut = 1; cut < text.length; cut++) {
      const moved = { ...challenge, salt: text.slice(0, cut), number: Number(text.slice(cut)) };
      if (moved.salt !== salt) await invalid(tokenOf(moved));
    }
  });

  test('a signature that was made for something else', async () => {
    const challenge = await issue();
    const { number } = await solveChallenge(challenge);
    const signature = await seal.sign('form-time', challenge.challenge);
    await invalid(tokenOf({ ...challenge, number, signature }));
  });
});
