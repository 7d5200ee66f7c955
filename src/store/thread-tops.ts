/**
 * The top comments of a thread, each by an index: what readers see, and the rest. `thread` is an
 * expression of SQL. Word for word the conditions of the partial indexes.
 */
export const TOPS_OF_THREAD = (thread: string) =>
  `SELECT root_id FROM comments WHERE thread_id = ${thread} AND branch_seq = 0 AND shown = 1
   UNION ALL
   SELECT root_id FROM comments WHERE thread_id = ${thread} AND parent_id IS NULL AND shown = 0`;
