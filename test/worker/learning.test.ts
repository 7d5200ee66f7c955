import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;
let bob: Awaited<ReturnType<typeof signInModerator>>;

const HONEST = [
  'The mayor never answered my letter',
  'Who pays for the bridge, and when',
  'It rained on all three days of the fair',
];
const SPAM = ['Join our knitting circle at noon', 'The knitting circle has a free chair'];
/** What nobody would call spam before this site's moderators have. */
const NEW_SPAM = 'Our knitting circle meets again, join the circle';

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ mode: 'auto' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
  bob = await signInModerator(service, { name: 'Bob' });
});

type Decision = { commentId: string; version: number; to: string; reason?: string };

/** Comments as they come in, and what a moderator would say to each. */
async function postCourse(): Promise<Decision[]> {
  const decisions: Decision[] = [];
  for (let i = 0; i < 48; i++) {
    const spam = i % 4 === 0;
    const body = `${spam ? SPAM[i % 2] : HONEST[i % 3]} ${i}`;
    service.pass(30_000);
    const { comment } = await service.post({ body });
    decisions.push({ commentId: comment.id, version: 1, to: spam ? 'spam' : 'published' });
  }
  return decisions;
}

async function decideAll(decisions: Decision[]) {
  const { results } = await ada.decide(...decisions);
  expect(results.map(({ result }) => result)).toEqual(decisions.map(() => 'done'));
  return results;
}

/** Does what would happen some seconds later; false when nothing was to be learned. */
const learnNow = () => runDurableObjectAlarm(env.SITE_LEARNER.getByName('planet'));

const stored = () =>
  env.DB.prepare('SELECT version, model FROM site_models').first<{
    version: number;
    model: string | null;
  }>();

const statusOf = async (one: Service, body = NEW_SPAM) =>
  (await one.post({ body: `${body} ${crypto.randomUUID().slice(0, 3)}` })).comment.status;

