import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningProcess, runningProcesses } from './running-processes.ts';

/**
 * Which processes serve a state folder, written beside the data. Killing `npm start` outright
 * leaves the runtime alive, holding the port and the database; the next start finds it here.
 */
export type WorkerRecord = { starter: number; group: number; port: number };

const fileOf = (state: string) => join(state, 'running.json');

export function writeWorkerRecord(state: string, record: WorkerRecord): void {
  writeFileSync(fileOf(state), `${JSON.stringify(record)}\n`);
}

export function removeWorkerRecord(state: string): void {
  rmSync(fileOf(state), { force: true });
}

/** What the last start wrote; null when it ended cleanly or the file cannot be understood. */
export function readWorkerRecord(state: string): WorkerRecord | null {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(state), 'utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is WorkerRecord {
  if (typeof value !== 'object' || value === null) return false;
  return ['starter', 'group', 'port'].every(
    (key) => Number.isSafeInteger(Reflect.get(value, key)) && Reflect.get(value, key) > 1,
  );
}

/** Whether the `npm start` that wrote the record still lives. Its pid alone proves nothing. */
export function isStarterAlive(record: WorkerRecord, processes = runningProcesses()): boolean {
  return processes.some(
    ({ pid, command }) => pid === record.starter && /\b(start|product)\.ts\b/.test(command),
  );
}

/** The runtime's processes of that start: same process group, and by their command line ours. */
export function workersOf(record: WorkerRecord, processes = runningProcesses()): RunningProcess[] {
  const ours = /node_modules\/(?:wrangler|@cloudflare\/workerd-[\w-]+|workerd)\//;
  return processes.filter(({ group, command }) => group === record.group && ours.test(command));
}
