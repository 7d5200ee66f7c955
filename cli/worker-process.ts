import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandError } from './command-error.ts';
import { endProcesses } from './end-processes.ts';
import { projectRoot } from './project-root.ts';
import { removeWorkerRecord, workersOf, writeWorkerRecord } from './worker-record.ts';
import { quietWrangler, wranglerProgram } from './wrangler.ts';

/** How long the Worker may take to answer its first request, in milliseconds. */
const READY_WITHIN_MS = 60_000;

export type WorkerProcess = {
  /** Settles when wrangler ends by itself. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts `wrangler dev` in a process group of its own and waits until the Worker answers. What
 * wrangler prints goes to `wrangler.log` in the state folder and is shown only where it fails.
 */
export async function startWorker(state: string, port: number): Promise<WorkerProcess> {
  const log = join(state, 'wrangler.log');
  const child = spawnWrangler(state, port, log);
  const group = child.pid;
  if (group === undefined) throw new CommandError('Wrangler could not be started.');
  const record = { starter: process.pid, group, port };
  writeWorkerRecord(state, record);
  const hasEnded = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const killAtExit = () => killGroup(group);
  process.once('exit', killAtExit);
  const stop = async () => {
    await endProcesses(() => workersOf(record).map(({ pid }) => pid));
    process.removeListener('exit', killAtExit);
    removeWorkerRecord(state);
  };
  if (!(await answers(`http://127.0.0.1:${port}/healthz`, hasEnded))) {
    await stop();
    throw new CommandError(
      `The Worker did not start. Wrangler said:\n${readFileSync(log, 'utf8')}`,
    );
  }
  return { ended: hasEnded, stop };
}

function spawnWrangler(state: string, port: number, log: string): ChildProcess {
  const args = ['dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
  args.push('--persist-to', state, '--show-interactive-dev-session=false', '--log-level', 'warn');
  const child = spawn(process.execPath, [wranglerProgram, ...args], {
    cwd: projectRoot,
    detached: true,
    // Its own registry: another Worker of the same name on this machine is none of our business.
    env: { ...process.env, ...quietWrangler, WRANGLER_REGISTRY_PATH: join(state, 'registry') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(log);
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  child.once('close', () => file.end());
  return child;
}

/** The last resort, where this process ends by a bug: nothing may outlive it. */
function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

async function answers(address: string, ended: Promise<void>): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver && Date.now() < deadline) {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (response?.ok) return true;
    await pause(100);
  }
  return false;
}
