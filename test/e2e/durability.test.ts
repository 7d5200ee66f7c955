import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../../cli/free-port.ts';

const root = join(import.meta.dirname, '../..');
/** Fewer than a thread has in a flood, in which comments are held and counted by nobody. */
const POSTS = 72;

type Product = { process: ChildProcess; worker: string; paper: string };

/** Starts a product of the test's own; answers when it has printed where it is. */
async function startProduct(at: {
  state: string;
  port: number;
  demoPort: number;
}): Promise<Product> {
  const args = [
    'cli/start.ts',
    '--state',
    at.state,
    '--port',
    `${at.port}`,
    '--demo-port',
    `${at.demoPort}`,
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('Ctrl-C')) resolve();
    });
  });
  expect(output).toContain('Ctrl-C');
  return {
    process: child,
    worker: `http://localhost:${at.port}`,
    paper: `http://127.0.0.1:${at.demoPort}`,
  };
}

/** Every process of the product at once, so that none can say goodbye. */
function killAll(product: Product, state: string): void {
  const { group } = JSON.parse(readFileSync(join(state, 'running.json'), 'utf8'));
  for (const pid of [product.process.pid, -group]) {
    try {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone, which is what was wanted.
    }
  }
}

/** A few at a time, so that some are answered, some are running and some have yet to come. */
async function sendAll(send: (i: number) => Promise<void>): Promise<PromiseSettledResult<void>[]> {
  const waiting = Array.from({ length: POSTS }, (_, i) => i);
  const sent = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const results: PromiseSettledResult<void>[] = [];
      for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) {
        results.push(...(await Promise.allSettled([send(i)])));
      }
      return results;
    }),
  );
  return sent.flat();
}

test('what was answered 201 is there exactly once after the power failed', async () => {
  test.skip(test.info().project.name !== 'desktop', 'needs no browser, so one project is enough');
  test.setTimeout(180_000);
  const state = mkdtempSync(join(tmpdir(), 'belowline-durability-'));
  const port = await freePort(8951);
  const ports = { port, demoPort: await freePort(port + 1) };
  let product = await startProduct({ state, ...ports });
  const url = `${product.paper}/daily-planet/power-cut`;
  const stored: string[] = [];
  const refused: string[] = [];
  const send = async (i: number) => {
    const body = { site: 'daily-planet', url, name: `Reader ${i}`, body: `Comment number ${i}.` };
    const response = await fetch(`${product.worker}/api/v1/comments`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `power-cut-${i}`,
        'cf-connecting-ip': `10.1.0.${i}`,
      },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) {
      refused.push(`${response.status} ${await response.text()}`);
      return;
    }
    stored.push((await response.json()).comment.id);
    // In the middle of the rush the lights go out.
    if (stored.length === POSTS / 4) killAll(product, state);
  };
  const sent = await sendAll(send);
  expect(sent.some(({ status }) => status === 'rejected')).toBe(true);
  expect(stored.length).toBeGreaterThanOrEqual(POSTS / 4);
  expect(stored.length).toBeLessThan(POSTS);

  product = await startProduct({ state, ...ports });
  try {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({
        site: 'daily-planet',
        url,
        limit: '100',
        ...(cursor && { cursor }),
      });
      const page = await (await fetch(`${product.worker}/api/v1/thread?${query}`)).json();
      found.push(...page.comments.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(stored.filter((id) => !found.includes(id))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
    // Whoever got no answer sends again, and it is stored once.
    expect((await sendAll(send)).filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(refused).toEqual([]);
    const query = new URLSearchParams({ site: 'daily-planet', url });
    const { thread } = await (await fetch(`${product.worker}/api/v1/thread?${query}`)).json();
    expect(thread.count).toBe(POSTS);
  } finally {
    product.process.kill('SIGTERM');
    await new Promise((resolve) => product.process.once('exit', resolve));
    rmSync(state, { recursive: true, force: true });
  }
});
