/**
 * The header in which the Worker, and nobody else, tells a page's channel which of its readers come
 * from one address: a keyed hash that is another one on every page.
 */
export const READER = 'reader-network';
