import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endProcesses } from '../../../cli/end-processes.ts';
import { freePort } from '../../../cli/free-port.ts';
import { choosePorts } from '../../../cli/ports.ts';
import { runningProcesses } from '../../../cli/running-processes.ts';
import { readStartMemory, writeStartMemory } from '../../../cli/start-memory.ts';
import { wipeState } from '../../../cli/wipe-state.ts';
import {
  isStarterAlive,
  readWorkerRecord,
  workersOf,
  writeWorkerRecord,
} from '../../../cli/worker-record.ts';

const record = { starter: 100, group: 200, port: 8787 };
const workerd = '/p/node_modules/@cloudflare/workerd-linux-64/bin/workerd serve --binary';

describe('what a killed start left behind', () => {
  it('is its process group, as far as the command lines are the runtime’s', () => {
    const found = workersOf(record, [
      { pid: 200, group: 200, command: 'node /p/node_modules/wrangler/wrangler-dist/cli.js dev' },
      { pid: 201, group: 200, command: workerd },
      { pid: 202, group: 200, command: 'vim notes.txt' },
      { pid: 203, group: 999, command: workerd },
    ]);
    expect(found.map(({ pid }) => pid)).toEqual([200, 201]);
  });

  it('is no longer there when its number belongs to somebody else', () => {
    expect(workersOf(record, [{ pid: 200, group: 200, command: 'postgres -D data' }])).toEqual([]);
    expect(isStarterAlive(record, [{ pid: 100, group: 100, command: 'bash' }])).toBe(false);
  });

  it('is a running start while that process lives', () => {
    const command = '/p/node_modules/.bin/node cli/start.ts --port 8787';
    expect(isStarterAlive(record, [{ pid: 100, group: 100, command }])).toBe(true);
  });

  it('ends even where it does not listen to a request to end', async () => {
    const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')`;
    const child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    await endProcesses(() => {
      const all = runningProcesses().filter(({ pid }) => pid === child.pid);
      return all.map(({ pid }) => pid);
    });
    expect((await ended)[1]).toBe('SIGKILL');
  }, 20_000);
});

describe('what a start remembers', () => {
  let state: string;
  beforeEach(() => {
    state = mkdtempSync(join(tmpdir(), 'belowline-state-'));
  });
  afterEach(() => rmSync(state, { recursive: true }));

  it('is read again as it was written', () => {
    writeWorkerRecord(state, record);
    expect(readWorkerRecord(state)).toEqual(record);
    const memory = { since: new Date('2026-11-01T08:00:00Z'), worker: 8787, demo: 8788 };
    writeStartMemory(state, memory);
    expect(readStartMemory(state)).toEqual(memory);
  });

  it.each(['', '{', 'null', '[]', '{"starter":"1"}', '{"starter":0,"group":1,"port":1}'])(
    'is nothing where the file says %s',
    (text) => {
      writeFileSync(join(state, 'running.json'), text);
      writeFileSync(join(state, 'start.json'), text);
      expect(readWorkerRecord(state)).toBeNull();
      expect(readStartMemory(state)).toBeNull();
    },
  );
});

describe('a port that somebody listens on', () => {
  it('is passed over, and the start says so', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const taken = typeof address === 'object' ? (address?.port ?? 0) : 0;
    try {
      expect(await freePort(taken)).toBeGreaterThan(taken);
      const ports = await choosePorts({ port: taken, demoPort: null, memory: null });
      expect(ports.worker).not.toBe(taken);
      expect(ports.notes[0]).toContain(`Port ${taken} is taken`);
    } finally {
      server.close();
    }
  });
});

describe('a fresh start', () => {
  it('throws away its own data and nothing else in the folder', () => {
    const state = mkdtempSync(join(tmpdir(), 'belowline-state-'));
    for (const name of ['start.json', 'wrangler.log', 'novel.txt']) {
      writeFileSync(join(state, name), 'text');
    }
    wipeState(state);
    expect(readdirSync(state)).toEqual(['novel.txt']);
    rmSync(state, { recursive: true });
  });
});
