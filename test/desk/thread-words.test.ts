import { describe, expect, test } from 'vitest';
import { actWords, duration } from '../../desk/thread-words.ts';
import type { ThreadAct } from '../../src/contract/threads.ts';

const frame = { id: 'a', by: 'Ada', at: '2026-03-02T09:00:00.000Z', version: 2, undoes: null };

function changed(became: Extract<ThreadAct, { kind: 'change' }>['became']): string[] {
  return actWords({ ...frame, kind: 'change', was: {}, became });
}

describe('an act about a thread in words', () => {
  test('says each thing that was changed, and nothing else', () => {
    expect(changed({ state: 'closed', message: 'Enough.' })).toEqual([
      'Closed',
      'With the message “Enough.”',
    ]);
    expect(changed({ message: null, slowSeconds: 0, mode: null })).toEqual([
      'No message any more',
      'Slow mode off',
      'Mode: the site’s',
    ]);
    expect(changed({ slowSeconds: 300, announcement: 'Hear!' })).toEqual([
      'Slow mode: 5 minutes between comments',
      'With the announcement “Hear!”',
    ]);
  });

  test('names the addresses of a move, and the page where there is none', () => {
    const was = { page: 'key:7', url: null };
    const became = { page: 'paper.example/a', url: 'https://paper.example/a' };
    expect(actWords({ ...frame, kind: 'move', was, became })).toEqual([
      'Moved from key:7 to https://paper.example/a',
    ]);
    expect(actWords({ ...frame, kind: 'merge', was, became })).toEqual([
      'Joined the thread of key:7 to this one',
    ]);
  });
});

test.each([
  [1, '1 second'],
  [45, '45 seconds'],
  [60, '1 minute'],
  [90, '90 seconds'],
  [600, '10 minutes'],
  [3600, '1 hour'],
  [5400, '90 minutes'],
  [86_400, '24 hours'],
])('%i seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
