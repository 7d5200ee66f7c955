import { DurableObject } from 'cloudflare:workers';
import { type DeskChange, type DeskMessage, DeskSaid } from '../contract/desk-live.ts';
import type { Env } from '../deps.ts';
import { makeDeskLiveDeps } from '../desk-live-deps.ts';
import { CLAIM_MS, isTaken, type Listener, type Seated, seatFor } from '../domain/desk-seat.ts';
import { LISTENER } from './listener-header.ts';

/** More desks at once than any newsroom has; whoever comes then gets the quiet poll. */
const MOST = 1000;
/** Sessions are looked at again after this; a revoked one hears nothing for longer. In ms. */
const CHECK_MS = 60_000;

/** Of the storage's keys under which it stands who sits where. */
const PREFIX = 'listener ';

/** `since` is when it came, in ms since 1970. */
type Attached = Pick<Seated, 'seat' | 'alias' | 'claim'> & { since: number };

const VOUCHED_MS = 60 * 60_000;
/** A desk pings three times a minute, one in a window that nobody sees once. In ms. */
const SILENCE_MS = 180_000;

/** Codes of a close that the desk understands. */
const SIGNED_OUT = 4401;
const COME_AGAIN = 4408;

/**
 * One for the whole installation: the desks that are open now, whatever sites they see. It sleeps
 * between messages: the open card lies with the connection, who sits there in the storage, because
 * an admin's sites may be more than a connection can hold. What is true is in the database: this
 * tells that something changed, and who has which comment open.
 */
export class DeskChannel extends DurableObject<Env> {
  /** For tests, which have no minute to wait. */
  now = (): number => Date.now();

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  override fetch(request: Request): Response {
    const given = request.headers.get(LISTENER);
    if (given === null || this.#desks().length >= MOST) return new Response(null, { status: 503 });
    const listener: Listener = JSON.parse(decodeURIComponent(given));
    const { 0: client, 1: server } = new WebSocketPair();
    const others = this.#desks();
    this.ctx.acceptWebSocket(server);
    const alias = aliasOf(listener, others) ?? crypto.randomUUID();
    const seated: Seated = { seat: crypto.randomUUID(), alias, listener, claim: null };
    this.#seat(server, seated);
    const now = this.now();
    const seats = others.flatMap(([, other]) => seatFor(listener, { seated: other, now }) ?? []);
    tell(server, { type: 'here', seats });
    this.#show(seated);
    this.ctx.waitUntil(this.#wakeBy(now + CHECK_MS));
    return new Response(null, { status: 101, webSocket: client });
  }

  announce(changes: DeskChange[]): void {
    for (const [socket, { listener }] of this.#desks()) {
      const own = changes.filter(({ site }) => listener.sites.includes(site));
      if (own.length > 0) tell(socket, { type: 'changed', changes: own });
    }
  }

  async check(): Promise<void> {
    const asked = this.#desks().map(([, seated]) => seated);
    const seats = asked.map(({ seat }) => seat);
    this.#forgetLost(seats);
    if (asked.length === 0) return;
    const standing = await makeDeskLiveDeps(this.env).listeners(asked, new Date(this.now()));
    // Anew: some may have left, or opened another card, while the database was asked.
    for (const [socket, seated] of this.#desks()) {
      if (!seats.includes(seated.seat)) continue;
      const listener = standing.get(seated.seat);
      if (listener === undefined) this.#leave(socket, SIGNED_OUT);
      else if (this.#isOver(socket, listener)) this.#leave(socket, COME_AGAIN);
      else this.#seat(socket, { ...seated, listener });
    }
  }

  override async alarm(): Promise<void> {
    this.#dropOldClaims();
    // A database that is away is no reason to end anything; the next minute looks again.
    await this.check().catch((error) => console.error('desk channel', error));
    const untils = this.#desks().flatMap(([, { claim }]) => claim?.until ?? []);
    if (this.#desks().length > 0) await this.#wakeBy(Math.min(this.now() + CHECK_MS, ...untils));
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const seated = this.#seatedAt(socket);
    const said = DeskSaid.safeParse(readJson(message));
    if (seated === null || !said.success) {
      socket.close(1008, 'This is nothing that a desk says.');
      return;
    }
    const { open } = said.data;
    if (open !== null && !seated.listener.sites.includes(open.site)) return;
    const until = this.now() + CLAIM_MS;
    const claim = open === null ? null : { ...open, until };
    const next: Seated = { ...seated, claim };
    this.#seat(socket, next);
    if (claim !== null) await this.#wakeBy(until);
    if (claim?.id === seated.claim?.id) return;
    this.#show(next);
    const others = this.#desks().flatMap(([other, at]) => (other === socket ? [] : at));
    const by = seated.listener;
    if (claim !== null && isTaken(claim, { by, others, now: this.now() })) {
      tell(socket, { type: 'taken', comment: claim.id });
    }
  }

  override webSocketClose(socket: WebSocket): void {
    this.#leave(socket, 1000);
  }

  override webSocketError(socket: WebSocket): void {
    this.#leave(socket, 1011);
  }

  /** The desks that are open. One that was told to leave may still be on its way out. */
  #desks(): [WebSocket, Seated][] {
    return this.ctx.getWebSockets().flatMap((socket) => {
      const seated = this.#seatedAt(socket);
      return seated === null ? [] : [[socket, seated]];
    });
  }

  /** Tells all others of a desk that came or has another comment open. */
  #show(seated: Seated): void {
    const now = this.now();
    for (const [socket, other] of this.#desks()) {
      if (other.seat === seated.seat) continue;
      const seat = seatFor(other.listener, { seated, now });
      if (seat !== null) tell(socket, { type: 'seat', seat });
    }
  }

  #leave(socket: WebSocket, code: number): void {
    const seated = this.#seatedAt(socket);
    socket.serializeAttachment(null);
    socket.close(code);
    if (seated === null) return;
    this.ctx.storage.kv.delete(PREFIX + seated.seat);
    for (const [other, { listener }] of this.#desks()) {
      const known = seatFor(listener, { seated, now: this.now() }) !== null;
      if (known) tell(other, { type: 'left', id: seated.seat });
    }
  }

  #dropOldClaims(): void {
    const now = this.now();
    for (const [socket, seated] of this.#desks()) {
      if (seated.claim === null || seated.claim.until > now) continue;
      const next = { ...seated, claim: null };
      this.#seat(socket, next);
      this.#show(next);
    }
  }

