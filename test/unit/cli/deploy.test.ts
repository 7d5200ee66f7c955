import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../../../cli/deploy-steps.ts';
import { projectRoot } from '../../../cli/project-root.ts';
import { runWrangler, type WranglerRun } from '../../../cli/wrangler.ts';
import { type PlatformStandIn, startPlatform } from './platform-stand-in.ts';

const DATABASE_ID = '11111111-2222-3333-4444-555555555555';
const migrations = readdirSync(join(projectRoot, 'migrations')).filter((name) =>
  name.endsWith('.sql'),
);

describe('npm run deploy, twice, wrangler against a stand-in of the platform', () => {
  const tomlBefore = readFileSync(join(projectRoot, 'wrangler.toml'), 'utf8');
  let platform: PlatformStandIn;
  let configFolder: string;
  let addresses: string[];
  let secret: string | undefined;
  let first: string[];
  let second: string[];

  beforeAll(async () => {
    platform = await startPlatform();
    configFolder = mkdtempSync(join(tmpdir(), 'belowline-deploy-test-'));
    ({ addresses } = await deployTo(platform));
    secret = platform.secrets.get('SECRET');
    first = platform.changes.splice(0);
    await deployTo(platform);
    second = platform.changes;
  }, 300_000);

  afterAll(async () => {
    await platform.close();
    rmSync(configFolder, { recursive: true, force: true });
  });

  const deployTo = ({ baseUrl }: PlatformStandIn) => {
    const env = {
      CLOUDFLARE_API_BASE_URL: baseUrl,
      CLOUDFLARE_API_TOKEN: 'token',
      CLOUDFLARE_ACCOUNT_ID: 'account',
    };
    const run: WranglerRun = (args, options) =>
      runWrangler(args, { env: { ...env, ...options?.env } });
    return deploy({ run, build: async () => {}, say: () => {}, configFolder });
  };

  it('creates the database, migrates it, then uploads the Worker with a secret, in this order', () => {
    expect(first).toEqual([
      'database belowline',
      ...migrations.map((name) => `migration ${name}`),
      `worker ASSETS:assets DB:d1:${DATABASE_ID} DESK_CHANNEL:durable_object_namespace SECRET:secret_text SITE_LEARNER:durable_object_namespace THREAD_CHANNEL:durable_object_namespace`,
    ]);
    expect(secret?.length).toBeGreaterThanOrEqual(32);
  });

  it('says where the Worker answers', () => {
    expect(addresses).toEqual(['https://belowline.publisher.workers.dev']);
  });

  it('changes nothing but the code the second time: same database, same secret', () => {
    expect(second).toEqual([
      `worker ASSETS:assets DB:d1:${DATABASE_ID} DESK_CHANNEL:durable_object_namespace SECRET:inherit SITE_LEARNER:durable_object_namespace THREAD_CHANNEL:durable_object_namespace`,
    ]);
    expect(platform.secrets.get('SECRET')).toBe(secret);
  });

  it('leaves wrangler.toml without an id of anybody’s account', () => {
    expect(readFileSync(join(projectRoot, 'wrangler.toml'), 'utf8')).toBe(tomlBefore);
    expect(tomlBefore).not.toContain('database_id');
    expect(readFileSync(join(configFolder, 'wrangler.json'), 'utf8')).toContain(DATABASE_ID);
  });
});

describe('npm run deploy where something is wrong', () => {
  const answering =
    (answers: Record<string, { code: number; stdout?: string; stderr?: string }>): WranglerRun =>
    async (args) => {
      const found = Object.entries(answers).find(([start]) => args.join(' ').startsWith(start));
      return { stdout: '', stderr: '', code: 0, ...found?.[1] };
    };
  const deployWith = (run: WranglerRun) => {
    const configFolder = mkdtempSync(join(tmpdir(), 'belowline-deploy-test-'));
    return deploy({ run, build: async () => {}, say: () => {}, configFolder }).finally(() =>
      rmSync(configFolder, { recursive: true }),
    );
  };
  const database = { code: 0, stdout: JSON.stringify([{ name: 'belowline', uuid: DATABASE_ID }]) };

  it('says how to sign in, in one sentence', async () => {
    const run = answering({ whoami: { code: 1, stdout: '{"loggedIn":false}' } });
    await expect(deployWith(run)).rejects.toThrow(
      'Wrangler is not signed in to Cloudflare: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.',
    );
  });

  it('uploads nothing after a migration that failed', async () => {
    const calls: string[] = [];
    const run = answering({
      'd1 list': database,
      'd1 migrations': { code: 1, stderr: 'no such table' },
    });
    const watched: WranglerRun = (args) => {
      calls.push(args[0] ?? '');
      return run(args);
    };
    await expect(deployWith(watched)).rejects.toThrow('no such table');
    expect(calls).not.toContain('deploy');
  });

  it('does not replace a secret that it cannot ask about', async () => {
    const run = answering({ 'd1 list': database, 'secret list': { code: 1, stderr: 'Timeout' } });
    await expect(deployWith(run)).rejects.toThrow('secrets could not be listed:\nTimeout');
  });
});
