import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Act,
  type DecidedStatus,
  decide,
  emptyFlow,
  type Flow,
  markSent,
  nextToSend,
  retry,
  step,
  undo,
} from '../../desk/decision-flow.ts';
import { type ActAnswer, answered, failed } from '../../desk/flow-answers.ts';
import { append, restore, show } from '../../desk/flow-stream.ts';
import { applyAct, numbersNow } from '../../desk/queue-numbers.ts';
import { takeBack } from '../../desk/standing-decision.ts';
import type { QueueItem } from '../../src/contract/desk.ts';
import { queueItem } from './queue-item.ts';

/** The service in a few lines: versions, a log, nobody overwritten. */
class Service {
  items = new Map<string, QueueItem>();
  /** Kept for ever: what was taken back is marked, and a second undo of it is a conflict. */
  log: { id: string; commentId: string; from: QueueItem; stands: boolean }[] = [];

  constructor(items: QueueItem[]) {
    for (const item of items) this.items.set(item.id, item);
  }

  answer(act: Act): ActAnswer {
    return act.kind === 'decide' ? this.decide(act) : this.undo(act);
  }

  private decide(act: Extract<Act, { kind: 'decide' }>): ActAnswer {
    const item = this.items.get(act.item.id);
    if (item === undefined) throw new Error('unknown comment');
    if (item.version !== act.item.version) return conflict(act.key, item);
    const status = act.to;
    const next = { ...item, status, reviewed: true, version: item.version + 1 };
    return this.write(act.key, { from: item, next, undoes: null });
  }

  private undo(act: Extract<Act, { kind: 'undo' }>): ActAnswer {
    const entry = this.log.find((one) => one.id === act.past.decisionId);
    const item = this.items.get(act.item.id);
    if (entry === undefined || item === undefined) throw new Error('unknown decision');
    const last = this.log.findLast((one) => one.commentId === item.id && one.stands);
    if (last !== entry) return conflict(act.key, item);
    const { status, reviewed } = entry.from;
    const next = { ...item, status, reviewed, version: item.version + 1 };
    entry.stands = false;
    return this.write(act.key, { from: item, next, undoes: entry.id });
  }

  private write(
    key: number,
    made: { from: QueueItem; next: QueueItem; undoes: string | null },
  ): ActAnswer {
    const id = this.keep(made);
    const { version, status, id: commentId } = made.next;
    const result = { commentId, result: 'done' as const, decisionId: id, version, status };
    return { key, item: made.undoes === null ? null : (this.items.get(commentId) ?? null), result };
  }

  /** The comment as it stands now, with the log on its card. */
  keep(made: { from: QueueItem; next: QueueItem; undoes: string | null; by?: string }): string {
    const { from, next, undoes, by = 'Me' } = made;
    const id = `d${this.log.length}-${next.version}-${next.id}`;
    const at = new Date(1_772_000_000_000 + this.log.length).toISOString();
    const said = { id, commentId: next.id, by, at, from: from.status, to: next.status };
    const decisions = [...from.decisions, { ...said, reason: null, undoes }];
    this.items.set(next.id, { ...next, decisions });
    this.log.push({ id, commentId: next.id, from, stands: undoes === null });
    return id;
  }
}

function conflict(key: number, item: QueueItem): ActAnswer {
  const { version, status } = item;
  const message = `Already decided: ${status}`;
  return {
    key,
    item,
    result: { commentId: item.id, result: 'conflict', message, version, status, item },
  };
}

type Move =
  | { do: 'decide'; at: number; to: DecidedStatus }
  | { do: 'undo' }
  | { do: 'retry'; at: number }
  | { do: 'send'; how: 'answered' | 'lost' | 'never arrived' | 'signed out' }
  | { do: 'colleague'; at: number; to: DecidedStatus }
  | { do: 'looked at'; ids: string[] }
  | { do: 'step'; by: 1 | -1 }
  | { do: 'late page' }
  | { do: 'look at all' }
  | { do: 'take back'; at: number }
  | { do: 'reload' };

