/**
 * How much each sequence of letters says for which languages, packed: an object of objects would take
 * thirty mebibytes and a third of a second, this takes a third of a mebibyte and is read as it is.
 */
export type PackedTable = {
  languages: readonly string[];
  /** Weights are multiples of this. */
  step: number;
  /** All below are bytes in base64. How many sequences each of the 2 ** BUCKET_BITS buckets holds. */
  sizes: string;
  /** How many of `owners` belong to each bucket. */
  spans: string;
  /** Two bytes of each sequence's hash, bucket by bucket, the higher first. */
  prints: string;
  /** The languages of each sequence; the last of a sequence has LAST set. */
  owners: string;
  /** The weight beside each of `owners`, in steps. */
  weights: string;
};

/** Bytes stay letters of a string: making numbers of them all would cost more than most posts do. */
export type GramTable = {
  languages: readonly string[];
  step: number;
  /** Where a bucket begins in `prints`, counted in sequences; one more at the end. */
  starts: Uint32Array;
  /** Where a bucket begins in `owners`. */
  places: Uint32Array;
  prints: string;
  owners: string;
  weights: string;
};

export const BUCKET_BITS = 13;
export const LAST = 0x80;

/** Where in its word a sequence stands. */
export const BEGINS = 1;
export const ENDS = 2;

/** Of up to four bytes and their place; sequences of one place never share a hash. */
export function hashOf(bytes: number, place: number): number {
  let hash = Math.imul(bytes ^ (place * 0x9e3779b9), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS);
export const printOf = (hash: number): number => hash & 0xffff;

export function unpackTable(packed: PackedTable): GramTable {
  const { languages, step } = packed;
  return {
    languages,
    step,
    starts: sumsOf(atob(packed.sizes)),
    places: sumsOf(atob(packed.spans)),
    prints: atob(packed.prints),
    owners: atob(packed.owners),
    weights: atob(packed.weights),
  };
}

/** Where a sequence's languages begin in `owners`; -1 for one that is not in the table. */
export function findGram(table: GramTable, hash: number): number {
  const { starts, places, prints, owners } = table;
  const bucket = bucketOf(hash);
  const [start, end] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
  const [high, low] = [printOf(hash) >>> 8, hash & 0xff];
  let at = start;
  while (
    at < end &&
    !(prints.charCodeAt(2 * at) === high && prints.charCodeAt(2 * at + 1) === low)
  ) {
    at++;
  }
  if (at === end) return -1;
  let owner = places[bucket] ?? 0;
  for (let before = at - start; before > 0; owner++) {
    if ((owners.charCodeAt(owner) & LAST) !== 0) before--;
  }
  return owner;
}

/** The sum of all bytes before each; one more at the end. */
function sumsOf(bytes: string): Uint32Array {
  const sums = new Uint32Array(bytes.length + 1);
  for (let i = 0; i < bytes.length; i++) sums[i + 1] = (sums[i] ?? 0) + bytes.charCodeAt(i);
  return sums;
}
