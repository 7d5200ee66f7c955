import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeLine } from '../../desk/live-line.ts';
import type { DeskMessage } from '../../src/contract/desk-live.ts';

/** What the browser would have, driven by the test. */
class FakeSocket {
  static all: FakeSocket[] = [];
  static readonly OPEN = 1;
  readyState = 0;
  sent: string[] = [];
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onclose = (_: { code: number }) => {};
  constructor(_address: string) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.readyState = 3;
  }
  opens() {
    this.readyState = 1;
    this.onopen();
  }
  breaks(code = 1006) {
    this.readyState = 3;
    this.onclose({ code });
  }
}

const sockets = FakeSocket.all;
const last = () => sockets.at(-1) ?? new FakeSocket('none');
let told: string[] = [];
let taken: DeskMessage[] = [];

const aLine = () =>
  makeLine('wss://desk.example/live', {
    take: (message) => taken.push(message),
    opened: () => told.push('opened'),
    lost: (why) => told.push(why),
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  sockets.length = 0;
  told = [];
  taken = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a connection that breaks', () => {
  test('is tried again after longer and longer pauses, a minute and a half at most', () => {
    aLine().open();
    const waits: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      const before = sockets.length;
      last().breaks();
      let waited = 0;
      while (sockets.length === before) {
        vi.advanceTimersByTime(100);
        waited += 100;
      }
      waits.push(waited);
    }
    expect(waits[0]).toBeGreaterThanOrEqual(1000);
    expect(waits[0]).toBeLessThanOrEqual(1600);
    expect(waits[3]).toBeGreaterThanOrEqual(8000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(90_100);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(60_000);
  });

  test('begins with short pauses again once it has been had', () => {
    aLine().open();
    for (let tries = 0; tries < 6; tries += 1) {
      last().breaks();
      vi.advanceTimersByTime(100_000);
    }
    last().opens();
    last().breaks();
    const before = sockets.length;
    vi.advanceTimersByTime(1600);
    expect(sockets.length).toBe(before + 1);
  });

  test('is tried at once when the network is back, and not twice', () => {
    const line = aLine();
    line.open();
    last().breaks();
    line.open();
    expect(sockets.length).toBe(2);
    vi.advanceTimersByTime(10_000);
    expect(sockets.length).toBe(2);
  });

  test('is not tried again where the session is over', () => {
    aLine().open();
    last().opens();
    last().breaks(4401);
    expect(told).toEqual(['opened', 'signed-out']);
    vi.advanceTimersByTime(10 * 60_000);
    expect(sockets.length).toBe(1);
  });

  test('is noticed although nobody says so: nothing is heard to two pings', () => {
    aLine().open();
    last().opens();
    vi.advanceTimersByTime(20_000);
    expect(last().sent).toEqual(['ping']);
    last().onmessage({ data: 'pong' });
    vi.advanceTimersByTime(40_000);
    expect(told).toEqual(['opened']);
    vi.advanceTimersByTime(20_000);
    expect(told).toEqual(['opened', 'broken']);
  });
});

test('a browser that forbids it is asked again after a pause, and nothing breaks', () => {
  const forbid = vi.fn(() => {
    throw new DOMException('no', 'SecurityError');
  });
  vi.stubGlobal('WebSocket', forbid);
  aLine().open();
  expect(told).toEqual(['broken']);
  vi.advanceTimersByTime(1600);
  expect(forbid).toHaveBeenCalledTimes(2);
});

test('what an old connection still says counts for nothing', () => {
  const line = aLine();
  line.open();
  const [old] = sockets;
  old?.opens();
  line.drop();
  line.open();
  old?.onmessage({ data: JSON.stringify({ type: 'left', id: 'x' }) });
  old?.breaks();
  expect(taken).toEqual([]);
  expect(sockets.length).toBe(2);
});

test('nothing is said before the connection stands, nor after it was closed', () => {
  const line = aLine();
  line.open();
  line.say({ open: null });
  last().opens();
  line.say({ open: { id: 'c1', site: 'planet' } });
  line.close();
  line.say({ open: null });
  expect(last().sent).toEqual(['{"open":{"id":"c1","site":"planet"}}']);
  vi.advanceTimersByTime(10 * 60_000);
  expect(sockets.length).toBe(1);
});
