import type { Liked } from '../src/contract/acts.ts';
import { askAsReader } from './ask-as-reader.ts';
import { keep, LIKED } from './storage.ts';
import { enOwn } from './text/en-own.ts';
import type { View } from './view.ts';

/** Remembered by the browser; who likes more has the oldest ones forgotten. */
const MOST = 500;
const busy = new Set<string>();

/** Likes a comment, or takes the like back. */
export async function giveLike(view: View, { id }: { id: string }): Promise<void> {
  if (busy.has(id)) return;
  busy.add(id);
  const method = view.liked.includes(id) ? 'DELETE' : 'PUT';
  const answer = await askAsReader<Liked>(view, { path: `${id}/like`, method });
  busy.delete(id);
  if (!answer.ok)
    return view.say(answer.failure.message || (view.text.acting ?? enOwn).unsaved, true);
  const { liked, likes } = answer.value;
  const others = view.liked.filter((one) => one !== id);
  view.liked = [...others, ...(liked ? [id] : [])].slice(-MOST);
  keep(LIKED, view.liked);
  const comment = view.comments.get(id);
  if (comment) view.comments.set(id, { ...comment, likes });
  const had = view.articleOf(id)?.contains(view.host.shadowRoot?.activeElement ?? null);
  view.draw();
  // Drawn anew only where its number has changed.
  const button = view.articleOf(id)?.querySelector<HTMLElement>('[aria-pressed]');
  if (button) button.ariaPressed = String(liked);
  if (had) button?.focus();
}
