import type * as wire from '../contract/threads.ts';
import { settingsOf } from '../domain/rule-thread.ts';
import type { Site } from '../domain/site.ts';
import { isClosed } from '../domain/thread.ts';
import type { ThreadAct } from '../domain/thread-act.ts';
import type { ListedThread } from '../domain/thread-list.ts';

const KEY = 'key:';

export function presentDeskThread(
  { thread, newestAt }: ListedThread,
  { site, now }: { site: Site; now: Date },
): wire.DeskThread {
  const { id, version, url, title, page, count, createdAt, rules } = thread;
  return {
    id,
    version,
    site: { key: site.key, name: site.name, mode: site.mode },
    url,
    title,
    key: page.startsWith(KEY) ? page.slice(KEY.length) : null,
    count,
    createdAt: createdAt.toISOString(),
    newestAt: newestAt?.toISOString() ?? null,
    isClosed: isClosed(thread, { site, now }),
    ...settingsOf(thread),
    messageBody: rules.message?.body ?? null,
    announcementBody: rules.announcement?.body ?? null,
  };
}

export function presentThreadAct(act: ThreadAct): wire.ThreadAct {
  const { id, by, at, version, undoes } = act;
  const frame = { id, by, at: at.toISOString(), version, undoes };
  if (act.kind !== 'merge') return { ...frame, ...deedOf(act) };
  const { page, url } = act.was;
  return { ...frame, kind: act.kind, was: { page, url }, became: act.became };
}

function deedOf(act: Exclude<ThreadAct, { kind: 'merge' }>) {
  return act.kind === 'change'
    ? { kind: act.kind, was: act.was, became: act.became }
    : { kind: act.kind, was: act.was, became: act.became };
}

/** What a colleague did meanwhile, for the one who comes too late. */
export function tellAct({ by, ...act }: ThreadAct): string {
  if (act.kind === 'move') return `${by} has moved this thread meanwhile.`;
  if (act.kind === 'merge') return `${by} has joined another thread to this one meanwhile.`;
  const { state, ...others } = act.became;
  const names = Object.keys(others).map((name) => NAMES[name] ?? name);
  if (names.length > 0) return `${by} has changed meanwhile: ${names.join(', ')}.`;
  const done = { site: 'left it to the site’s rule', open: 'opened it', closed: 'closed it' };
  return state === undefined
    ? `${by} has changed this thread meanwhile.`
    : `${by} has ${done[state]} meanwhile.`;
}

const NAMES: Record<string, string> = {
  message: 'the message',
  slowSeconds: 'slow mode',
  mode: 'the mode',
  announcement: 'the announcement',
};
