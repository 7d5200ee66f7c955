import { type MoveStep, moveAll } from '../src/domain/move-all.ts';
import { type PrefixError, readPrefixes } from '../src/domain/move-site.ts';
import { isOwnPage } from '../src/domain/page-address.ts';
import type { Site } from '../src/domain/site.ts';
import { makeMoveDeps } from '../src/move-deps.ts';
import type { Database } from '../src/store/database.ts';
import { badArgument, CommandError } from './command-error.ts';

export const moveOptions = {
  from: { type: 'string' },
  to: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

export type MoveValues = {
  from?: string | undefined;
  to?: string | undefined;
  'dry-run'?: boolean | undefined;
};

/** Reads what shall be moved, before anything is opened. */
export function parseMove(values: MoveValues) {
  const { from, to } = values;
  if (from === undefined || to === undefined) {
    throw badArgument(
      'Give --from and --to, for example: --from https://old.example.com --to https://www.example.com/news',
    );
  }
  const prefixes = readPrefixes({ from, to });
  if (!prefixes.ok) throw badArgument(`${from} to ${to}: ${WRONG[prefixes.error]}`);
  return { prefixes: prefixes.value, isTrial: values['dry-run'] === true };
}

const WRONG: Record<PrefixError, string> = {
  'bad-url': 'both must be addresses with http or https, without a user name.',
  same: 'that is the same place.',
  'to-below-from':
    'the new place lies below the old one, so that what was moved would be moved again. Move it somewhere else first.',
};

type Move = ReturnType<typeof parseMove> & { site: Site; now: Date };

/** Moves, or lists what would be moved; `say` hears of each step as it is done. */
export async function moveThreads(
  db: Database,
  { site, prefixes, isTrial, now, say }: Move & { say: (line: string) => void },
): Promise<string> {
  if (!isOwnPage({ url: `${prefixes.toUrl}/` }, site)) {
    throw new CommandError(
      `${prefixes.toUrl} is on none of the site's origins (${site.origins.join(', ')}). Add it first: npm run site -- set ${site.key} --origins …`,
    );
  }
  const by = { moderator: { id: 'site-move', name: 'npm run site -- move' }, at: now };
  const count = { move: 0, merge: 0, address: 0, late: 0 };
  for await (const step of moveAll(makeMoveDeps(db), {
    siteKey: site.key,
    prefixes,
    by,
    isTrial,
  })) {
    count[step.isDone ? step.kind : 'late'] += 1;
    say(`${describeStep(step)}\n`);
  }
  return summary(count, isTrial);
}

function describeStep({ kind, thread, to, into, isDone }: MoveStep): string {
  const from = thread.url ?? thread.page;
  const words = { move: 'moves ', merge: 'joins ', address: 'keeps its key' }[kind];
  const there = into === null ? '' : ` (there: ${into.count} published, moving: ${thread.count})`;
  const late = isDone ? '' : ' – CHANGED MEANWHILE, left as it was';
  return `${words} ${from} -> ${to.url ?? to.page}${there}${late}`;
}

type Count = { move: number; merge: number; address: number; late: number };

function summary({ move, merge, address, late }: Count, isTrial: boolean): string {
  if (move + merge + address + late === 0)
    return 'No thread has an address that begins like that.\n';
  const done = isTrial ? 'Would be' : 'Were';
  const left = late === 0 ? '' : ` ${late} changed meanwhile: run this again.`;
  const trial = isTrial ? ' Nothing was changed; leave out --dry-run to do it.' : '';
  return `${done} moved: ${move}, joined to a thread that is there: ${merge}, only the article's address changed: ${address}.${left}${trial}\n`;
}
