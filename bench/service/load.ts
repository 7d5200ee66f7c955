import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export type Load = { requests: number; seconds: number };

export type LoadAsk = {
  to: URL;
  /** The next request, whole, as it goes over the wire. */
  next: () => string;
  status: number;
  connections: number;
  ms: number;
};

/**
 * Keeps so many connections busy, each with its next request as soon as it is answered. An answer
 * with another status ends it: what is refused costs little and would look fast.
 */
export async function load(ask: LoadAsk): Promise<Load> {
  const start = performance.now();
  const until = start + ask.ms;
  const all = Array.from({ length: ask.connections }, () => keepBusy(ask, until));
  const counts = await Promise.all(all);
  const seconds = (performance.now() - start) / 1000;
  return { requests: counts.reduce((sum, count) => sum + count, 0), seconds };
}

/** A request without a body. */
export function get(to: URL, path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: ${to.host}\r\n\r\n`;
}

/** A JSON post, from this address, with a key of its own as the widget sends one. */
export function post(to: URL, { path, json, from }: { path: string; json: unknown; from: string }) {
  const body = JSON.stringify(json);
  return `POST ${path} HTTP/1.1\r\nhost: ${to.host}\r\ncontent-type: application/json\r\nidempotency-key: ${randomUUID()}\r\ncf-connecting-ip: ${from}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** The body of the answer to one request. */
export async function askOnce(to: URL, { request, status }: { request: string; status: number }) {
  const socket = await open(to);
  try {
    return await exchange(socket, { request, status });
  } finally {
    socket.destroy();
  }
}

async function keepBusy(ask: LoadAsk, until: number): Promise<number> {
  const socket = await open(ask.to);
  let count = 0;
  try {
    while (performance.now() < until) {
      await exchange(socket, { request: ask.next(), status: ask.status });
      count += 1;
    }
  } finally {
    socket.destroy();
  }
  return count;
}

function open(to: URL): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ host: to.hostname, port: Number(to.port), noDelay: true });
    socket.once('connect', () => done(socket));
    socket.once('error', fail);
  });
}

function exchange(
  socket: Socket,
  { request, status }: { request: string; status: number },
): Promise<string> {
  return new Promise((done, fail) => {
    let answer = '';
    const end = (error: Error | null) => {
      socket.off('data', hear).off('close', close);
      if (error === null) done(answer.slice(answer.indexOf('\r\n\r\n') + 4));
      else fail(error);
    };
    const close = () => end(new Error('The connection was closed before the answer was there.'));
    const hear = (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (!isWhole(answer)) return;
      const isRight = answer.startsWith(`HTTP/1.1 ${status} `);
      end(isRight ? null : new Error(`Not ${status}: ${answer.slice(0, 800)}`));
    };
    socket.on('data', hear).on('close', close);
    socket.write(request);
  });
}

/** Read as latin1, so that a letter is a byte. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  if (length !== undefined) return answer.length >= head + 4 + Number(length);
  return answer.endsWith('\r\n0\r\n\r\n');
}
