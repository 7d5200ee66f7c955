import type * as workers from '@cloudflare/workers-types';

/** What the store knows as globals; see the same file of the commands. */
declare global {
  type D1Database = workers.D1Database;
  type D1PreparedStatement = workers.D1PreparedStatement;
  type D1Result<T = unknown> = workers.D1Result<T>;
  type Fetcher = workers.Fetcher;
}
