import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Bindable, Database } from '../../src/store/database.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

type Bound = { text: string; values: Bindable[] };

/**
 * The database that ships, in memory: its migrations, triggers and all, for the store's own SQL. Each
 * batch is one transaction, as on the platform.
 */
export function shippedDatabase(): Database {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync(MIGRATIONS).sort()) {
    sqlite.exec(readFileSync(new URL(file, MIGRATIONS), 'utf8'));
  }
  const prepared = new Map<string, StatementSync>();
  const run = ({ text, values }: Bound): D1Result => {
    const statement = prepared.get(text) ?? sqlite.prepare(text);
    prepared.set(text, statement);
    const named = Object.fromEntries(
      values.map((value, i): [string, SQLInputValue] => [`?${i + 1}`, value]),
    );
    statement.setAllowUnknownNamedParameters(true);
    const results = statement.all(named);
    // The rest of a result is the platform's accounts, which nobody here reads.
    return { results, success: true } as unknown as D1Result;
  };
  const batch = async (statements: D1PreparedStatement[]) => {
    sqlite.exec('BEGIN');
    const results = statements.map((statement) => run(statement as unknown as Bound));
    sqlite.exec('COMMIT');
    return results;
  };
  return {
    sql: (text, ...values) => ({ text, values }) as unknown as D1PreparedStatement,
    read: batch,
    write: batch,
  };
}
