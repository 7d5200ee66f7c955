import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a start tells the next one: when the demo's comments were written, and the ports. Threads
 * belong to addresses, so the newspapers should come back under the ones they had.
 */
export type StartMemory = { since: Date; worker: number; demo: number };

const fileOf = (state: string) => join(state, 'start.json');

/** null where nothing was started yet, or where the first start was cut short. */
export function readStartMemory(state: string): StartMemory | null {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(state), 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const since = new Date(String(Reflect.get(value, 'since')));
    const worker = Number(Reflect.get(value, 'worker'));
    const demo = Number(Reflect.get(value, 'demo'));
    const isWhole = Number.isInteger(worker) && Number.isInteger(demo);
    return isWhole && !Number.isNaN(since.getTime()) ? { since, worker, demo } : null;
  } catch {
    return null;
  }
}

export function writeStartMemory(state: string, memory: StartMemory): void {
  writeFileSync(fileOf(state), `${JSON.stringify(memory)}\n`);
}
