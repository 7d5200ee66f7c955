import type { Route } from './route.ts';
import { ChangeThread, ThreadDetail, ThreadList, ThreadListQuery } from './threads.ts';

const write = ['signed-out', 'foreign-origin', 'invalid-request', 'not-json', 'unknown-thread'];

/** The desk's work on whole threads. */
export const THREAD_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/desk/threads',
    summary: 'Threads, by their newest comment',
    description: 'Also finds a thread by an address that it has moved on from.',
    query: ThreadListQuery,
    status: 200,
    answer: ThreadList,
    problems: ['signed-out', 'invalid-request', 'unknown-site'],
    desk: true,
  },
  {
    method: 'get',
    path: '/api/v1/desk/threads/{id}',
    summary: 'A thread, its addresses and its log',
    status: 200,
    answer: ThreadDetail,
    problems: ['signed-out', 'unknown-thread'],
    desk: true,
  },
  {
    method: 'patch',
    path: '/api/v1/desk/threads/{id}',
    summary: 'Close, open or slow down a thread; its mode and announcement',
    description:
      'Moderators close, open and slow down; mode and announcement are an editor’s. Names the version that it was made for.',
    body: ChangeThread,
    status: 200,
    answer: ThreadDetail,
    problems: [...write, 'not-an-editor', 'thread-changed'],
    desk: true,
  },
  {
    method: 'delete',
    path: '/api/v1/desk/threads/{id}/acts/{act}',
    summary: 'Take the last act about a thread back',
    description: 'A merge cannot be taken back.',
    status: 200,
    answer: ThreadDetail,
    problems: [
      'signed-out',
      'foreign-origin',
      'unknown-thread',
      'unknown-act',
      'not-an-editor',
      'thread-changed',
      'not-undoable',
    ],
    desk: true,
  },
];
