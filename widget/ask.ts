import type { FieldError, Problem } from '../src/contract/problem.ts';
import type { AskedProof } from '../src/contract/proof.ts';

export type Failure = {
  /** 0 where no readable answer came: no network, a broken line, a deadline. */
  status: number;
  /** The last segment of the problem's type. */
  code: string;
  /** For people; empty where the service said nothing. */
  message: string;
  errors: FieldError[];
  /** What was missing beside the words. */
  proof: AskedProof | null;
  /** Seconds that the service asks to wait. */
  retryAfter: number;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

const DEADLINE_MS = 20_000;
const PATIENCE_S = 5;

/** One request without cookies. Never throws. */
export async function ask<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  let status = 0;
  let retryAfter = PATIENCE_S;
  let problem: Partial<Problem> = {};
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const response = await fetch(url, { credentials: 'omit', signal, ...init });
    if (response.ok) return { ok: true, value: await response.json() };
    status = response.status;
    retryAfter = Number(response.headers.get('retry-after')) || PATIENCE_S;
    problem = await response.json();
  } catch {
    // What is known by now is told below.
  }
  const { type = '', title = '', detail = title, errors = [], proof = null } = problem;
  const code = type.replace(/.*\//, '');
  return { ok: false, failure: { status, code, message: detail, errors, proof, retryAfter } };
}