describe('a site', () => {
  test('judges the next comment by what its moderators have decided', async () => {
    const decisions = await postCourse();
    expect(await statusOf(service)).toBe('published');
    await decideAll(decisions);
    expect(await learnNow()).toBe(true);
    expect(await statusOf(service)).toBe('held');
    const { items } = await ada.queue({ queue: 'held' });
    const spam = await ada.queue({ queue: 'spam' });
    const [finding] = [...items, ...spam.items].flatMap(({ findings }) => findings);
    expect(finding?.check).toBe('learned');
    expect(finding?.message).toMatch(/knitting|circle/);
    expect(await statusOf(service, 'Who pays for the letter to the mayor')).toBe('published');
  });

  test('tells every isolate, also one that knew an older version', async () => {
    const other = startService();
    const decisions = await postCourse();
    await decideAll(decisions.slice(0, 4));
    await learnNow();
    expect(await statusOf(other)).toBe('published');
    await decideAll(decisions.slice(4));
    await learnNow();
    expect(await statusOf(other)).toBe('held');
    expect(await statusOf(service)).toBe('held');
  });

  test('forgets a decision that was taken back', async () => {
    const decisions = await postCourse();
    const [last] = decisions.slice(-1);
    await decideAll(decisions.slice(0, -1));
    await learnNow();
    const before = await stored();
    if (last === undefined) throw new Error('nothing was posted');
    const [made] = await decideAll([{ ...last, to: 'spam' }]);
    await learnNow();
    expect((await stored())?.model).not.toBe(before?.model);
    if (made?.result !== 'done') throw new Error('not decided');
    await ada.undo(made.decisionId);
    expect(await learnNow()).toBe(true);
    const after = await stored();
    expect(after?.model).toBe(before?.model);
    expect(after?.version).toBeGreaterThan(before?.version ?? Number.NaN);
  });

  test('loses no decision of many that are made at the same moment', async () => {
    const decisions = await postCourse();
    await decideAll(decisions);
    await learnNow();
    const atOnce = await stored();
    await env.DB.batch([
      env.DB.prepare('DELETE FROM site_models'),
      env.DB.prepare('UPDATE comments SET reviewed = 0, version = 1'),
    ]);
    const learning: Promise<boolean>[] = [];
    await Promise.all(
      decisions.map(async (decision, i) => {
        await (i % 2 ? ada : bob).decide(decision);
        if (i % 8 === 0) learning.push(learnNow());
      }),
    );
    await Promise.all(learning);
    await learnNow();
    expect((await stored())?.model).toBe(atOnce?.model);
  });

  test('learns the same again when what it had learned is thrown away', async () => {
    const decisions = await postCourse();
    const [first] = await decideAll(decisions);
    await learnNow();
    const before = await stored();
    await env.DB.prepare('DELETE FROM site_models').run();
    if (first?.result !== 'done') throw new Error('not decided');
    await ada.undo(first.decisionId);
    await learnNow();
    expect((await stored())?.model).not.toBe(before?.model);
    const [again] = decisions;
    if (again === undefined) throw new Error('nothing was posted');
    await decideAll([{ ...again, version: 3 }]);
    await learnNow();
    expect((await stored())?.model).toBe(before?.model);
  });

  test('does not take for spam what was rejected for another reason, before or after an undo', async () => {
    const decisions = await postCourse();
    await decideAll(decisions.filter(({ to }) => to === 'published'));
    const spam = decisions.filter(({ to }) => to === 'spam');
    await decideAll(spam.map((one) => ({ ...one, to: 'rejected', reason: 'insult' })));
    await learnNow();
    expect((await stored())?.model).toBeNull();
    expect(await statusOf(service)).not.toBe('held');
    const results = await decideAll(spam.map((one) => ({ ...one, version: 2 })));
    await learnNow();
    expect((await stored())?.model).not.toBeNull();
    expect(await statusOf(service)).toBe('held');
    for (const made of results) if (made.result === 'done') await ada.undo(made.decisionId);
    await learnNow();
    expect((await stored())?.model).toBeNull();
  });

  test('takes a rejection for a reason that is spam, or for none, for spam', async () => {
    const decisions = await postCourse();
    await decideAll(decisions);
    await learnNow();
    const before = await stored();
    const again = decisions.map((one, i) => ({
      ...one,
      version: 2,
      ...(one.to === 'spam' && { to: 'rejected', ...(i % 8 === 0 && { reason: 'Spam' }) }),
    }));
    await decideAll(again.filter(({ to }) => to === 'rejected'));
    await learnNow();
    expect((await stored())?.model).toBe(before?.model);
  });

  test('learns from exactly the decisions that stand in the log', async () => {
    const decisions = await postCourse();
    const results = await decideAll(decisions);
    const [first] = results;
    if (first?.result !== 'done') throw new Error('not decided');
    await ada.undo(first.decisionId);
    const { results: standing } = await env.DB.prepare(
      `SELECT d.comment_id AS id FROM decisions d WHERE d.undoes IS NULL
       AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.id) ORDER BY id`,
    ).all();
    const { results: reviewed } = await env.DB.prepare(
      'SELECT id FROM comments WHERE reviewed = 1 ORDER BY id',
    ).all();
    expect(reviewed).toEqual(standing);
    expect(standing).toHaveLength(decisions.length - 1);
  });

  test('that is removed leaves nothing it has learned, even if it was about to learn', async () => {
    const decisions = await postCourse();
    await decideAll(decisions);
    await deleteAll(env.DB);
    await learnNow();
    expect(await stored()).toBeNull();
  });
});

test('a decision stands where learning fails', async () => {
  const failing = { getByName: () => ({ learnSoon: () => Promise.reject(new Error('away')) }) };
  const broken = startService({ ...env, SITE_LEARNER: failing });
  const { comment } = await broken.post();
  const carol = await signInModerator(broken, { name: 'Carol' });
  const { results } = await carol.decide({ commentId: comment.id, version: 1, to: 'spam' });
  expect(results[0]?.result).toBe('done');
});
