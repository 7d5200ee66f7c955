import { mkdirSync } from 'node:fs';
import { type DemoServer, serveDemo } from '../demo/serve.ts';
import { CommandError } from './command-error.ts';
import { type Bindings, openLocal } from './database.ts';
import { describeStart } from './describe-start.ts';
import { endProcesses } from './end-processes.ts';
import { ensureLocalSecret } from './local-secret.ts';
import { choosePorts, type Ports } from './ports.ts';
import { type PreparedDemo, prepareDemo } from './prepare-demo.ts';
import { runCommand } from './run-command.ts';
import { readStartMemory, writeStartMemory } from './start-memory.ts';
import { parseStartOptions, type StartOptions, startHelp } from './start-options.ts';
import { wipeState } from './wipe-state.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';
import {
  isStarterAlive,
  readWorkerRecord,
  removeWorkerRecord,
  workersOf,
} from './worker-record.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What is done with the database before the Worker opens it. */
export type BeforeStart = (env: Bindings, options: StartOptions) => Promise<void>;

/** Starts the whole product on this machine and stays until it is told to end. */
export async function start(argv: string[], beforeStart?: BeforeStart): Promise<void> {
  const options = parseStartOptions(argv);
  if (options === null) {
    process.stdout.write(startHelp);
    return;
  }
  await clearTheWay(options);
  const memory = readStartMemory(options.state);
  const ports = await choosePorts({ ...options, memory });
  for (const note of ports.notes) say(note);
  const prepared = await prepare(options, { ports, beforeStart });
  const told = untilTold();
  const running = await run(options.state, { ports, since: prepared.since });
  say(describeStart({ ports, state: options.state }, prepared.signInToken));
  const wasTold = await Promise.race([
    told.then(() => true),
    running.worker.ended.then(() => false),
  ]);
  await running.demo.close();
  await running.worker.stop();
  if (!wasTold) {
    throw new CommandError(`The Worker ended by itself; see wrangler.log in ${options.state}.`);
  }
}

/** Ends what a killed start left behind, and makes room where a fresh start is wanted. */
async function clearTheWay({ state, fresh }: StartOptions): Promise<void> {
  const record = readWorkerRecord(state);
  if (record !== null && isStarterAlive(record)) {
    throw new CommandError(
      `Belowline already runs on ${state} (process ${record.starter}, port ${record.port}); stop it there, or give another --state.`,
    );
  }
  if (record !== null) {
    await endProcesses(() => workersOf(record).map(({ pid }) => pid));
    removeWorkerRecord(state);
  }
  if (fresh) wipeState(state);
  mkdirSync(state, { recursive: true });
}

async function prepare(
  options: StartOptions,
  { ports, beforeStart }: { ports: Ports; beforeStart: BeforeStart | undefined },
): Promise<PreparedDemo> {
  const { state } = options;
  ensureLocalSecret();
  say('Building …');
  // Imported here, so that --help and a bad argument answer without loading the bundlers.
  const { buildAssets } = await import('./build.ts');
  await buildAssets();
  const memory = readStartMemory(state);
  say(memory === null ? 'Filling the database …' : 'Opening the database …');
  const { env, close } = await openLocal(state);
  const place = {
    since: memory?.since ?? null,
    demoPort: ports.demo,
    workerOrigin: `http://localhost:${ports.worker}`,
  };
  const prepared = await prepareDemo(env, place)
    .then(async (demo) => {
      await beforeStart?.(env, options);
      return demo;
    })
    .finally(close);
  writeStartMemory(state, { since: prepared.since, worker: ports.worker, demo: ports.demo });
  return prepared;
}

type Running = { worker: WorkerProcess; demo: DemoServer };

async function run(
  state: string,
  { ports, since }: { ports: Ports; since: Date },
): Promise<Running> {
  say('Starting …');
  const worker = await startWorker(state, ports.worker);
  const edition = {
    ownOrigin: `http://127.0.0.1:${ports.demo}`,
    workerOrigin: `http://localhost:${ports.worker}`,
    since,
  };
  const demo = await serveDemo(ports.demo, edition).catch(async (error: unknown) => {
    await worker.stop();
    throw error;
  });
  return { worker, demo };
}

/** Ctrl-C, a service manager's stop, or a terminal that was closed. A second Ctrl-C kills. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // The library that opened the database exits on these at once and would leave the Worker.
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
  });
}

if (import.meta.main) await runCommand(start);
