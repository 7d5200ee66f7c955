import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { experimental_readRawConfig as readRawConfig } from 'wrangler';
import { checkSignedIn } from './check-signed-in.ts';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';
import { runWrangler, type WranglerRun } from './wrangler.ts';

/** The database's name on the platform, as in wrangler.toml. */
export const databaseName = 'belowline';

/** Not in wrangler.toml: an id belongs to one account, and that file to everybody. */
const folder = join(projectRoot, '.state', 'remote');

/**
 * Writes a copy of wrangler.toml that carries the deployed database's id, and says where it is.
 * With an id in it no command guesses: migrations, upload and remote bindings mean the same one.
 */
export async function remoteConfig(run: WranglerRun = runWrangler): Promise<string> {
  await checkSignedIn(run);
  const id = await findDatabase(run);
  if (id === null) {
    throw new CommandError('There is no deployed database yet; run `npm run deploy` first.');
  }
  return writeRemoteConfig(id);
}

/** The id of the database on the signed-in account; null where it is not there yet. */
export async function findDatabase(run: WranglerRun): Promise<string | null> {
  const { code, stdout, stderr } = await run(['d1', 'list', '--json']);
  if (code !== 0) throw new CommandError(`The databases could not be listed:\n${stdout}${stderr}`);
  const listed: unknown = JSON.parse(stdout);
  const all: unknown[] = Array.isArray(listed) ? listed : [];
  const found = all.find((entry) => fieldOf(entry, 'name') === databaseName);
  const id = fieldOf(found, 'uuid');
  return typeof id === 'string' ? id : null;
}

export function writeRemoteConfig(databaseId: string, into = folder): string {
  const { rawConfig } = readRawConfig({ config: join(projectRoot, 'wrangler.toml') });
  const file = join(into, 'wrangler.json');
  mkdirSync(into, { recursive: true });
  writeFileSync(file, `${JSON.stringify(withId(rawConfig, databaseId), null, 2)}\n`);
  return file;
}

type RawConfig = ReturnType<typeof readRawConfig>['rawConfig'];

/** Paths in a config count from its own folder, which is another one here. */
function withId(config: RawConfig, databaseId: string): RawConfig {
  const at = (path: string) => resolve(projectRoot, path);
  return {
    ...config,
    main: at(config.main ?? 'src/worker.ts'),
    assets: { ...config.assets, directory: at(config.assets?.directory ?? 'dist/assets') },
    d1_databases: (config.d1_databases ?? []).map((database: { migrations_dir?: string }) => ({
      ...database,
      database_id: databaseId,
      migrations_dir: at(database.migrations_dir ?? 'migrations'),
      // For `npm run site -- --remote`: the platform's database, not a local file.
      remote: true,
    })),
  };
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}
