import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { migrate } from '../../cli/database.ts';
import { projectRoot } from '../../cli/project-root.ts';
import { runWrangler } from '../../cli/wrangler.ts';

/** A folder that Linux keeps in memory. */
const MEMORY = '/dev/shm';

/** Kernel ticks a second, in which /proc counts processor time; 100 on every Linux there is. */
const TICKS = 100;

export type Runtime = {
  db: D1Database;
  /** Where workerd itself listens, without Miniflare's own Worker in front. */
  service: URL;
  empty: URL;
  /** Processor time that workerd has used so far, in milliseconds. */
  cpuMs: () => number;
  stop: () => Promise<void>;
};

/**
 * The Worker as it is deployed, and one that does nothing, in one workerd. Its database is
 * Miniflare's stand-in for D1, in the same process: what that costs is part of every figure.
 */
export async function startRuntime({ persist = false } = {}): Promise<Runtime> {
  const folder = mkdtempSync(join(persist ? tmpdir() : MEMORY, 'belowline-bench-'));
  // Where Miniflare puts what need not last: on a disk, creating a file would be most of a post.
  const temporary = process.env.TMPDIR;
  if (!persist) process.env.TMPDIR = folder;
  try {
    const before = new Set(children());
    const runtime = new Miniflare(
      convertV4MiniflareOptions({
        workers: [service(await buildWorker(folder)), empty],
        // What would not fit into memory lies in the folder that is removed at the end.
        ...(persist ? { d1Persist: join(folder, 'd1') } : {}),
      }),
    );
    await runtime.ready;
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    const pid = children().find((child) => !before.has(child) && nameOf(child) === 'workerd');
    if (pid === undefined) throw new Error('The process of workerd was not found.');
    const db = await runtime.getD1Database('DB', 'belowline');
    await migrate(db);
    return {
      db,
      service: await runtime.unsafeGetDirectURL('belowline'),
      empty: await runtime.unsafeGetDirectURL('empty'),
      cpuMs: () => cpuMs(pid),
      stop: async () => {
        await runtime.dispose();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

const compatibility = {
  compatibilityDate: '2026-10-01',
  compatibilityFlags: ['nodejs_compat', 'no_web_socket_compression'],
};

const empty = {
  name: 'empty',
  modules: true,
  script: 'export default { fetch: () => new Response("") };',
  unsafeDirectSockets: [{ port: 0 }],
  ...compatibility,
};

function service(script: string) {
  return {
    name: 'belowline',
    modules: true,
    script,
    unsafeDirectSockets: [{ port: 0 }],
    bindings: { SECRET: 'a-secret-for-the-bench-of-the-service-only' },
    d1Databases: { DB: 'belowline-bench' },
    durableObjects: {
      SITE_LEARNER: { className: 'SiteLearner', useSQLite: true },
      DESK_CHANNEL: { className: 'DeskChannel', useSQLite: true },
      THREAD_CHANNEL: { className: 'ThreadChannel', useSQLite: true },
    },
    ...compatibility,
  };
}

/** Bundled by wrangler, as for a deployment. */
async function buildWorker(folder: string): Promise<string> {
  // What the Worker serves as files is not measured here, but must be somewhere.
  mkdirSync(join(projectRoot, 'dist/assets'), { recursive: true });
  const { code, stdout, stderr } = await runWrangler(['deploy', '--dry-run', '--outdir', folder]);
  if (code !== 0) throw new Error(`The Worker could not be built:\n${stdout}${stderr}`);
  return readFileSync(join(folder, 'worker.js'), 'utf8');
}

function children(): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((pid) => Number(statOf(pid)[1]) === process.pid);
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** What /proc says of a process after its name: state, parent, … ; nothing when it is gone. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

/** Of all its threads, in user and kernel mode. */
function cpuMs(pid: number): number {
  const stat = statOf(pid);
  return ((Number(stat[11]) + Number(stat[12])) * 1000) / TICKS;
}
