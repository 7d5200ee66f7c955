import type { PostComment, PostedComment } from '../src/contract/comments.ts';
import { actingText } from './acting-text.ts';
import type { Answer } from './ask.ts';
import type { Attempt } from './drafts.ts';
import type { CommentForm } from './form.ts';
import { pageTitle } from './page-title.ts';
import type { View } from './view.ts';

const MOST_TRIES = 4;
const LONGEST_WAIT_S = 30;
/** Answers of a service, or of what stands before it, that is down for a moment. */
const BUSY = [502, 503, 504];

/**
 * Sends what is typed, under the key of an earlier try with the same content if there was one.
 * While the service is busy it waits as long as it is told and tries again, four times in all.
 */
export async function send(view: View, form: CommentForm): Promise<Answer<PostedComment>> {
  const attempt = prepare(view, form);
  form.save(attempt);
  let hasAsked = false;
  for (let tries = 1; ; tries++) {
    const answer = await post(view, { ...attempt, proof: await proofFor(view, form) });
    // A flood began since the thread was loaded, or the proof was too old: nobody but us need know.
    if (!answer.ok && answer.failure.proof && !hasAsked) {
      hasAsked = true;
      view.form.proof = answer.failure.proof;
      continue;
    }
    if (answer.ok || !BUSY.includes(answer.failure.status) || tries === MOST_TRIES) return answer;
    const wait = Math.min(LONGEST_WAIT_S, answer.failure.retryAfter * tries);
    form.status.textContent = actingText(view).busy(wait);
    await new Promise((done) => setTimeout(done, wait * 1000 * (1 + Math.random() / 4)));
    form.status.textContent = actingText(view).sending;
  }
}

/** For the few sites that ask for a proof. */
export const loadProof = () => import('./prove.ts');

/** undefined where none is asked for or none could be made; the service then says what it wants. */
async function proofFor(view: View, form: CommentForm): Promise<string | undefined> {
  if (!view.form.proof) return undefined;
  form.status.textContent = actingText(view).checking;
  const proof = await loadProof().then(
    ({ takeProof }) => takeProof(view, form),
    () => undefined,
  );
  form.status.textContent = actingText(view).sending;
  return proof;
}

type Sent = Attempt & { proof: string | undefined };

function post(view: View, { key, payload, proof }: Sent): Promise<Answer<PostedComment>> {
  return view.call(`${view.place.api}/api/v1/comments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'accept-language': view.text.lang,
    },
    // What was typed is kept under its key; the proof is another one each time.
    body: proof ? JSON.stringify({ ...JSON.parse(payload), proof }) : payload,
  });
}

function prepare(view: View, form: CommentForm): Attempt {
  const attempt = form.attempt();
  const { body, name, email, website } = form.draft();
  const content = contentOf(form);
  if (attempt?.content === content) return attempt;
  const { site, url, key } = view.place;
  const request: PostComment = {
    site,
    ...(url && { url }),
    ...(key && { key }),
    title: pageTitle(view.host),
    parent: form.target,
    name,
    ...(email && { email }),
    ...(website && { website }),
    body,
    formTime: view.form.time,
    ...(form.trap.value && { nickname: form.trap.value }),
    nudge: !form.asItIs,
  };
  // Unlike randomUUID, also there on pages without TLS.
  const random = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return { key: random, content, payload: JSON.stringify(request) };
}

/** All that the reader has typed: when it differs, it is another try. */
export function contentOf(form: CommentForm): string {
  const { body, name, email, website } = form.draft();
  return JSON.stringify([body, name, email, website]);
}
