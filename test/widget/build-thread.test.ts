import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Branch, buildThread } from '../../widget/build-thread.ts';
import { aComment } from './comment-builder.ts';

/** The tree in short: `a(b(c) d) e`. */
function short(branches: Branch[]): string {
  return branches
    .map(({ comment, replies }) => comment.id + (replies.length ? `(${short(replies)})` : ''))
    .join(' ');
}

function idsOf(branches: Branch[]): string[] {
  return branches.flatMap(({ comment, replies }) => [comment.id, ...idsOf(replies)]);
}

const at = (minute: number): string => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`;

const a = aComment({ id: 'a', createdAt: at(1) });
const b = aComment({ id: 'b', createdAt: at(2), parentId: 'a' });
const c = aComment({ id: 'c', createdAt: at(3), parentId: 'b' });
const d = aComment({ id: 'd', createdAt: at(4), parentId: 'a' });
const e = aComment({ id: 'e', createdAt: at(5) });

describe('a thread is built', () => {
  test('with top comments in the asked order and answers oldest first', () => {
    expect(short(buildThread([a, b, c, d, e], 'oldest'))).toBe('a(b(c) d) e');
    expect(short(buildThread([a, b, c, d, e], 'newest'))).toBe('e a(b(c) d)');
  });

  test('with top comments as they came where the service knows the order', () => {
    expect(short(buildThread([e, a, d, b, c], 'top'))).toBe('e a(b(c) d)');
    expect(short(buildThread([a, c, b, e, d], 'replies'))).toBe('a(b(c) d) e');
  });

  test('by age the same from any order of arrival', () => {
    expect(short(buildThread([d, c, e, b, a], 'oldest'))).toBe('a(b(c) d) e');
  });

  test('with an answer at the top whose parent is not there', () => {
    expect(short(buildThread([c, e], 'oldest'))).toBe('c e');
  });

  test('with comments of one moment in the order of their ids', () => {
    const twins = ['y', 'x', 'z'].map((id) => aComment({ id }));
    expect(short(buildThread(twins, 'oldest'))).toBe('x y z');
  });

  test('with the oldest comment of a circle at the top', () => {
    const first = aComment({ id: 'a', createdAt: at(1), parentId: 'b' });
    expect(short(buildThread([first, b, c], 'oldest'))).toBe('a(b(c))');
    expect(short(buildThread([aComment({ id: 'own', parentId: 'own' })], 'oldest'))).toBe('own');
  });
});

const anyId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const anyComment = fc
  .record({ id: anyId, parentId: fc.option(anyId), minute: fc.nat(59) })
  .map(({ id, parentId, minute }) => aComment({ id, parentId, createdAt: at(minute) }));
const distinct = fc.uniqueArray(anyComment, { selector: ({ id }) => id });

describe('whatever comes in', () => {
  test('every comment is shown exactly once', () => {
    fc.assert(
      fc.property(
        distinct,
        fc.constantFrom('newest', 'oldest', 'top', 'replies'),
        (comments, sort) => {
          const ids = idsOf(buildThread(comments, sort));
          expect(ids.toSorted()).toEqual(comments.map(({ id }) => id).sort());
        },
      ),
    );
  });

  test('the order of arrival changes nothing', () => {
    const shuffled = distinct.chain((comments) =>
      fc.tuple(
        fc.constant(comments),
        fc.shuffledSubarray(comments, { minLength: comments.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([comments, others]) => {
        expect(buildThread(others, 'newest')).toEqual(buildThread(comments, 'newest'));
      }),
    );
  });

  test('a long chain of answers is built without running out of stack', () => {
    const chain = Array.from({ length: 2000 }, (_, i) =>
      aComment({ id: `c${1000 + i}`, parentId: i === 0 ? null : `c${999 + i}` }),
    );
    let [branch] = buildThread(chain, 'newest');
    let length = 0;
    for (; branch; [branch] = branch.replies) length++;
    expect(length).toBe(2000);
  });
});
