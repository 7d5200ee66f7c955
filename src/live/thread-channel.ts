import { DurableObject } from 'cloudflare:workers';
import type { LiveMessage } from '../contract/live.ts';
import type { Env } from '../deps.ts';
import { READER } from './reader-header.ts';

/** More readers of one article than this get the quiet poll instead. */
const MOST = 20_000;
/** So many from one address: an office behind one has enough, a script does not take all. */
const MOST_OF_ADDRESS = 50;
/** No copy of a page that readers get is older than this, in ms; see README, "Caching". */
const OLDEST_COPY_MS = 15_000;
const MOST_RECENT = 100;

/**
 * One for each page: the connections of those who read it now. It sleeps between two messages, its
 * connections stay; a client's "ping" is answered without waking it. Nothing is stored: what is
 * true is in the database, and who misses a message reads the thread again.
 */
export class ThreadChannel extends DurableObject<Env> {
  /**
   * The last that was told of each comment; what is gone leaves no text behind. In memory alone: it
   * sleeps after some ten seconds.
   */
  private recent = new Map<string, { at: number; message: LiveMessage }>();

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  override fetch(request: Request): Response {
    if (this.ctx.getWebSockets().length >= MOST) return new Response(null, { status: 503 });
    const from = request.headers.get(READER);
    if (from !== null && this.ctx.getWebSockets(from).length >= MOST_OF_ADDRESS) {
      return new Response(null, { status: 429 });
    }
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, from === null ? [] : [from]);
    this.tellSince(server, new URL(request.url).searchParams.get('since'));
    return new Response(null, { status: 101, webSocket: client });
  }

  /** What came after the copy that this reader has was made, and before they were here. */
  private tellSince(socket: WebSocket, formTime: string | null): void {
    const since = Number.parseInt(formTime ?? '', 36);
    const oldest = Date.now() - OLDEST_COPY_MS;
    const missed = [...this.recent.values()].filter(({ at }) => at >= Math.max(since, oldest));
    if (missed.length > 0) socket.send(JSON.stringify(missed.map(({ message }) => message)));
  }

  private remember(messages: LiveMessage[]): void {
    const at = Date.now();
    for (const message of messages) {
      const about = aboutOf(message);
      const known = this.recent.get(about)?.message.version ?? 0;
      if (message.version < known) continue;
      // Set anew, so that the map is in the order of telling.
      this.recent.delete(about);
      this.recent.set(about, { at, message });
    }
    const [...all] = this.recent;
    this.recent = new Map(
      all.filter(([, told]) => told.at > at - OLDEST_COPY_MS).slice(-MOST_RECENT),
    );
  }

  /** Tells everybody who is connected; answers how many they were. */
  announce(messages: LiveMessage[]): number {
    this.remember(messages);
    const message = JSON.stringify(messages);
    const sockets = this.ctx.getWebSockets();
    for (const socket of sockets) {
      try {
        socket.send(message);
      } catch {
        // It is closing; its reader comes back and reads what was missed.
      }
    }
    return sockets.length;
  }

  /** The thread is found under another page now: whoever reads it comes again, and finds it there. */
  dismiss(): void {
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.close(1012, 'The thread has moved.');
      } catch {
        // It is closing already.
      }
    }
  }

  /** Clients have nothing to say. */
  override webSocketMessage(socket: WebSocket): void {
    socket.close(1008, 'This connection only tells.');
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }
}

function aboutOf(message: LiveMessage): string {
  if (message.type === 'thread') return 'thread';
  return message.type === 'gone' ? message.id : message.comment.id;
}
