import type { LiveMessage } from '../src/contract/live.ts';
import type { View } from './view.ts';

const SHORTEST_MS = 1000;
const LONGEST_MS = 60_000;
/** A line that is dead without saying so is noticed within two of these. */
const PING_MS = 45_000;
/** After so many tries in a row that came to nothing, a quiet poll does. */
const PATIENCE = 3;

type Ears = { take: (messages: LiveMessage[]) => void; catchUp: () => Promise<void> };

/**
 * Listens while the page can be seen. After every gap it catches up; where no connection can be
 * had (a proxy, a policy of the page) it reads the thread once a minute instead.
 */
export function connect(view: View, { take, catchUp }: Ears): void {
  const { signal, place } = view;
  let socket: WebSocket | null = null;
  let failures = 0;
  let timer = 0;
  let pings = 0;
  let isForbidden = false;
  const query = new URLSearchParams({ site: place.site, since: view.form.time });
  if (place.key) query.set('key', place.key);
  else query.set('url', place.url ?? '');
  const address = `${place.api.replace(/^http/, 'ws')}/api/v1/live?${query}`;
  const isSeen = (): boolean => !signal.aborted && document.visibilityState === 'visible';

  function open(): void {
    if (socket || !isSeen()) return;
    clearTimeout(timer);
    let heard = Date.now();
    const mine = isForbidden ? null : openSocket(address);
    if (mine === null) {
      failures++;
      again();
      return;
    }
    socket = mine;
    mine.onopen = () => {
      if (failures > 0) void catchUp();
      failures = 0;
    };
    mine.onmessage = ({ data }) => {
      heard = Date.now();
      if (data !== 'pong') take(JSON.parse(data));
    };
    mine.onclose = () => lost(mine);
    pings = setInterval(() => {
      if (Date.now() - heard > 2 * PING_MS) mine.close();
      else if (mine.readyState === WebSocket.OPEN) mine.send('ping');
    }, PING_MS);
  }

  function lost(line: WebSocket | null): void {
    if (line === null || socket !== line) return;
    clearInterval(pings);
    socket = null;
    failures++;
    again();
  }

  function again(): void {
    if (!isSeen()) return;
    if (failures >= PATIENCE) void catchUp();
    const wait = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** failures);
    clearTimeout(timer);
    timer = setTimeout(open, failures >= PATIENCE ? LONGEST_MS : wait * (1 + Math.random() / 2));
  }

  function leave(): void {
    const left = socket;
    socket = null;
    clearTimeout(timer);
    clearInterval(pings);
    left?.close();
  }

  // A page whose policy forbids it is not asked twice: browsers log every try.
  const obey = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    if (!blockedURI || !address.startsWith(blockedURI)) return;
    isForbidden = true;
    // Chromium tells of this, and never that the connection has closed.
    lost(socket);
  };
  const look = (): void => {
    if (!isSeen()) {
      leave();
      return;
    }
    // Whatever came while nobody looked.
    failures = Math.max(1, failures);
    open();
  };
  document.addEventListener('securitypolicyviolation', obey, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('online', look, { signal });
  signal.addEventListener('abort', leave);
  open();
}

/** null where the page's policy forbids it. */
function openSocket(address: string): WebSocket | null {
  try {
    return new WebSocket(address);
  } catch {
    return null;
  }
}
