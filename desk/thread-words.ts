import type { DeskThread, ThreadAct } from '../src/contract/threads.ts';
import { apart } from './apart.ts';

export const STATE_WORDS: Record<DeskThread['state'], string> = {
  site: 'As the site says',
  open: 'Open',
  closed: 'Closed',
};

export const MODE_WORDS: Record<'pre' | 'auto' | 'post', string> = {
  pre: 'Before: everything is held',
  auto: 'By screening: what passes is shown',
  post: 'Afterwards: all but spam is shown',
};

/** "30 seconds", "5 minutes", "2 hours". */
export function duration(seconds: number): string {
  const [size, unit]: [number, string] =
    seconds >= 3600 && seconds % 3600 === 0
      ? [3600, 'hour']
      : seconds >= 60 && seconds % 60 === 0
        ? [60, 'minute']
        : [1, 'second'];
  const number = seconds / size;
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** What an act has done, each thing a sentence of its own. */
export function actWords(act: ThreadAct): string[] {
  if (act.kind === 'move') return [`Moved from ${nameOf(act.was)} to ${nameOf(act.became)}`];
  if (act.kind === 'merge') return [`Joined the thread of ${nameOf(act.was)} to this one`];
  const { state, message, slowSeconds, mode, announcement } = act.became;
  return [
    state === undefined ? '' : `${DONE[state]}`,
    textWords('message', message),
    slowSeconds === undefined
      ? ''
      : slowSeconds === 0
        ? 'Slow mode off'
        : `Slow mode: ${duration(slowSeconds)} between comments`,
    mode === undefined ? '' : `Mode: ${mode ?? 'the site’s'}`,
    textWords('announcement', announcement),
  ].filter((words) => words !== '');
}

const DONE: Record<DeskThread['state'], string> = {
  site: 'Left to the site’s rule',
  open: 'Opened',
  closed: 'Closed',
};

function textWords(name: string, text: string | null | undefined): string {
  if (text === undefined) return '';
  return text === null ? `No ${name} any more` : `With the ${name} “${apart(text)}”`;
}

function nameOf({ page, url }: { page: string; url: string | null }): string {
  return apart(url ?? page);
}
