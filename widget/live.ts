import type { LiveMessage } from '../src/contract/live.ts';
import type { Comment, Thread } from '../src/contract/thread.ts';
import { connect } from './connect.ts';
import { countUp } from './count-up.ts';
import { h } from './h.ts';
import css from './live.css';
import type { Parts } from './start-view.ts';
import { enFresh } from './text/en-fresh.ts';
import type { View } from './view.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
/** A comment of this reader's own comes with the answer to its post, so messages wait for that. */
const SENDING_MS = 300;
/** Copies of a thread that are kept on the way are never older than this. */
const STALE_MS = 60_000;

/** Keeps a thread as it is now, without moving what somebody reads. */
export function live(parts: Parts): void {
  const { view } = parts;
  const fresh: Fresh = new Map();
  /** The newest version heard of each comment since the last gap; messages overtake each other. */
  const heard = new Map<string | null, number>();
  view.host.shadowRoot?.adoptedStyleSheets.push(sheet);
  const pill = createPill(parts, fresh);
  const take = (messages: LiveMessage[]): void => {
    if (view.signal.aborted) return;
    if (parts.form.isBusy && view.thread.state === 'open') {
      setTimeout(take, SENDING_MS, messages);
      return;
    }
    for (const message of messages) {
      const { id } =
        'id' in message ? message : 'thread' in message ? message.thread : message.comment;
      if (message.version < (heard.get(id) ?? 0)) continue;
      heard.set(id, message.version);
      if ('thread' in message) rule(parts, message.thread);
      else if (id) apply(parts, { id, message, fresh });
    }
    pill.draw();
    view.draw();
  };
  const catchUp = async (): Promise<void> => {
    heard.clear();
    take(await missed(view, heard));
  };
  connect(view, { take, catchUp });
}

type Fresh = Map<string, Comment>;

type News = { id: string; message: Exclude<LiveMessage, { type: 'thread' }>; fresh: Fresh };

/** Closed, open, slow: at once. An announcement would push down what is read, so it waits. */
function rule({ view, form, list }: Parts, { announcement: _, ...thread }: Thread): void {
  const { element, fields } = form;
  const place = element.parentElement;
  const isNews = thread.state !== view.thread.state;
  const isOpen = thread.state === 'open';
  const focused = view.host.shadowRoot?.activeElement ?? null;
  const held = [...list.items.values()].find(({ article }) => article.contains(focused));
  Object.assign(view.thread, thread);
  if (!isNews || !place) return;
  // What stands below stays where it is.
  place.style.minHeight = isOpen ? '' : `${place.getBoundingClientRect().height}px`;
  element.classList.remove('locked');
  form.isBusy = fields.body.control.readOnly = element.hidden = false;
  view.say(isOpen ? '' : view.text.closed);
  view.draw();
  // Its button to reply has gone, or come.
  held?.article.focus({ preventScroll: true });
}

function apply({ view, list }: Parts, { id, message, fresh }: News): void {
  view.thread.count = message.count;
  const known = view.comments.get(id);
  view.lose?.(id, message.type === 'gone' || message.comment.status === 'deleted');
  if (!known) {
    fresh.delete(id);
    if (message.type === 'comment' && isForHere(view, { comment: message.comment, fresh })) {
      fresh.set(id, message.comment);
    }
    return;
  }
  const next: Comment =
    message.type === 'comment' ? message.comment : { ...known, body: [], status: 'deleted' };
  // Its author's own draft of the truth, such as "held", is theirs until they load the page again.
  if (JSON.stringify(known) === JSON.stringify(next)) return;
  keepHeight(list.items.get(id)?.article);
  view.comments.set(id, { ...next, replyCount: known.replyCount });
  if (next.status === 'deleted') view.own.delete(id);
}

/** An answer in a part of the thread that is not on the page comes with that part. */
function isForHere(view: View, { comment, fresh }: { comment: Comment; fresh: Fresh }): boolean {
  const { status, parentId } = comment;
  if (status !== 'published') return false;
  return parentId === null || view.comments.has(parentId) || fresh.has(parentId);
}

/** What stands below stays where it is, though less is left in this place. */
function keepHeight(article: HTMLElement | undefined): void {
  const item = article?.parentElement;
  if (!article || !item) return;
  item.style.setProperty('--kept', `${article.offsetHeight}px`);
  item.classList.add('kept');
}

/** The way to what has come in; it lies over the comments and takes no room. */
function createPill({ view, list, frame }: Parts, fresh: Fresh) {
  const text = view.text.acting ?? enFresh;
  const said = h('span', { role: 'status', class: 'unseen' });
  const button = h('button', { class: 'post', hidden: true, click: () => show() });
  list.element.before(h('div', { class: 'fresh' }, button, said));
  let announcedAt = 0;
  const show = (): void => {
    const added = [...fresh.values()];
    fresh.clear();
    for (const comment of added) {
      view.comments.set(comment.id, comment);
      countUp(view, comment);
    }
    draw();
    view.draw();
    const first = added.map(({ id }) => list.items.get(id)).find((item) => item);
    if (first && added[0]) view.show(added[0].id);
    else frame.home.querySelector('textarea')?.focus();
  };
  const draw = (): void => {
    for (const id of fresh.keys()) if (view.comments.has(id)) fresh.delete(id);
    const count = fresh.size;
    button.hidden = count === 0;
    const words = count === 0 ? '' : text.fresh(count);
    button.replaceChildren(h('span', {}, words));
    if (count === 0 || Date.now() - announcedAt < 10_000) return;
    announcedAt = Date.now();
    said.textContent = words;
  };
  return { draw };
}

/** What has changed at the thread's newest end while nobody told us; older than all we are told. */
async function missed(view: View, heard: Map<unknown, number>): Promise<LiveMessage[]> {
  const answer = await view.ask({ sort: 'newest' });
  if (!answer.ok) return [];
  const { comments, thread, nextCursor } = answer.value;
  // What was told meanwhile is younger than what was read.
  if (heard.size) thread.count = view.thread.count;
  const { count } = thread;
  const there = new Set(comments.map(({ id }) => id));
  const tops = comments.filter(({ parentId }) => parentId === null);
  const oldest = nextCursor === null ? '' : (tops.at(-1)?.createdAt ?? '');
  const settled = new Date(Date.now() - STALE_MS).toISOString();
  const gone = [...view.comments.values()].filter(
    ({ id, parentId, status, createdAt }) =>
      parentId === null &&
      status === 'published' &&
      createdAt > oldest &&
      createdAt < settled &&
      !there.has(id),
  );
  return [
    { type: 'thread', thread, version: 0 },
    ...comments.map((comment): LiveMessage => ({ type: 'comment', comment, version: 0, count })),
    ...gone.map(({ id }): LiveMessage => ({ type: 'gone', id, version: 0, count })),
  ];
}
