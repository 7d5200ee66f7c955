import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSignedIn } from './check-signed-in.ts';
import { CommandError } from './command-error.ts';
import { makeSecret } from './local-secret.ts';
import { databaseName, findDatabase, writeRemoteConfig } from './remote-config.ts';
import type { WranglerRun } from './wrangler.ts';

export type DeployDeps = {
  run: WranglerRun;
  build: () => Promise<void>;
  say: (line: string) => void;
  /** Where the config with the database's id is written. */
  configFolder?: string;
};

/**
 * Brings everything onto the platform, creating what is missing. Running it again changes nothing
 * but the code and new migrations. Says the addresses under which the Worker then answers.
 */
export async function deploy(deps: DeployDeps): Promise<{ addresses: string[] }> {
  const { run, build, say } = deps;
  await checkSignedIn(run);
  say('Building …');
  await build();
  const config = writeRemoteConfig(await ensureDatabase(deps), deps.configFolder);
  say('Applying migrations …');
  const migrate = ['d1', 'migrations', 'apply', 'DB', '--remote', '--config', config];
  await expectOk(run, { args: migrate, failed: 'The migrations failed' });
  const hasSecret = await isSecretThere(run, config);
  say(hasSecret ? 'Uploading …' : 'Uploading, with a new SECRET …');
  return { addresses: await upload(run, { config, hasSecret }) };
}

async function ensureDatabase({ run, say }: DeployDeps): Promise<string> {
  const there = await findDatabase(run);
  if (there !== null) return there;
  say(`Creating the database ${databaseName} …`);
  const args = ['d1', 'create', databaseName];
  await expectOk(run, { args, failed: 'The database could not be created' });
  const created = await findDatabase(run);
  if (created !== null) return created;
  throw new CommandError(`The database ${databaseName} was created but is not listed; try again.`);
}

async function isSecretThere(run: WranglerRun, config: string): Promise<boolean> {
  const { code, stdout, stderr } = await run([
    'secret',
    'list',
    '--format',
    'json',
    '--config',
    config,
  ]);
  if (code === 0) return /"name":\s*"SECRET"/.test(stdout);
  // Before the first upload there is no Worker to have one.
  if (/Worker ".*" not found|does not exist/.test(stdout + stderr)) return false;
  throw new CommandError(`The Worker's secrets could not be listed:\n${stdout}${stderr}`);
}

/** A missing SECRET goes up together with the code: the Worker never runs without one. */
async function upload(
  run: WranglerRun,
  { config, hasSecret }: { config: string; hasSecret: boolean },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'belowline-deploy-'));
  try {
    const output = join(folder, 'output.ndjson');
    const args = ['deploy', '--config', config];
    if (!hasSecret) {
      const file = join(folder, 'secrets.json');
      writeFileSync(file, JSON.stringify({ SECRET: makeSecret() }), { mode: 0o600 });
      args.push('--secrets-file', file);
    }
    const env = { WRANGLER_OUTPUT_FILE_PATH: output };
    await expectOk((given) => run(given, { env }), { args, failed: 'The upload failed' });
    return readTargets(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Wrangler's machine-readable report; without one the addresses are on the dashboard. */
function readTargets(file: string): string[] {
  const lines = tryRead(file)
    .split('\n')
    .filter((line) => line.includes('"deploy"'));
  const targets: unknown = lines.length === 0 ? [] : JSON.parse(lines.at(-1) ?? '{}').targets;
  return Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [];
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function expectOk(
  run: (args: string[]) => ReturnType<WranglerRun>,
  { args, failed }: { args: string[]; failed: string },
): Promise<void> {
  const { code, stdout, stderr } = await run(args);
  if (code !== 0) throw new CommandError(`${failed}. Wrangler said:\n${stdout}${stderr}`);
}
