import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocal } from '../../../cli/database.ts';
import { runWrangler } from '../../../cli/wrangler.ts';

let state: string;

beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'belowline-migrate-'));
});

afterAll(() => rmSync(state, { recursive: true, force: true }));

/** Opens the database, which brings it up to date, and closes it. */
async function migrateLocal(folder?: string): Promise<void> {
  const { close } = await openLocal(state, folder);
  await close();
}

async function read(sql: string): Promise<unknown[]> {
  const { env, close } = await openLocal(state);
  return (await env.DB.prepare(sql).raw().finally(close)).flat();
}

test('what is applied here has nothing left for wrangler to apply, and is applied once', async () => {
  const sql = 'SELECT id, name, applied_at FROM d1_migrations ORDER BY id';
  await migrateLocal();
  const applied = await read(sql);
  expect(applied).toContain('0001_comments.sql');
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state];
  expect((await runWrangler(args)).code).toBe(0);
  await migrateLocal();
  expect(await read(sql)).toEqual(applied);
});

test('a migration that fails is named, and nothing of it stays', async () => {
  await migrateLocal();
  const folder = join(state, 'own-migrations');
  mkdirSync(folder);
  writeFileSync(join(folder, '9998_good.sql'), 'CREATE TABLE good (a TEXT);');
  writeFileSync(join(folder, '9999_bad.sql'), 'CREATE TABLE half (a TEXT); CREATE TABLE good (b);');
  await expect(migrateLocal(folder)).rejects.toThrow(/9999_bad\.sql failed: .*good/);
  const named = "SELECT name FROM sqlite_master WHERE name IN ('good', 'half')";
  expect(await read(named)).toEqual(['good']);
  expect(await read("SELECT name FROM d1_migrations WHERE name LIKE '999%'")).toEqual([
    '9998_good.sql',
  ]);
});
