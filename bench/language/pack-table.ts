import {
  BEGINS,
  BUCKET_BITS,
  bucketOf,
  ENDS,
  hashOf,
  LAST,
  type PackedTable,
  printOf,
} from '../../src/screening/language/gram-table.ts';

/** A sequence of letters, and how much it says for each language. */
export type Gram = {
  bytes: number[];
  begins: boolean;
  ends: boolean;
  /** Number of a language, and its weight. */
  weights: [number, number][];
};

/** Weights are rounded to this. */
const STEP = 8;

export function packTable(grams: Gram[], languages: string[]): PackedTable {
  const hashed = grams
    .map((gram) => ({ hash: hashOfGram(gram), weights: gram.weights }))
    .sort((a, b) => a.hash - b.hash);
  const sizes: number[] = Array(1 << BUCKET_BITS).fill(0);
  const spans: number[] = Array(1 << BUCKET_BITS).fill(0);
  for (const { hash, weights } of hashed) {
    const bucket = bucketOf(hash);
    sizes[bucket] = (sizes[bucket] ?? 0) + 1;
    spans[bucket] = (spans[bucket] ?? 0) + weights.length;
  }
  const owners = hashed.flatMap(({ weights }) =>
    weights.map(([language], i) => language | (i === weights.length - 1 ? LAST : 0)),
  );
  return {
    languages,
    step: STEP,
    sizes: base64(sizes),
    spans: base64(spans),
    prints: base64(hashed.flatMap(({ hash }) => [printOf(hash) >>> 8, printOf(hash) & 0xff])),
    owners: base64(owners),
    weights: base64(
      hashed.flatMap(({ weights }) => weights.map(([, weight]) => Math.round(weight / STEP))),
    ),
  };
}

function hashOfGram({ bytes, begins, ends }: Gram): number {
  const word = bytes.reduce((all, byte, i) => all | (byte << (8 * i)), 0);
  return hashOf(word, (begins ? BEGINS : 0) | (ends ? ENDS : 0));
}

function base64(bytes: number[]): string {
  if (bytes.some((byte) => byte < 0 || byte > 255)) throw new Error('does not fit into a byte');
  return Buffer.from(bytes).toString('base64');
}
