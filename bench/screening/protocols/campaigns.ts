import type { Writing } from '../../../src/screening/classifier/writing.ts';
import { blogSpam, type Comment, honestSets } from '../data-sets.ts';
import { disguise } from '../disguise.ts';
import { type Figure, percent, type Run } from '../figures.ts';
import { ModeratedSite } from '../moderated-site.ts';
import { seeded, shuffled } from '../seeded.ts';
import { shippedDatabase } from '../shipped-database.ts';

const CAMPAIGNS = 120;
const REJECTED = 5;
const LATER = 20;
/** Asked about in all: each costs a few queries. */
const HONEST = 20_000;

/**
 * Real spam comments, each made into a campaign as the tools of the trade do it: words exchanged and
 * dropped, sentences moved, lines added, letters disguised, and the address, name and website
 * always another one, so that only the text is left to go by. Five of each are rejected, then all the
 * other spam of the blog, then the rest comes. Everything goes through the shipped database, queries
 * and check. The measure of likeness was chosen on 120 other campaigns (another seed).
 */
export async function campaigns({ folder, progress }: Run): Promise<Figure[]> {
  progress('campaigns');
  const spam = shuffled(blogSpam(folder), SEED).filter((comment) => comment.spam);
  const long = spam.filter(({ writing }) => words(writing.body).length >= 12);
  const seeds = long.slice(0, CAMPAIGNS);
  if (seeds.length === 0) return [];
  const between = spam.filter((comment) => !seeds.includes(comment));
  const db = shippedDatabase();
  const own = await ModeratedSite.open(db, 'own');
  const other = await ModeratedSite.open(db, 'other');
  const make = variants(folder, seeds);
  for (const [i] of seeds.entries()) {
    for (let n = 0; n < REJECTED; n++) await own.reject(make(i, n));
  }
  progress(`campaigns: ${between.length} others thrown out between`);
  for (const { writing } of between) await own.reject(writing);
  const later = seeds.flatMap((_, i) =>
    Array.from({ length: LATER }, (_, n) => make(i, REJECTED + n)),
  );
  const here = await judgeAll(own, later);
  const elsewhere = await judgeAll(other, later);
  const honest = shuffled(
    honestSets(folder).flatMap((set) => set.comments),
    13,
  ).slice(0, HONEST);
  progress(`campaigns: ${honest.length} honest comments`);
  const falsely = await judgeAll(
    own,
    honest.map(({ writing }) => writing),
  );
  const note = `${seeds.length} campaigns, after ${REJECTED} rejected each and ${between.length} others`;
  const figure = (name: string, value: number, rest: Partial<Figure> = {}): Figure => ({
    protocol: 'Campaigns',
    figure: name,
    value: percent(value),
    ...rest,
  });
  return [
    figure('later variants stopped', here.stopped, {
      bar: '≥ 95 %',
      met: here.stopped >= 0.95,
      note: `${note}, by text alone`,
    }),
    figure('… sent to Spam', here.spam),
    figure('… held at another site of the installation', elsewhere.stopped, {
      bar: '≥ 95 %',
      met: elsewhere.stopped >= 0.95 && elsewhere.spam === 0,
      note: `${percent(elsewhere.spam)} sent to Spam there`,
    }),
    figure('honest comments stopped', falsely.stopped, {
      note: `${honest.length} comments, ${percent(falsely.spam)} sent to Spam`,
    }),
  ];
}

const SEED = 11;

async function judgeAll(site: ModeratedSite, writings: readonly Writing[]) {
  let stopped = 0;
  let spam = 0;
  for (const writing of writings) {
    const verdict = await site.judge(writing);
    if (verdict !== 'publish') stopped++;
    if (verdict === 'spam') spam++;
  }
  return { stopped: stopped / writings.length, spam: spam / writings.length };
}

/** The n-th variant of the i-th seed. */
function variants(folder: string, seeds: readonly Comment[]) {
  const spare = shuffled(blogSpam(folder), 12)
    .flatMap(({ writing }) => words(writing.body))
    .slice(0, 5000);
  const bodies = seeds.map(({ writing }) => writing);
  return (i: number, n: number): Writing => {
    const writing = bodies[i];
    if (writing === undefined) throw new Error(`no seed ${i}`);
    return variant(writing, { seed: 7_000_000 + i * 100 + n, spare });
  };
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
