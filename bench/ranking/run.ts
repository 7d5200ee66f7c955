import { seeded } from '../screening/seeded.ts';

/**
 * How well an order by likes finds the comments that readers like best, whenever they came.
 * Invented readers come to an invented article, most of them in the first hours; half read the
 * newest first, half in the order that is judged; each looks at some comments from the top and likes
 * each with a chance that is the comment's own. An order is good when the comments with the highest
 * chances stand in front, a quarter of them from each quarter of the time.
 */
type Entry = { at: number; chance: number; likes: number; headStart: number };
type Order = (entry: Entry) => number;

const COMMENTS = 120;
const READERS = 6000;
const FRONT = 20;
const ROUNDS = 20;

const ORDERS: Record<string, Order> = {
  'likes alone': ({ likes }) => likes,
  'likes + head start (ours)': ({ likes, headStart }) => likes + headStart,
  'log2(1 + likes) + hours/12': ({ likes, at }) => Math.log2(1 + likes) + at / 12,
  'log10(likes) + hours/12.5 (hot)': ({ likes, at }) => Math.log10(Math.max(1, likes)) + at / 12.5,
  'the truth': ({ chance }) => chance,
};

type Judged = { found: number; quarters: number[] };

function play(order: Order, round: number): Judged {
  const random = seeded(round);
  const hour = () => -Math.log(1 - random() * 0.98) * 10;
  const events = [
    ...Array.from({ length: COMMENTS }, () => ({ at: hour(), isReader: false })),
    ...Array.from({ length: READERS }, () => ({ at: hour(), isReader: true })),
  ].sort((a, b) => a.at - b.at);
  const entries: Entry[] = [];
  let level = 0;
  for (const { at, isReader } of events) {
    if (!isReader) {
      const chance = Math.exp(2 * (random() + random() + random() - 1.5)) * 0.03;
      entries.push({ at, chance, likes: 0, headStart: level });
      continue;
    }
    const inOrder = random() < 0.5 ? entries.toReversed() : sorted(entries, order);
    const looksAt = Math.floor(5 - Math.log(1 - random()) * 12);
    for (const entry of inOrder.slice(0, looksAt)) {
      if (random() >= entry.chance) continue;
      entry.likes += 1;
      level += 1 / entries.length;
    }
  }
  return judge(entries, order);
}

function sorted(entries: Entry[], order: Order): Entry[] {
  return entries.toSorted((a, b) => order(b) - order(a) || b.at - a.at);
}

/** What share of the best is in front, and from which quarter of the arrivals the front comes. */
function judge(entries: Entry[], order: Order): Judged {
  const best = new Set(entries.toSorted((a, b) => b.chance - a.chance).slice(0, FRONT));
  const front = sorted(entries, order).slice(0, FRONT);
  const quarters = [0, 0, 0, 0];
  for (const entry of front) {
    const quarter = Math.floor((entries.indexOf(entry) * 4) / entries.length);
    quarters[quarter] = (quarters[quarter] ?? 0) + 1 / FRONT;
  }
  return { found: front.filter((entry) => best.has(entry)).length / FRONT, quarters };
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

console.log(`Of the best ${FRONT} in front | of the front from each quarter of the arrivals`);
for (const [name, order] of Object.entries(ORDERS)) {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => play(order, round + 1));
  const mean = (of: (judged: Judged) => number) =>
    percent(rounds.reduce((sum, judged) => sum + of(judged), 0) / ROUNDS);
  const quarters = [0, 1, 2, 3].map((quarter) => mean(({ quarters: all }) => all[quarter] ?? 0));
  console.log(`${mean(({ found }) => found)} | ${quarters.join(', ')} | ${name}`);
}
