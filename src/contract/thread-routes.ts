import type { Route } from './route.ts';
import {
  ChangeThread,
  MovedThread,
  MovePreview,
  MoveThread,
  PreviewMove,
  ThreadDetail,
  ThreadList,
  ThreadListQuery,
} from './threads.ts';

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
    method: 'post',
    path: '/api/v1/desk/threads/{id}/move/preview',
    summary: 'What moving a thread would do',
    description: 'Changes nothing. For editors.',
    body: PreviewMove,
    status: 200,
    answer: MovePreview,
    problems: [...write, 'not-an-editor', 'bad-page', 'foreign-page'],
    desk: true,
  },
  {
    method: 'post',
    path: '/api/v1/desk/threads/{id}/move',
    summary: 'Move a thread to another address, or join it to the one that is there',
    description:
      'The old address goes on leading to the thread. A large thread is joined in steps: send the same again until `isDone`. Done again, it changes nothing. For editors.',
    body: MoveThread,
    status: 200,
    answer: MovedThread,
    problems: [...write, 'not-an-editor', 'bad-page', 'foreign-page', 'thread-changed'],
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
