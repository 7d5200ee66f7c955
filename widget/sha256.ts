/** Fractional parts of roots of the first 64 primes, as FIPS 180-4 takes its constants from them. */
const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);
const fractionOf = (root: number): number => ((root % 1) * 2 ** 32) | 0;
const ROUNDS = Int32Array.from(PRIMES, (prime) => fractionOf(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fractionOf(Math.sqrt(prime)));

/**
 * SHA-256 of texts of at most 55 Latin characters, which are one block. The browser's own is only
 * there on pages with TLS, and it answers by a promise: for a text this short, most of its time is
 * the promise.
 */
export function createSha256(): (text: string) => Int32Array {
  const words = new Int32Array(64);
  const state = new Int32Array(8);
  return (text) => {
    words.fill(0, 0, 16);
    for (let i = 0; i <= text.length; i++) {
      const byte = i < text.length ? text.charCodeAt(i) : 0x80;
      words[i >> 2] = at(words, i >> 2) | (byte << (24 - (i & 3) * 8));
    }
    words[15] = text.length * 8;
    for (let i = 16; i < 64; i++) words[i] = extend(words, i);
    state.set(START);
    compress(state, words);
    return state;
  };
}

const at = (list: Int32Array, i: number): number => list[i] ?? 0;
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function extend(words: Int32Array, i: number): number {
  const a = at(words, i - 15);
  const b = at(words, i - 2);
  const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
  const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
  return at(words, i - 16) + small + at(words, i - 7) + large;
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const chosen = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const one = (h + chosen + at(ROUNDS, i) + at(words, i)) | 0;
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  // No list of the eight is made: this runs a hundred thousand times.
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}
