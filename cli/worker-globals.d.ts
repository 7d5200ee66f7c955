import type * as workers from '@cloudflare/workers-types';

/**
 * What the store and the composition root know as globals. The whole of the Worker's types cannot
 * stand beside Node's: both declare URL, fetch and the streams, and not the same way.
 */
declare global {
  type D1Database = workers.D1Database;
  type D1PreparedStatement = workers.D1PreparedStatement;
  type D1Result<T = unknown> = workers.D1Result<T>;
  type Fetcher = workers.Fetcher;
}
