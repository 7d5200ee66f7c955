import type { Status } from './comment.ts';
import { type Moderator, maySee } from './decision.ts';
import { type Likeness, similar, withoutCommon } from './likeness.ts';
import type { Trace } from './trace.ts';

/** The comment that a cluster is around; `seq` is the order of arrival. */
export type Middle = { seq: number; siteKey: string; trace: Trace; publishedAuthor: boolean };

/** A comment that shares something with it. */
export type Kin = { seq: number; siteKey: string; tokens: string[] };

export type Member = {
  seq: number;
  id: string;
  version: number;
  status: Status;
  reviewed: boolean;
  name: string;
  /** The beginning of the text as it was typed. */
  excerpt: string;
  createdAt: Date;
  site: { key: string; name: string };
  thread: { id: string; url: string | null; title: string | null };
};

export type Cluster = {
  /** Comments of it among those looked at, the one in the middle counted. */
  size: number;
  /** Those of `size` at sites that are not the moderator's. */
  elsewhere: number;
  /** Whether there are more than were looked at. */
  isCut: boolean;
  members: (Member & { by: Likeness })[];
  next: number | null;
};

export type ReadClusterDeps = {
  findMiddle(id: string): Promise<Middle | null>;
  listKin(ask: { middle: Middle; before: number | null; limit: number }): Promise<Kin[]>;
  findMembers(seqs: number[]): Promise<Member[]>;
};

/** A page looks at so many comments, however many of them belong together. */
const LOOKED_AT = 500;

/**
 * Comments that hang together with this one, by wording, place, or an author of whom nothing is
 * published, over all threads and sites. Members at other sites are counted and not shown. null for
 * an unknown comment and one that is not the moderator's business.
 */
export async function readCluster(
  deps: ReadClusterDeps,
  ask: { id: string; moderator: Moderator; limit: number; before: number | null },
): Promise<Cluster | null> {
  const middle = await deps.findMiddle(ask.id);
  if (middle === null || !maySee(ask.moderator, middle.siteKey)) return null;
  const look = (before: number | null) => deps.listKin({ middle, before, limit: LOOKED_AT });
  const [newest, here] = await Promise.all([
    look(null),
    ask.before === null ? null : look(ask.before),
  ]);
  const all = keepAlike(newest, middle);
  const page = here ?? newest;
  const mine = keepAlike(page, middle).filter(({ siteKey }) => maySee(ask.moderator, siteKey));
  const shown = mine.slice(0, ask.limit);
  return {
    size: all.length,
    elsewhere: all.filter(({ siteKey }) => !maySee(ask.moderator, siteKey)).length,
    isCut: newest.length === LOOKED_AT,
    members: await dress(deps, shown),
    next: nextOf(page, { mine, shown }),
  };
}

type Alike = Kin & { by: Likeness };

function keepAlike(kin: Kin[], middle: Middle): Alike[] {
  const own = withoutCommon(middle.trace, { places: [], author: middle.publishedAuthor });
  return kin
    .map((one) => ({ ...one, by: similar(own, one.tokens) }))
    .filter(({ by, seq }) => by.alike || seq === middle.seq);
}

async function dress(deps: ReadClusterDeps, shown: Alike[]): Promise<Cluster['members']> {
  const byOf = new Map(shown.map(({ seq, by }) => [seq, by]));
  const members = shown.length === 0 ? [] : await deps.findMembers([...byOf.keys()]);
  return members.flatMap((member) => {
    const by = byOf.get(member.seq);
    return by === undefined ? [] : { ...member, by };
  });
}

/** Where the next page begins: after the last one shown, or after the last one looked at. */
function nextOf(page: Kin[], { mine, shown }: { mine: Alike[]; shown: Alike[] }): number | null {
  if (mine.length > shown.length) return shown.at(-1)?.seq ?? null;
  return page.length === LOOKED_AT ? (page.at(-1)?.seq ?? null) : null;
}
