/** The table in which wrangler remembers what it has applied. */
const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Names of the files that were applied, by wrangler or here. */
export async function appliedMigrations(database: D1Database): Promise<Set<unknown>> {
  await database.prepare(APPLIED).run();
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all();
  return new Set(results.map(({ name }) => name));
}

/** All of a file or nothing of it. Throws what the database says of the statement that fails. */
export async function applyMigration(
  database: D1Database,
  { name, statements }: { name: string; statements: string[] },
): Promise<void> {
  const done = database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
  await database.batch([...statements.map((sql) => database.prepare(sql)), done]);
}
