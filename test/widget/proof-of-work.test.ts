import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { checkSolution, issueChallenge } from '../../src/identity/altcha.ts';
import { makeSeal } from '../../src/identity/seal.ts';
import { createSha256 } from '../../widget/sha256.ts';
import { solveChallenge } from '../../widget/solve-challenge.ts';
import { aSite, NOW } from '../support/builders.ts';

const seal = makeSeal('a secret of thirty-two characters');
const here = new AbortController().signal;

const hexOf = (words: Int32Array) =>
  [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

describe('our own SHA-256', () => {
  test('is SHA-256 for every length of one block', () => {
    const sha256 = createSha256();
    for (let length = 0; length <= 55; length++) {
      const text = 'b?0123456789&ÿ'.repeat(4).slice(0, length);
      const wanted = createHash('sha256').update(text, 'latin1').digest('hex');
      expect(hexOf(sha256(text))).toBe(wanted);
    }
  });
});

describe('a challenge', () => {
  const siteOf = (proofCost: number) => aSite({ screening: { ...DEFAULT_SCREENING, proofCost } });
  const issue = (cost: number) => issueChallenge(seal, { site: siteOf(cost), now: NOW });

  test('is solved so that the service finds it good', async () => {
    for (let i = 0; i < 20; i++) {
      const token = await solveChallenge(await issue(500), here);
      const solution = await checkSolution(seal, {
        siteKey: 'planet',
        token: token ?? '',
        now: NOW,
      });
      expect(solution.kind).toBe('solved');
    }
  });

  test('with the highest number fits into the one block', async () => {
    const { salt } = await issue(1);
    expect(`${salt}10000000`.length).toBeLessThanOrEqual(55);
  });

  test('without a solution ends, and so does one whose reader has left', async () => {
    const { challenge: _, ...rest } = await issue(10);
    const impossible = { ...rest, challenge: '0'.repeat(64) };
    expect(await solveChallenge(impossible, here)).toBeUndefined();
    expect(
      await solveChallenge({ ...impossible, maxnumber: 1e9 }, AbortSignal.abort()),
    ).toBeUndefined();
  });
});
