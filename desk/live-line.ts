import type { DeskMessage, DeskSaid } from '../src/contract/desk-live.ts';

const SHORTEST = 1000;
const LONGEST = 60_000;
/** A line that is dead without saying so is noticed within two of these. All in ms. */
const PING = 20_000;
/** What the service closes with when the session is over. */
const SIGNED_OUT = 4401;

/** What the line tells of itself. */
export type Ears = {
  take(message: DeskMessage): void;
  opened(): void;
  /** `signed-out` when the service has ended it; it is not tried again by itself then. */
  lost(why: 'broken' | 'signed-out'): void;
};

export type Line = {
  /** Tries at once where nothing is open: after a sign-in, or when the network is back. */
  open(): void;
  close(): void;
  /** The network says that it is gone: no need to wait until that is noticed. */
  drop(): void;
  say(said: DeskSaid): void;
};

/** One connection for as long as it is wanted, tried again after longer and longer pauses. */
export function makeLine(address: string, ears: Ears): Line {
  let socket: WebSocket | null = null;
  let failures = 0;
  let retry = 0;
  let pings = 0;

  function open(): void {
    clearTimeout(retry);
    if (socket !== null) return;
    const mine = openSocket(address);
    if (mine === null) {
      lost('broken');
      return;
    }
    socket = mine;
    let heard = Date.now();
    mine.onopen = () => {
      if (socket !== mine) return;
      failures = 0;
      ears.opened();
    };
    mine.onmessage = ({ data }) => {
      if (socket !== mine) return;
      heard = Date.now();
      if (data !== 'pong') ears.take(JSON.parse(data));
    };
    mine.onclose = ({ code }) => {
      if (socket === mine) lost(code === SIGNED_OUT ? 'signed-out' : 'broken');
    };
    pings = window.setInterval(() => {
      if (Date.now() - heard > 2 * PING) lost('broken');
      else if (mine.readyState === WebSocket.OPEN) mine.send('ping');
    }, PING);
  }

  function lost(why: 'broken' | 'signed-out'): void {
    close();
    ears.lost(why);
    if (why === 'signed-out') return;
    const wait = Math.min(LONGEST, SHORTEST * 2 ** failures) * (1 + Math.random() / 2);
    failures++;
    retry = window.setTimeout(open, wait);
  }

  function close(): void {
    const left = socket;
    socket = null;
    clearInterval(pings);
    clearTimeout(retry);
    left?.close();
  }

  return {
    open,
    close,
    drop: () => {
      if (socket !== null) lost('broken');
    },
    say: (said) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(said));
    },
  };
}

/** null where a browser takes the page's policy to forbid it: some do not count ws: as 'self'. */
function openSocket(address: string): WebSocket | null {
  try {
    return new WebSocket(address);
  } catch {
    return null;
  }
}
