import { html } from 'hono/html';
import type { Note, Thread } from '../domain/thread.ts';
import { drawBody } from './draw-body.ts';
import type { Html } from './html-page.ts';

/** What moderators have to say above the comments. */
export function drawAnnouncement(thread: Thread | null): Html | '' {
  const note = thread?.rules.announcement ?? null;
  return note === null ? '' : drawNote(note);
}

/** In the place of the form. Closed while somebody wrote: their words are given back. */
export function drawClosed(thread: Thread | null, written: string): Html {
  const note = thread?.rules.message ?? null;
  const said = note === null ? html`<p class="notice">Comments are closed.</p>` : drawNote(note);
  const text = written === '' ? '' : html`<h2>What you wrote</h2><pre dir="auto">${written}</pre>`;
  return html`${said}${text}`;
}

/** Above the form, so that nobody learns of it only when they are refused. */
export function drawSlowMode(thread: Thread | null): Html | '' {
  const seconds = thread?.rules.slowSeconds ?? 0;
  return seconds === 0
    ? ''
    : html`<p class="quiet">Slow mode: everybody can post one comment in ${tellDuration(seconds)}.</p>`;
}

/** "90 seconds", "2 minutes": whole minutes where that is exact, or from two minutes on rounded up. */
export function tellDuration(seconds: number): string {
  if (seconds < 120 && seconds % 60 !== 0) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function drawNote({ body }: Note): Html {
  return html`<div class="notice">${drawBody(body)}</div>`;
}
