import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../cli/free-port.ts';
import { projectRoot } from '../cli/project-root.ts';

export type Service = {
  worker: string;
  paper: string;
  /** The folder of its database. */
  state: string;
  stop: () => Promise<void>;
};

/**
 * The product as `npm start` runs it, in a temporary folder that is gone afterwards. What a bench
 * posts would be a flood anywhere else, so the daily-planet does not watch for floods.
 */
export async function startService(): Promise<Service> {
  const state = mkdtempSync(join(tmpdir(), 'belowline-bench-'));
  const port = String(await freePort(8930));
  const demoPort = String(await freePort(8940));
  const places = ['--state', state, '--port', port, '--demo-port', demoPort];
  const service = spawn(process.execPath, ['cli/start.ts', ...places, '--fresh'], {
    cwd: projectRoot,
    stdio: 'ignore',
  });
  const worker = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    const ended = new Promise((done) => service.once('exit', done));
    service.kill('SIGTERM');
    await ended;
    rmSync(state, { recursive: true, force: true });
  };
  try {
    await untilHealthy(worker);
    const calm = ['cli/site.ts', 'set', 'daily-planet', '--flood-mode', 'off', '--state', state];
    execFileSync(process.execPath, calm, { cwd: projectRoot });
  } catch (error) {
    await stop();
    throw error;
  }
  return { worker, paper: `http://127.0.0.1:${demoPort}`, state, stop };
}

async function untilHealthy(worker: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${worker}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The service at ${worker} did not come up within a minute.`);
}