  #seat(socket: WebSocket, { seat, alias, listener, claim }: Seated): void {
    const before: Attached | null = socket.deserializeAttachment();
    const attached: Attached = { seat, alias, claim, since: before?.since ?? this.now() };
    socket.serializeAttachment(attached);
    this.ctx.storage.kv.put(PREFIX + seat, listener);
  }

  #seatedAt(socket: WebSocket): Seated | null {
    const attached: Attached | null = socket.deserializeAttachment();
    if (attached === null) return null;
    const listener = this.ctx.storage.kv.get<Listener>(PREFIX + attached.seat);
    const { seat, claim } = attached;
    // One that was connected before there were aliases has none.
    const alias = attached.alias ?? seat;
    return listener === undefined ? null : { seat, alias, claim, listener };
  }

  /**
   * Its line is dead, and nobody has said so; or it came without a session of ours an hour ago, and
   * whoever vouches for it must do so again.
   */
  #isOver(socket: WebSocket, { sessionId }: Listener): boolean {
    const attached: Attached | null = socket.deserializeAttachment();
    if (sessionId === '' && this.now() - (attached?.since ?? 0) > VOUCHED_MS) return true;
    const heard = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
    return this.now() - Math.max(heard, attached?.since ?? 0) > SILENCE_MS;
  }

  /** Those whose connection ended without a word, as when a new version was deployed. */
  #forgetLost(seats: string[]): void {
    const known = new Set(seats.map((seat) => PREFIX + seat));
    const { kv } = this.ctx.storage;
    const lost = [...kv.list({ prefix: PREFIX })].filter(([key]) => !known.has(key));
    for (const [key] of lost) kv.delete(key);
  }

  async #wakeBy(at: number): Promise<void> {
    const alarm = await this.ctx.storage.getAlarm();
    if (alarm === null || alarm > at) await this.ctx.storage.setAlarm(at);
  }
}

/** As in another window of the same person; none where this is their first. */
function aliasOf({ personId }: Listener, others: [WebSocket, Seated][]): string | undefined {
  return others.find(([, { listener }]) => listener.personId === personId)?.[1].alias;
}

function tell(socket: WebSocket, message: DeskMessage): void {
  try {
    socket.send(JSON.stringify(message));
  } catch {
    // It is closing; its desk comes back and asks for what it missed.
  }
}

function readJson(message: string | ArrayBuffer): unknown {
  if (typeof message !== 'string' || message.length > 1000) return null;
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
