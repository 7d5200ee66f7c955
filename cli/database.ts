import { dirname, join } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import type { Env } from '../src/deps.ts';
import { writeBindingsConfig } from './bindings-config.ts';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';
import { quietWrangler, runWrangler, type WranglerRun } from './wrangler.ts';

/** A local run has no Durable Objects of its own beside it: no command asks one to learn. */
export type Bindings = Env & { SECRET: string };
export type OpenBindings = { env: Bindings; close: () => Promise<void> };

/** Where local data lies unless `--state` says otherwise. */
export const defaultState = join(projectRoot, '.state');

/** Brings the local database up to date. Does nothing where it already is. */
export async function migrateLocal(state: string, run: WranglerRun = runWrangler): Promise<void> {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state];
  const { code, stdout, stderr } = await run(args);
  if (code !== 0) throw new CommandError(`The migrations failed:\n${stdout}${stderr}`);
}

/** The Worker's own bindings, over the same files as the local Worker. Close them after use. */
export function openLocal(state: string): Promise<OpenBindings> {
  const config = writeBindingsConfig(join(projectRoot, 'wrangler.toml'), state);
  return open(config, { persist: { path: join(state, 'v3') } });
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
