import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { baseModel } from '../../../src/screening/classifier/base.ts';
import { classify } from '../../../src/screening/classifier/classify.ts';
import { explain } from '../../../src/screening/classifier/explain.ts';
import { features } from '../../../src/screening/classifier/features.ts';
import { pack, unpack } from '../../../src/screening/classifier/packed-model.ts';
import { writing } from './writings.ts';

const SHIPPED = 'src/screening/classifier/base.ts';

describe('the base model', () => {
  it('is unpacked once', () => {
    expect(baseModel()).toBe(baseModel());
  });

  it('fits the budget of 256 KB gzip', () => {
    expect(gzipSync(readFileSync(SHIPPED)).length).toBeLessThan(256 * 1024);
  });

  it('survives packing', () => {
    const packed = pack(baseModel().weights, baseModel().weights.step);
    expect(
      Buffer.from(unpack(packed).weights.buffer).equals(
        Buffer.from(baseModel().weights.weights.buffer),
      ),
    ).toBe(true);
  });

  test.each([
    [
      'a plain opinion',
      'I do not believe a word of it, the council has known about this for years.',
    ],
    ['thanks', 'Thank you.'],
    [
      'a link to a newspaper',
      'See https://www.theguardian.com/politics/2015/may/08/the-morning-after for the numbers.',
    ],
    ['German', 'Das stimmt so nicht, die Bahn hat das schon vor Jahren beschlossen.'],
    ['Russian', 'Полностью согласен с автором, давно пора было это сделать.'],
    ['talk of money', 'They lost 40 million dollars and the taxpayer pays, as always.'],
  ])('does not hold %s', (_, body) => {
    expect(
      classify(features(writing({ body, author: 'Jane Miller' })), { base: baseModel() }).held,
    ).toBe(false);
  });

  test.each([
    [
      'goods in name, website and text',
      writing({
        body: 'Cheap replica watches for sale, free shipping worldwide http://replica-watches-outlet.biz/buy.html',
        author: 'replica watches',
        website: 'http://replica-watches-outlet.biz/',
      }),
    ],
    [
      'disguised letters',
      writing({
        body: 'Вuу сhеар vіаgrа оnlіnе wіthоut рrеsсrірtіоn http://pills-shop.top/order',
        author: 'cheap pills',
      }),
    ],
  ])('holds spam: %s', (_, spam) => {
    expect(classify(features(spam), { base: baseModel() }).held).toBe(true);
  });

  it('says in words what weighed most', () => {
    const reasons = explain(writing({ body: 'Buy cheap viagra online http://pills.biz/buy' }), {
      base: baseModel(),
    });
    expect(reasons[0]?.weight).toBeGreaterThan(0);
    expect(reasons.map((reason) => reason.text).join('; ')).toMatch(/the word “viagra”|a link/);
  });
});
