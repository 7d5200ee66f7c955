import type { Challenge } from '../src/contract/proof.ts';
import { createSha256 } from './sha256.ts';

/** So long the page may wait for this work, in milliseconds: half a frame, so that typing is smooth. */
const SLICE_MS = 8;
/** Hashes between two looks at the clock. */
const STEP = 64;

/**
 * Finds the challenge's number and answers the payload; undefined where there is none, or when the
 * reader has left. Works in slices on the page itself: a strict policy allows no worker.
 */
export async function solveChallenge(
  { maxnumber, ...challenge }: Challenge,
  signal: AbortSignal,
): Promise<string | undefined> {
  const hash = createSha256();
  const wanted = Number.parseInt(challenge.challenge.slice(0, 8), 16) | 0;
  const started = performance.now();
  for (let from = 0; from <= maxnumber && !signal.aborted; ) {
    const until = performance.now() + SLICE_MS;
    while (from <= maxnumber && performance.now() < until) {
      for (const end = from + STEP; from < end; from++) {
        const found = hash(challenge.salt + from);
        if (found[0] !== wanted || toHex(found) !== challenge.challenge) continue;
        const took = Math.round(performance.now() - started);
        return btoa(JSON.stringify({ ...challenge, number: from, took }));
      }
    }
    await breathe();
  }
  return undefined;
}

function toHex(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Lets the page do what it has to. Unlike a timer it does not become slow in a hidden tab. */
function breathe(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
}
