import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFormTime, writeFormTime } from '../../../src/identity/form-time.ts';
import { networkOf } from '../../../src/identity/network-address.ts';
import { makeSeal } from '../../../src/identity/seal.ts';
import { NOW } from '../../support/builders.ts';

const seal = makeSeal('a secret of at least thirty-two characters');

describe('a seal', () => {
  test('verifies what it signed, for the same purpose only', async () => {
    const signature = await seal.sign('author-token', 'id');
    expect(await seal.verify('author-token', { text: 'id', signature })).toBe(true);
    expect(await seal.verify('author-token', { text: 'other', signature })).toBe(false);
    expect(await seal.verify('form-time', { text: 'id', signature })).toBe(false);
    expect(
      await makeSeal(`${'x'.repeat(32)}`).verify('author-token', { text: 'id', signature }),
    ).toBe(false);
  });

  test('never throws at a made-up signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (signature) => {
        expect(await seal.verify('author-token', { text: 'id', signature })).toBe(false);
      }),
    );
  });

  test('hashes do not show what they hash', async () => {
    const hash = await seal.hash('address', '192.0.2.1');
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(hash).not.toBe(await seal.hash('body', '192.0.2.1'));
  });
});

describe('a form’s time', () => {
  test('comes back as it was written', async () => {
    const token = await writeFormTime(seal, { siteKey: 'planet', now: NOW });
    expect(await readFormTime(seal, { siteKey: 'planet', token })).toEqual({
      kind: 'signed',
      at: NOW,
    });
  });

  test('is forged on another site, with another time, or made up', async () => {
    const token = await writeFormTime(seal, { siteKey: 'planet', now: NOW });
    const forged = { kind: 'forged' };
    expect(await readFormTime(seal, { siteKey: 'other', token })).toEqual(forged);
    expect(await readFormTime(seal, { siteKey: 'planet', token: `1${token}` })).toEqual(forged);
    expect(await readFormTime(seal, { siteKey: 'planet', token: 'x.y.z' })).toEqual(forged);
  });

  test('may be missing', async () => {
    expect(await readFormTime(seal, { siteKey: 'planet', token: undefined })).toEqual({
      kind: 'missing',
    });
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the household of %s is %s', (address, household) => {
  expect(networkOf(address)).toBe(household);
});
