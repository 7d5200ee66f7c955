// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { decide, emptyFlow, undo } from '../../desk/decision-flow.ts';
import { publishedByReply, refresh } from '../../desk/flow-replies.ts';
import { show } from '../../desk/flow-stream.ts';
import {
  attemptOf,
  keepDraft,
  NO_DRAFT,
  readDraft,
  sweepDrafts,
  withoutSent,
  withWords,
} from '../../desk/reply-drafts.ts';
import { queueItem } from './queue-item.ts';

const place = { moderator: 'm1', comment: 'c1' };
const draft = { ...NO_DRAFT, body: 'Thank you.' };

beforeEach(() => localStorage.clear());

test('a draft is its moderator’s and its comment’s', () => {
  keepDraft(place, { ...draft, as: 'author' });
  expect(readDraft(place)).toEqual({ body: 'Thank you.', as: 'author', attempt: null });
  expect(readDraft({ ...place, moderator: 'm2' })).toEqual(NO_DRAFT);
  expect(readDraft({ ...place, comment: 'c2' })).toEqual(NO_DRAFT);
});

test('without words nothing is kept', () => {
  keepDraft(place, draft);
  keepDraft(place, NO_DRAFT);
  expect(localStorage.length).toBe(0);
});

test('where the browser keeps nothing, the page does', () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepDraft(place, draft);
  expect(readDraft(place).body).toBe('Thank you.');
  full.mockRestore();
  keepDraft(place, NO_DRAFT);
  expect(readDraft(place)).toEqual(NO_DRAFT);
});

test('the same words are the same try, other words or another badge another one', () => {
  const attempt = attemptOf(draft);
  expect(attempt.key).toMatch(/^[\w-]{8,100}$/);
  const tried = { ...draft, attempt };
  expect(attemptOf(tried)).toEqual(attempt);
  expect(attemptOf({ ...tried, body: 'Thanks.' }).key).not.toBe(attempt.key);
  expect(attemptOf({ ...tried, as: 'author' }).key).not.toBe(attempt.key);
});

test('what was begun a month ago is forgotten, what was begun today is not', () => {
  keepDraft(place, draft);
  sweepDrafts(Date.now() + 29 * 86_400_000);
  expect(readDraft(place).body).toBe('Thank you.');
  sweepDrafts(Date.now() + 31 * 86_400_000);
  expect(readDraft(place)).toEqual(NO_DRAFT);
});

test('once it is sent, what differs from what was sent stays', () => {
  expect(withoutSent(draft, 'Thank you.').body).toBe('');
  expect(withoutSent({ ...draft, body: 'Thank you.\n\nMore.' }, 'Thank you.').body).toBe('More.');
  expect(withoutSent({ ...draft, body: 'Something else' }, 'Thank you.').body).toBe(
    'Something else',
  );
});

test('words that come back stand behind what is begun, and alone where nothing is', () => {
  const back = { body: 'My answer.', as: 'author' as const };
  expect(withWords(NO_DRAFT, back)).toEqual({ ...back, attempt: null });
  expect(withWords({ ...draft, as: 'staff' }, back)).toMatchObject({
    body: 'Thank you.\n\nMy answer.',
    as: 'staff',
  });
});

test('a comment that an answer has published leaves, and "Undo" takes the publication back', () => {
  const before = queueItem('a');
  const after = { ...before, version: 2, status: 'published' as const };
  const flow = publishedByReply(show(emptyFlow, [before, queueItem('b')]), {
    before,
    after,
    decisionId: 'd1',
  });
  expect(flow.cards.map(({ item }) => item.id)).toEqual(['b']);
  expect(flow.current).toBe('b');
  const taken = undo(flow);
  expect(taken.current).toBe('a');
  expect(taken.acts).toMatchObject([
    { kind: 'undo', past: { decisionId: 'd1' }, truth: { version: 2, status: 'published' } },
  ]);
});

test('a card shows what is new about its comment; one that is gone does not come back for it', () => {
  const flow = show(emptyFlow, [queueItem('a')]);
  const fresh = queueItem('a', { name: 'Renamed' });
  expect(refresh(flow, fresh).cards[0]?.item.name).toBe('Renamed');
  const decided = decide(flow, { id: 'a', to: 'spam' });
  expect(refresh(decided, fresh)).toBe(decided);
});
