import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftName, EMPTY, keepDraft, recallDraft } from '../../widget/drafts.ts';
import { forgetComment, keepComment, keptComments } from '../../widget/own-comments.ts';
import { keep, recall } from '../../widget/storage.ts';

const place = {
  api: 'https://service.example',
  site: 's',
  url: 'https://p.example/',
  key: undefined,
};
const draft = { ...EMPTY, body: 'Half a thought' };

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('a draft', () => {
  test('is kept apart for each site, thread and comment that is answered', () => {
    const names = [
      draftName(place, null),
      draftName(place, 'c1'),
      draftName({ ...place, site: 't' }, null),
      draftName({ ...place, key: 'k' }, null),
    ];
    for (const name of names) keepDraft(name, { ...draft, body: name });
    for (const name of names) expect(recallDraft(name).body).toBe(name);
    expect(localStorage).toHaveLength(4);
  });

  test('leaves nothing behind once its comment is empty', () => {
    keepDraft('d', draft);
    keepDraft('d', { ...draft, body: '', name: 'Ada' });
    expect(localStorage).toHaveLength(0);
    expect(recallDraft('d')).toEqual(EMPTY);
  });

  test.each(['', '{', '5', 'null', '"text"'])('is empty where storage holds %j', (text) => {
    localStorage.setItem('d', text);
    expect(recallDraft('d')).toMatchObject({ ...EMPTY });
  });
});

describe('where the browser keeps nothing', () => {
  test('a full storage does not lose a draft', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    keep('full', 'text');
    expect(recall('full', '')).toBe('text');
    keep('full', null);
    expect(recall('full', '')).toBe('');
  });

  test('a storage that is switched off does not either', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('off', 'SecurityError');
    });
    keep('off', 'text');
    expect(recall('off', '')).toBe('text');
    keep('off', null);
    expect(recall('off', '')).toBe('');
  });
});

describe('the proofs of sent comments', () => {
  test('are found for their own thread only, until they are forgotten', () => {
    keepComment(place, { id: 'c1', token: 't1' });
    keepComment({ ...place, key: 'other' }, { id: 'c2', token: 't2' });
    expect(keptComments(place)).toMatchObject([{ id: 'c1', token: 't1' }]);
    forgetComment(place, 'c1');
    expect(keptComments(place)).toEqual([]);
  });

  test('leave after thirty days, and beyond fifty', () => {
    vi.setSystemTime('2026-03-01T00:00:00Z');
    keepComment(place, { id: 'old', token: 't' });
    vi.setSystemTime('2026-04-01T00:00:00Z');
    for (let i = 0; i < 60; i++) keepComment(place, { id: `c${i}`, token: 't' });
    expect(keptComments(place)).toHaveLength(50);
    expect(keptComments(place).at(-1)?.id).toBe('c59');
    expect(keptComments(place).some(({ id }) => id === 'old')).toBe(false);
    vi.useRealTimers();
  });
});
