import type { FieldError, Problem } from '../src/contract/problem.ts';

export type Failure = {
  /** 0 where no readable answer came: no network, a broken line, a deadline. */
  status: number;
  /** The last segment of the problem's type. */
  code: string;
  /** For people; empty where the service said nothing. */
  message: string;
  errors: FieldError[];
  /** Seconds that the service asks to wait. */
  retryAfter: number;
};
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

const DEADLINE_MS = 20_000;
const PATIENCE_S = 5;

/** One request without cookies. Never throws. */
export async function ask<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      signal: AbortSignal.timeout(DEADLINE_MS),
      ...init,
    });
    if (response.ok) return { ok: true, value: await response.json() };
    const problem: Partial<Problem> = await response.json().catch(() => ({}));
    return {
      ok: false,
      failure: {
        status: response.status,
        code: problem.type?.split('/').pop() ?? '',
        message: problem.detail ?? problem.title ?? '',
        errors: problem.errors ?? [],
        retryAfter: Number(response.headers.get('retry-after')) || PATIENCE_S,
      },
    };
  } catch {
    return {
      ok: false,
      failure: { status: 0, code: '', message: '', errors: [], retryAfter: PATIENCE_S },
    };
  }
}
