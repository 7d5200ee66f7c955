import type { Challenge } from '../src/contract/proof.ts';
import type { CommentForm } from './form.ts';
import { solveChallenge } from './solve-challenge.ts';
import { createTurnstile } from './turnstile.ts';
import type { View } from './view.ts';

/** Makes proofs, one for each comment. undefined is what could not be had. */
type Prover = { begin: () => void; take: () => Promise<string | undefined> };

const provers = new WeakMap<View, Prover & { by: string }>();

/** Begins to make what the site asks for, while the reader writes. */
export function beginProof(view: View, form: CommentForm): void {
  proverOf(view, form).begin();
}

/** The proof to send; it is good for one comment. */
export function takeProof(view: View, form: CommentForm): Promise<string | undefined> {
  return proverOf(view, form).take();
}

function proverOf(view: View, form: CommentForm): Prover {
  const { proof } = view.form;
  const by = JSON.stringify(proof);
  const known = provers.get(view);
  if (known?.by === by) return known;
  const made =
    proof?.by === 'turnstile' ? createTurnstile(view, { form, proof }) : createWork(view);
  provers.set(view, { ...made, by });
  return made;
}

/** The service takes it five minutes longer. By no clock of the day, which may be wrong here. */
const GOOD_FOR_MS = 15 * 60_000;

type Work = { token: Promise<string | undefined>; goodUntil: number };

function createWork(view: View): Prover {
  let current: Work | undefined;
  const begin = (): Work => {
    if (current === undefined || current.goodUntil < performance.now()) {
      const goodUntil = performance.now() + GOOD_FOR_MS;
      const work: Work = { goodUntil, token: make(view) };
      // What could not be had is tried again with the next letter.
      void work.token.then((token) => {
        work.goodUntil = token ? goodUntil : 0;
      });
      current = work;
    }
    return current;
  };
  return {
    begin,
    take() {
      const { token } = begin();
      current = undefined;
      return token;
    },
  };
}

async function make({ call, place, signal }: View): Promise<string | undefined> {
  const site = encodeURIComponent(place.site);
  const asked = await call<Challenge>(`${place.api}/api/v1/challenge?site=${site}`, {});
  return asked.ok ? solveChallenge(asked.value, signal) : undefined;
}
