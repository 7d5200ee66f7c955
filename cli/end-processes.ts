import { setTimeout as pause } from 'node:timers/promises';

/** How long a process may take to end by itself before it is killed, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Asks the processes to end, kills what is left, and returns once none is there. `stillThere`
 * is asked again each time: a pid may meanwhile belong to somebody else.
 */
export async function endProcesses(stillThere: () => number[]): Promise<void> {
  signal(stillThere(), 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (stillThere().length > 0) {
    if (Date.now() > deadline) signal(stillThere(), 'SIGKILL');
    await pause(50);
  }
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Gone already.
    }
  }
}
