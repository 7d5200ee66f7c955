import { freePort } from './free-port.ts';
import type { StartMemory } from './start-memory.ts';

export type Ports = { worker: number; demo: number; notes: string[] };

const USUAL = { worker: 8787, demo: 8788 };

type Wanted = { port: number | null; demoPort: number | null; memory: StartMemory | null };

/** The wanted ports, else the last start's, else the usual ones; the next free where one is taken. */
export async function choosePorts({ port, demoPort, memory }: Wanted): Promise<Ports> {
  const wantedWorker = port ?? memory?.worker ?? USUAL.worker;
  const wantedDemo = demoPort ?? memory?.demo ?? USUAL.demo;
  const worker = await freePort(wantedWorker, [wantedDemo]);
  const demo = await freePort(wantedDemo, [worker]);
  const notes: string[] = [];
  if (worker !== wantedWorker)
    notes.push(`Port ${wantedWorker} is taken, so the Worker is on ${worker}.`);
  if (demo !== wantedDemo)
    notes.push(`Port ${wantedDemo} is taken, so the newspapers are on ${demo}.`);
  if (memory !== null && demo !== memory.demo) {
    notes.push(
      `The newspapers had port ${memory.demo} before; an article's thread belongs to its address, so on ${demo} they begin empty.`,
    );
  }
  return { worker, demo, notes };
}
