import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../deps.ts';

/** More readers of one article than this get the quiet poll instead. */
const MOST = 20_000;

/**
 * One for each page: the connections of those who read it now. It sleeps between two messages, its
 * connections stay; a client's "ping" is answered without waking it. Nothing is stored: what is
 * true is in the database, and who misses a message reads the thread again.
 */
export class ThreadChannel extends DurableObject<Env> {
  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  override fetch(): Response {
    if (this.ctx.getWebSockets().length >= MOST) return new Response(null, { status: 503 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Tells everybody who is connected; answers how many they were. */
  announce(message: string): number {
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
