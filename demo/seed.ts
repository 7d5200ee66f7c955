import { type Deps, makeDeps } from '../src/deps.ts';
import { decide } from '../src/domain/decide.ts';
import { type Moderator, maySee } from '../src/domain/decision.ts';
import { postComment } from '../src/domain/post-comment.ts';
import { addModerator, removeModerator } from '../src/identity/moderators.ts';
import { openDatabase } from '../src/store/database.ts';
import { findSite, removeSite, saveSite } from '../src/store/sites.ts';
import { type Article, articles, pathOf, publishedAt } from './articles.ts';
import { demoSites } from './demo-sites.ts';
import type { SeedComment } from './seed-comment.ts';
import { seedComments } from './seed-comments.ts';

/** The bindings that the demo needs, as `makeDeps` takes them. */
type Env = Parameters<typeof makeDeps>[0] & { SECRET: string };

export type SeedPlace = { demoOrigins: [string, ...string[]]; workerOrigin: string };

/** Who may sign in at the demo's desk. */
export const demoModerators = [
  { email: 'ines@belowline.example', name: 'Ines Okafor', role: 'admin', sites: [] },
  {
    email: 'jon@belowline.example',
    name: 'Jon Halloran',
    role: 'moderator',
    sites: ['daily-planet'],
  },
] as const;

const MINUTE_MS = 60_000;

/**
 * Fills an empty database with the demo: sites, moderators, and comments that go through the same
 * screening as every reader's, at times in the past, so that their findings are real ones.
 */
export async function seedDemo(env: Env, place: SeedPlace & { now: Date }): Promise<void> {
  await saveDemoSites(env, place);
  const moderators = await addModerators(env, place);
  const ids = new Map<string, string>();
  const inOrder = seedComments.toSorted((a, b) => b.minutesAgo - a.minutesAgo);
  for (const [index, comment] of inOrder.entries()) {
    const { site } = articleOf(comment);
    const own = moderators.filter((moderator) => maySee(moderator, site));
    const by = own[index % own.length];
    if (by === undefined) throw new Error(`nobody moderates ${site}`);
    ids.set(comment.ref, await seedComment({ env, place, ids, by, index }, comment));
  }
}

/** Lets the newspapers post from where they are served now: their port may differ from before. */
export async function refreshDemoOrigins(env: Env, origins: string[]): Promise<void> {
  const db = openDatabase(env.DB);
  for (const { key } of demoSites(origins, new Date(0))) {
    const site = await findSite(db, key);
    // A site that was removed stays removed.
    if (site === null) continue;
    await saveSite(db, { ...site, origins: [...new Set([...site.origins, ...origins])] });
  }
}

/** A first start that was cut short left half a demo; nobody can have written in it yet. */
async function saveDemoSites(
  env: Env,
  { demoOrigins, now }: SeedPlace & { now: Date },
): Promise<void> {
  const db = openDatabase(env.DB);
  for (const site of demoSites(demoOrigins, now)) {
    await removeSite(db, site.key);
    await saveSite(db, site);
  }
}

async function addModerators(env: Env, { workerOrigin }: SeedPlace): Promise<Moderator[]> {
  const settings = { database: env.DB, secret: env.SECRET, origin: workerOrigin };
  const added: Moderator[] = [];
  for (const person of demoModerators) {
    await removeModerator(settings, person.email);
    const result = await addModerator(settings, { ...person, sites: [...person.sites] });
    if (!result.ok) throw new Error(`${person.email}: ${result.error}`);
    added.push(result.value);
  }
  return added;
}

type Seeding = {
  env: Env;
  place: SeedPlace & { now: Date };
  ids: ReadonlyMap<string, string>;
  by: Moderator;
  index: number;
};

async function seedComment(seeding: Seeding, comment: SeedComment): Promise<string> {
  const { env, place, by } = seeding;
  const at = new Date(place.now.getTime() - comment.minutesAgo * MINUTE_MS);
  const opened = new Date(at.getTime() - (comment.openedMs ?? 1.5 * MINUTE_MS));
  const article = articleOf(comment);
  if (at < publishedAt(article, place.now)) {
    throw new Error(`${comment.ref} is older than its article`);
  }
  const formTime = await makeDeps(env, { now: () => opened }).formTime(article.site);
  const deps = makeDeps(env, { now: () => at });
  const posted = await postComment(deps.write(place.workerOrigin), {
    ...inputOf(seeding, comment),
    formTime,
    proof: { kind: 'token', token: undefined },
    now: at,
  });
  if (!posted.ok) throw new Error(`${comment.ref} was refused: ${JSON.stringify(posted.error)}`);
  const { id, version } = posted.value.comment;
  if (comment.decided !== undefined) {
    const { to, reason = null } = comment.decided;
    const moment = new Date(at.getTime() + 4 * MINUTE_MS);
    await settle(deps, {
      ask: { commentId: id, version, to, reason },
      by: { moderator: by, at: moment },
    });
  }
  return id;
}

async function settle(
  deps: Deps,
  {
    ask,
    by,
  }: { ask: Parameters<typeof decide>[1]['asks'][number]; by: { moderator: Moderator; at: Date } },
): Promise<void> {
  const [answer] = await decide(deps.desk, { asks: [ask], by });
  if (answer?.result !== 'done') throw new Error(`not decided: ${JSON.stringify(answer)}`);
}

function articleOf(comment: SeedComment): Article {
  const article = articles.find(({ slug }) => slug === comment.slug);
  if (article === undefined) throw new Error(`no article is called ${comment.slug}`);
  return article;
}

function inputOf({ place, ids, index }: Seeding, comment: SeedComment) {
  const article = articleOf(comment);
  const [origin] = place.demoOrigins;
  const parentId = comment.answers === undefined ? null : (ids.get(comment.answers) ?? 'missing');
  return {
    siteKey: article.site,
    page: { url: `${origin}${pathOf(article)}` },
    title: article.title,
    parentId,
    name: comment.name,
    email: comment.email,
    website: comment.website,
    body: comment.body,
    trap: comment.trap ?? '',
    origin,
    // From the range for documentation; every reader at another address.
    address: `203.0.113.${1 + (index % 250)}`,
    visit: { address: null, userAgent: null, referrer: null },
    requestKey: null,
  };
}