const IDS = ['a', 'b', 'c', 'd'];
const at = fc.nat(IDS.length - 1);
const to = fc.constantFrom<DecidedStatus>('published', 'rejected', 'spam', 'held');
const calm: fc.Arbitrary<Move>[] = [
  fc.record({ do: fc.constant('decide' as const), at, to }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('send' as const), how: fc.constant('answered' as const) }),
  fc.record({ do: fc.constant('late page' as const) }),
];
const rough: fc.Arbitrary<Move>[] = [
  ...calm,
  fc.record({ do: fc.constant('retry' as const), at }),
  fc.record({ do: fc.constant('colleague' as const), at, to }),
  fc.record({ do: fc.constant('reload' as const) }),
  fc.record({ do: fc.constant('look at all' as const) }),
  fc.record({ do: fc.constant('take back' as const), at }),
  fc.record({ do: fc.constant('looked at' as const), ids: fc.subarray(IDS) }),
  fc.record({ do: fc.constant('step' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({
    do: fc.constant('send' as const),
    how: fc.constantFrom('lost' as const, 'never arrived' as const, 'signed out' as const),
  }),
];

type World = { flow: Flow; service: Service; wanted: Map<string, DecidedStatus | null> };

function newWorld(): World {
  const items = IDS.map((id) => queueItem(id));
  return {
    flow: show(emptyFlow, items),
    service: new Service(items),
    wanted: new Map(IDS.map((id) => [id, null])),
  };
}

function play(world: World, move: Move): void {
  const { service } = world;
  switch (move.do) {
    case 'decide': {
      const id = IDS[move.at] ?? '';
      world.flow = decide(world.flow, { id, to: move.to });
      return;
    }
    case 'undo':
      world.flow = undo(world.flow);
      return;
    case 'retry':
      world.flow = retry(world.flow, IDS[move.at] ?? '');
      return;
    case 'send':
      world.flow = send(world.flow, { service, how: move.how });
      return;
    case 'colleague': {
      const item = service.items.get(IDS[move.at] ?? '');
      if (item === undefined) return;
      const next = { ...item, status: move.to, reviewed: true, version: item.version + 1 };
      service.keep({ from: item, next, undoes: null, by: 'A colleague' });
      return;
    }
    case 'look at all':
      world.flow = show(world.flow, [...service.items.values()]);
      return;
    case 'take back':
      world.flow = takeBack(world.flow, IDS[move.at] ?? '');
      return;
    case 'looked at':
      world.flow = { ...world.flow, taken: new Set(move.ids) };
      return;
    case 'step':
      world.flow = step(world.flow, move.by);
      return;
    case 'late page':
      // A page that was read before anything was decided.
      world.flow = append(
        world.flow,
        IDS.map((id) => queueItem(id)),
      );
      return;
    case 'reload': {
      const { acts } = world.flow;
      world.flow = show(restore(emptyFlow, acts), heldNow(service));
    }
  }
}

function send(flow: Flow, given: { service: Service; how: string }): Flow {
  const next = nextToSend(flow);
  if (next === null) return flow;
  const acts = Array.isArray(next) ? next : [next];
  const keys = acts.map((act) => act.key);
  const under = markSent(flow, { keys, sent: true });
  if (given.how === 'signed out') return markSent(under, { keys, sent: false });
  if (given.how === 'never arrived') return failAll(under, keys);
  const answers = acts.map((act) => given.service.answer(act));
  return given.how === 'lost' ? failAll(under, keys) : answers.reduce(answered, under);
}

function failAll(flow: Flow, keys: number[]): Flow {
  return keys.reduce((next, key) => failed(next, { key, message: 'No connection.' }), flow);
}

function heldNow(service: Service): QueueItem[] {
  return [...service.items.values()].filter((item) => item.status === 'held');
}

function drain(world: World): void {
  for (let turn = 0; world.flow.acts.length > 0; turn++) {
    if (turn > 200) throw new Error('the flow never comes to rest');
    play(world, { do: 'send', how: 'answered' });
  }
}

/** Visible at most once, and never visible while a decision about it waits. */
function checkPlaces(flow: Flow): void {
  const shown = flow.cards.map((card) => card.item.id);
  expect(new Set(shown).size).toBe(shown.length);
  for (const id of IDS) {
    const last = flow.acts.findLast((act) => act.item.id === id);
    if (last?.kind === 'decide') expect(shown).not.toContain(id);
  }
  if (shown.length > 0) expect(shown).toContain(flow.current);
  else expect(flow.current).toBeNull();
}

test('no interleaving shows a card twice, and every comment is visible or decided in the end', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...rough), { maxLength: 40 }), (moves) => {
      const world = newWorld();
      for (const move of moves) {
        play(world, move);
        checkPlaces(world.flow);
      }
      drain(world);
      checkPlaces(world.flow);
      const shown = new Set(world.flow.cards.map((card) => card.item.id));
      for (const item of heldNow(world.service)) {
        if (item.version === 1) expect(shown).toContain(item.id);
      }
    }),
    { numRuns: 2000 },
  );
});

test('without failures or colleagues the service ends where the moderator meant it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...calm), { maxLength: 40 }), (moves) => {
      const world = newWorld();
      const meant = new Map<string, DecidedStatus[]>(IDS.map((id) => [id, []]));
      const order: string[] = [];
      for (const move of moves) {
        const before = world.flow;
        play(world, move);
        if (move.do === 'decide' && world.flow !== before) {
          const id = IDS[move.at] ?? '';
          meant.get(id)?.push(move.to);
          order.push(id);
        }
        if (move.do === 'undo') meant.get(order.pop() ?? '')?.pop();
      }
      drain(world);
      for (const id of IDS) {
        const wanted = meant.get(id)?.at(-1);
        expect(world.service.items.get(id)?.status).toBe(wanted ?? 'held');
        const isShown = world.flow.cards.some((card) => card.item.id === id);
        expect(isShown).toBe(wanted === undefined);
      }
      expect(world.flow.cards.every((card) => card.notice === null)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a colleague is never overwritten', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...rough), { maxLength: 40 }), (moves) => {
      const world = newWorld();
      for (const move of moves) {
        play(world, move);
        if (move.do !== 'colleague') continue;
        const id = IDS[move.at] ?? '';
        const after = world.service.items.get(id);
        drain(world);
        expect(world.service.items.get(id)).toBe(after);
        return;
      }
    }),
    { numRuns: 2000 },
  );
});

test('the numbers add up at any moment to the comments there are', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(...calm), { maxLength: 40 }), (moves) => {
      const world = newWorld();
      let counts = {
        held: IDS.length,
        reported: 0,
        unreviewed: 0,
        published: 0,
        spam: 0,
        rejected: 0,
      };
      for (const move of moves) {
        const sent = move.do === 'send' ? [nextToSend(world.flow) ?? []].flat() : [];
        play(world, move);
        counts = sent.reduce(applyAct, counts);
        const now = numbersNow(counts, { acts: world.flow.acts, site: null });
        expect(now.held + now.published + now.spam + now.rejected).toBe(IDS.length);
      }
      drain(world);
    }),
    { numRuns: 1000 },
  );
});
