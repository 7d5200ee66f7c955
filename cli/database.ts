import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getPlatformProxy, unstable_splitSqlQuery } from 'wrangler';
import type { Env } from '../src/deps.ts';
import { appliedMigrations, applyMigration } from '../src/store/migrations.ts';
import { writeBindingsConfig } from './bindings-config.ts';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';
import { quietWrangler } from './wrangler.ts';

/** A local run has no Durable Objects of its own beside it: no command asks one to learn. */
export type Bindings = Env & { SECRET: string };
export type OpenBindings = { env: Bindings; close: () => Promise<void> };

/** Where local data lies unless `--state` says otherwise. */
export const defaultState = join(projectRoot, '.state');

const MIGRATIONS = join(projectRoot, 'migrations');

/**
 * The Worker's own bindings, over the same files as the local Worker, its database brought up to
 * date. Close them after use. Throws a `CommandError` that names the migration that failed.
 */
export async function openLocal(state: string, folder = MIGRATIONS): Promise<OpenBindings> {
  const config = writeBindingsConfig(join(projectRoot, 'wrangler.toml'), state);
  const opened = await open(config, { persist: { path: join(state, 'v3') } });
  try {
    await migrate(opened.env.DB, folder);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/**
 * As `wrangler d1 migrations apply` does it, in the same table, but over one open database: wrangler
 * opens one for each file, which would be half of the wait for a first start. Does nothing where all
 * is applied.
 */
export async function migrate(database: D1Database, folder = MIGRATIONS): Promise<void> {
  const applied = await appliedMigrations(database);
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort()) {
    if (!applied.has(name)) await apply(database, { name, folder });
  }
}

async function apply(
  database: D1Database,
  { name, folder }: { name: string; folder: string },
): Promise<void> {
  const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8'));
  await applyMigration(database, { name, statements }).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    throw new CommandError(`The migration ${name} failed: ${said}`);
  });
}

/** The deployed database, through wrangler's remote bindings and a config that carries its id. */
export function openRemote(configPath: string): Promise<OpenBindings> {
  return open(writeBindingsConfig(configPath, dirname(configPath)), { persist: false });
}

async function open(
  configPath: string,
  { persist }: { persist: false | { path: string } },
): Promise<OpenBindings> {
  Object.assign(process.env, quietWrangler, { WRANGLER_LOG: process.env.WRANGLER_LOG ?? 'error' });
  // The local secret belongs to local data; the deployed one cannot be read.
  const envFiles = persist === false ? [] : [join(projectRoot, '.dev.vars')];
  const { env, dispose } = await getPlatformProxy<Bindings>({ configPath, persist, envFiles });
  return { env, close: dispose };
}
