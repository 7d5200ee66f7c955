import { describe, expect, test } from 'vitest';
import { asksProof, type Proof, type ProofGiven, proofOf } from '../../../src/domain/proof.ts';
import { DEFAULT_SCREENING, type ScreeningSettings } from '../../../src/domain/site.ts';
import { aSite, NOW } from '../../support/builders.ts';

const siteThat = (proof: ScreeningSettings['proof']) =>
  aSite({ screening: { ...DEFAULT_SCREENING, proof } });

/** Keeps what was looked at. */
function watch(answer: Proof = 'good') {
  const tokens: string[] = [];
  const deps = {
    checkProof: async ({ token }: { token: string }) => {
      tokens.push(token);
      return answer;
    },
  };
  return { deps, tokens };
}

describe('a proof is asked for', () => {
  test.each<[ScreeningSettings['proof'], boolean, boolean]>([
    ['off', false, false],
    ['off', true, false],
    ['flood', false, false],
    ['flood', true, true],
    ['always', false, true],
    ['always', true, true],
  ])('by a site that says %s, in a flood: %s — %s', (proof, isFlood, asked) => {
    expect(asksProof(siteThat(proof), isFlood)).toBe(asked);
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
    const { deps, tokens } = watch();
    expect(
      await proofOf(deps, { site: siteThat(proof), proof: given, isFlood: false, now: NOW }),
    ).toBe(told);
    expect(tokens).toEqual([]);
  });

  test.each<Proof>(['good', 'used', 'invalid', 'unavailable'])(
    'what it was: %s',
    async (answer) => {
      const { deps, tokens } = watch(answer);
      const ask = { site: siteThat('always'), isFlood: false, now: NOW };
      expect(await proofOf(deps, { ...ask, proof: token })).toBe(answer);
      await proofOf(deps, { ...ask, proof: { kind: 'token', token: undefined } });
      expect(tokens).toEqual(['made by a browser', '']);
    },
  );
});
