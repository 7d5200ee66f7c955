import type { Trace } from '../../../src/domain/trace.ts';
import { fingerprint, similar } from '../../../src/screening/campaign.ts';
import type { Writing } from '../../../src/screening/classifier/writing.ts';
import { blogSpam, honestSets } from '../data-sets.ts';
import { disguise } from '../disguise.ts';
import { type Figure, percent, type Run } from '../figures.ts';
import { seeded, shuffled } from '../seeded.ts';

const CAMPAIGNS = 120;
const REJECTED = 5;
const LATER = 20;

/**
 * Real spam comments, each made into a campaign as the tools of the trade do it: words exchanged and
 * dropped, sentences moved, lines added, letters disguised, and the address, name and website
 * always another one, so that only the text is left to go by. Five are rejected, then the rest comes.
 * The measure of likeness was chosen on 120 other campaigns (another seed).
 */
export function campaigns({ folder, progress }: Run): Figure[] {
  progress('campaigns');
  const seeds = shuffled(
    blogSpam(folder).filter(({ spam, writing }) => spam && words(writing.body).length >= 12),
    11,
  ).slice(0, CAMPAIGNS);
  if (seeds.length === 0) return [];
  const rejected = new Index();
  const spare = shuffled(blogSpam(folder), 12)
    .flatMap(({ writing }) => words(writing.body))
    .slice(0, 5000);
  let found = 0;
  for (const [i, { writing }] of seeds.entries()) {
    const own = new Index();
    for (let n = 0; n < REJECTED; n++)
      own.add(fingerprint(variant(writing, { seed: 7_000_000 + i * 100 + n, spare })));
    for (let n = REJECTED; n < REJECTED + LATER; n++) {
      if (own.finds(fingerprint(variant(writing, { seed: 7_000_000 + i * 100 + n, spare }))))
        found++;
    }
    for (const print of own.prints) rejected.add(print);
  }
  const share = found / (seeds.length * LATER);
  const honest = honestSets(folder).flatMap((set) => set.comments);
  const falsely =
    honest.filter(({ writing }) => rejected.finds(fingerprint(writing))).length / honest.length;
  return [
    {
      protocol: 'Campaigns',
      figure: 'later variants found',
      value: percent(share),
      bar: '≥ 95 %',
      met: share >= 0.95,
      note: `${seeds.length} campaigns, after ${REJECTED} rejected each, by text alone`,
    },
    {
      protocol: 'Campaigns',
      figure: 'honest comments matched',
      value: percent(falsely),
      note: `${honest.length} comments against ${rejected.prints.length} rejected`,
    },
  ];
}

/** What a table with an index on keys does. */
class Index {
  readonly prints: Trace[] = [];
  private readonly byKey = new Map<string, Trace[]>();

  add(print: Trace): void {
    this.prints.push(print);
    for (const key of print.keys) this.byKey.set(key, [...(this.byKey.get(key) ?? []), print]);
  }

  finds(print: Trace): boolean {
    return print.keys.some((key) =>
      (this.byKey.get(key) ?? []).some((other) => similar(print, other).alike),
    );
  }
}

function variant(writing: Writing, { seed, spare }: { seed: number; spare: string[] }): Writing {
  const chance = seeded(seed);
  const other = () => spare[Math.floor(chance() * spare.length)] ?? 'more';
  const host = `http://${other()}${Math.floor(chance() * 1e6)}.com/${other()}`.replace(
    /[^\w:/.]/g,
    '',
  );
  const sentences = writing.body
    .replace(/(?:https?:\/\/|www\.)\S+/g, host)
    .split(/(?<=[.!?\n])\s+/);
  if (sentences.length > 3 && chance() < 0.5) sentences.push(...sentences.splice(0, 1));
  const spun = sentences.join(' ').replace(/[\p{L}]+/gu, (word) => {
    const way = chance();
    if (way < 0.08) return other();
    return way < 0.11 ? '' : word;
  });
  const text = chance() < 0.3 ? disguise(spun, seed) : spun;
  const extra = chance() < 0.4 ? ` ${Array.from({ length: 6 }, other).join(' ')}.` : '';
  return {
    ...writing,
    body: `${text}${extra}`,
    author: other(),
    website: chance() < 0.5 ? host : '',
  };
}

function words(text: string): string[] {
  return text.match(/\p{L}{3,}/gu) ?? [];
}
