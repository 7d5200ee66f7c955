import type { QueueItem } from '../../src/contract/desk.ts';

/** A held comment; tests name only what matters to them. */
export function queueItem(id: string, over: Partial<QueueItem> = {}): QueueItem {
  return {
    id,
    version: 1,
    status: 'held',
    reviewed: false,
    site: { key: 'daily-planet', name: 'Daily Planet' },
    thread: { id: 't1', url: 'https://planet.example/a', title: 'An article', state: 'open' },
    parent: null,
    name: `Reader ${id}`,
    badge: null,
    email: null,
    website: null,
    body: [{ type: 'paragraph', children: ['Words.'] }],
    source: 'Words.',
    language: null,
    createdAt: '2026-03-01T10:00:00.000Z',
    editedAt: null,
    findings: [],
    decisions: [],
    reports: [],
    reportCount: 0,
    answers: [],
    notes: [],
    featured: null,
    author: {
      firstSeen: null,
      isCut: false,
      published: 0,
      held: 0,
      spam: 0,
      rejected: 0,
      measure: null,
    },
    clusterSize: 1,
    ...over,
  };
}
