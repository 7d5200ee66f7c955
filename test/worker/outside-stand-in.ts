import { theWorld } from '../../src/remote/outside.ts';

export type Asked = { url: string; fields: Record<string, string>; headers: Headers };
/** What the stand-in answers; null for a service that never does. */
export type Answering = (asked: Asked) => Response | null;

/**
 * Stands in for the world outside. It keeps what it was asked, and ends a call at once where its
 * service never answers, so that no test waits: the limit that was asked for is kept as well.
 */
export function standIn(answer: Answering) {
  const asked: Asked[] = [];
  const limits: number[] = [];
  let late = new AbortController();
  const outside = {
    ...theWorld,
    deadline(ms: number): AbortSignal {
      limits.push(ms);
      late = new AbortController();
      return late.signal;
    },
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const request = new Request(url, init);
      const { headers } = request;
      const sent = [...(await request.formData())].map(([name, value]) => [name, String(value)]);
      const one = { url, fields: Object.fromEntries(sent), headers };
      asked.push(one);
      const answered = answer(one);
      if (answered !== null) return answered;
      late.abort(new DOMException('too late', 'TimeoutError'));
      return new Promise(() => {});
    },
    /** For services that are no fetch. */
    expire: () => late.abort(new DOMException('too late', 'TimeoutError')),
  };
  return { outside, asked, limits };
}

/**
 * Turnstile's siteverify as it is documented: a token is good once, for whoever has the secret.
 * `tokens` are those that its widget has handed out.
 */
export function turnstileService(
  secret: string,
  tokens: Record<string, { hostname?: string; action?: string }>,
): Answering {
  const used = new Set<string>();
  return ({ fields }) => {
    const fail = (code: string) => Response.json({ success: false, 'error-codes': [code] });
    if (!fields.secret) return fail('missing-input-secret');
    if (fields.secret !== secret) return fail('invalid-input-secret');
    if (!fields.response) return fail('missing-input-response');
    const made = tokens[fields.response];
    if (made === undefined) return fail('invalid-input-response');
    if (used.has(fields.response)) return fail('timeout-or-duplicate');
    used.add(fields.response);
    const challenge_ts = '2026-03-02T08:59:58.000Z';
    return Response.json({ success: true, 'error-codes': [], challenge_ts, cdata: '', ...made });
  };
}

/**
 * Akismet's comment-check as it is documented: "true", "false", or "invalid" with the reason in a
 * header, all of them with status 200. The author `akismet-guaranteed-spam` is always spam.
 */
export function akismetService(key: string): Answering {
  return ({ fields }) => {
    const invalid = (help: string) =>
      new Response('invalid', { headers: { 'x-akismet-debug-help': help } });
    if (fields.api_key !== key) return invalid('We were unable to parse your API key');
    if (!fields.blog) return invalid('Empty "blog" value');
    if (!fields.user_ip) return invalid('Empty "user_ip" value');
    const isSpam = fields.comment_author === 'akismet-guaranteed-spam';
    const isBlatant = /buy now/i.test(fields.comment_content ?? '');
    const headers = { 'x-akismet-guid': 'b5d9a1d2', 'content-type': 'text/plain' };
    if (isBlatant)
      return new Response('true', { headers: { ...headers, 'x-akismet-pro-tip': 'discard' } });
    return new Response(String(isSpam), { headers });
  };
}
