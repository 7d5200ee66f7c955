// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { decide, emptyFlow } from '../../desk/decision-flow.ts';
import { show } from '../../desk/flow-stream.ts';
import { keepOutbox, readOutbox } from '../../desk/outbox.ts';
import { queueItem } from './queue-item.ts';

const { acts } = decide(show(emptyFlow, [queueItem('a')]), { id: 'a', to: 'spam' });

beforeEach(() => sessionStorage.clear());

test('what was not sent is there after a reload', () => {
  keepOutbox({ moderator: 'm1', acts });
  expect(readOutbox()).toEqual({ moderator: 'm1', acts });
});

test('nothing is kept once everything is answered', () => {
  keepOutbox({ moderator: 'm1', acts });
  keepOutbox({ moderator: 'm1', acts: [] });
  expect(readOutbox()).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test('what cannot be read is no reason to fail', () => {
  sessionStorage.setItem('belowline-desk-outbox', '{broken');
  expect(readOutbox()).toBeNull();
});
