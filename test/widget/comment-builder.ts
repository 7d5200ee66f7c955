import type { Comment } from '../../src/contract/thread.ts';

/** A published comment at the top, of which a test says only what matters to it. */
export function aComment(given: Partial<Comment> = {}): Comment {
  return {
    id: 'c1',
    parentId: null,
    name: 'Ada',
    badge: null,
    body: [{ type: 'paragraph', children: ['Well put.'] }],
    createdAt: '2026-03-01T10:00:00.000Z',
    editedAt: null,
    status: 'published',
    likes: 0,
    replyCount: 0,
    ...given,
  };
}
