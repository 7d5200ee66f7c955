/** Empties the tables between tests; the schema stays. */
export async function deleteAll(database: D1Database): Promise<void> {
  const tables = [
    'saved_replies',
    'featurings',
    'notes',
    'likes',
    'reports',
    'reader_acts',
    'report_counts',
    'bulk_items',
    'bulks',
    'decisions',
    'revisions',
    'comments',
    'comment_search',
    'threads',
    'thread_acts',
    'thread_list',
    'queue_counts',
    'site_models',
    'campaign_prints',
    'campaign_keys',
    'comment_traces',
    'thrown_out',
    'published_places',
    'author_measures',
    'tempo',
    'used_proofs',
    'sites',
  ];
  const people = [
    'invitations',
    'passkeys',
    'second_factors',
    'sessions',
    'accounts',
    'sign_in_links',
    'sign_in_attempts',
    'moderators',
  ];
  await database.batch(
    [...tables, ...people].map((table) => database.prepare(`DELETE FROM ${table}`)),
  );
}
