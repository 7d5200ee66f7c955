import { describe, expect, test } from 'vitest';
import { asksProof, type Proof, type ProofGiven, proofOf } from '../../../src/domain/proof.ts';
import { DEFAULT_SCREENING, type ScreeningSettings } from '../../../src/domain/site.ts';
import { aSite, NOW } from '../../support/builders.ts';

const siteThat = (proof: ScreeningSettings['proof']) =>
  aSite({ screening: { ...DEFAULT_SCREENING, proof } });

/** What was looked at, and how often somebody asked whether there is a flood. */
function watch({ flood = false, answer = 'good' as Proof } = {}) {
  const seen = { tokens: [] as string[], floods: 0 };
  const deps = {
    inFloodMode: async () => {
      seen.floods += 1;
      return flood;
    },
    checkProof: async ({ token }: { token: string }) => {
      seen.tokens.push(token);
      return answer;
    },
  };
  return { deps, seen };
}

describe('a proof is asked for', () => {
  test.each<[ScreeningSettings['proof'], boolean, boolean]>([
    ['off', false, false],
    ['off', true, false],
    ['flood', false, false],
    ['flood', true, true],
    ['always', false, true],
    ['always', true, true],
  ])('by a site that says %s, in a flood: %s — %s', async (proof, flood, asked) => {
    const { deps, seen } = watch({ flood });
    expect(await asksProof(deps, siteThat(proof))).toBe(asked);
    // Whoever does not need to know pays for no look at the flood.
    expect(seen.floods).toBe(proof === 'flood' ? 1 : 0);
  });
});

describe('of a submission the checks are told', () => {
  const token: ProofGiven = { kind: 'token', token: 'made by a browser' };

  test.each<[string, ScreeningSettings['proof'], ProofGiven, Proof]>([
    ['nothing where none is asked for', 'off', token, 'not-asked'],
    [
      'nothing of an edit, which the author’s token proves',
      'always',
      { kind: 'edit' },
      'not-asked',
    ],
    ['that a page without scripts can make none', 'always', { kind: 'no-script' }, 'impossible'],
    ['nothing of such a page where none is asked for', 'off', { kind: 'no-script' }, 'not-asked'],
  ])('%s', async (_, proof, given, told) => {
    const { deps, seen } = watch();
    expect(await proofOf(deps, { site: siteThat(proof), proof: given, now: NOW })).toBe(told);
    expect(seen.tokens).toEqual([]);
  });

  test.each<Proof>(['good', 'used', 'invalid', 'unavailable'])(
    'what it was: %s',
    async (answer) => {
      const { deps, seen } = watch({ answer });
      const ask = { site: siteThat('always'), now: NOW };
      expect(await proofOf(deps, { ...ask, proof: token })).toBe(answer);
      await proofOf(deps, { ...ask, proof: { kind: 'token', token: undefined } });
      expect(seen.tokens).toEqual(['made by a browser', '']);
    },
  );
});
