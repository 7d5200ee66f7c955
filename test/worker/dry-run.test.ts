import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { DryRunAnswer } from '../../src/contract/dry-run.ts';
import { DEFAULT_SCREENING } from '../../src/domain/site.ts';
import { parse, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ suspect: ['marmalade'] });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada', role: 'editor' });
});

const PATH = '/api/v1/desk/sites/planet/dry-run';

async function attempt(trial: Record<string, unknown>): Promise<DryRunAnswer> {
  const answer = await service.send(PATH, { json: trial, headers: ada.headers });
  return parse(answer, { status: 200, schema: DryRunAnswer });
}

async function dump(): Promise<string> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name`,
  ).all<{ name: string }>();
  expect(tables.map(({ name }) => name)).toContain('comments');
  const all = tables.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}" ORDER BY 1`));
  return JSON.stringify((await env.DB.batch(all)).map(({ results }) => results));
}

describe('settings that are tried', () => {
  test('name what they would newly hold, reject and publish, and why', async () => {
    const posts = [
      { name: 'Jam', body: 'I like marmalade on toast.' },
      { name: 'Zep', body: 'Look up, a Z3ppelin over the bridge.' },
      { name: 'Plain', body: 'Nothing to see on the bridge today.' },
      { name: 'Rail', body: 'The railings were painted green.' },
    ];
    for (const post of posts) {
      await service.post(post);
      service.pass(1);
    }
    const answer = await attempt({ suspect: ['zeppelin'], banned: ['railings'] });
    expect(answer).toMatchObject({
      tried: 4,
      newly: { publish: 1, hold: 1, spam: 0, reject: 1 },
      changes: [
        {
          name: 'Rail',
          from: 'publish',
          to: 'reject',
          because: [{ check: 'banned-words', message: 'On the list of banned words: “railings”.' }],
        },
        {
          name: 'Zep',
          from: 'publish',
          to: 'hold',
          status: 'published',
          because: [{ matches: [{ field: 'body', text: 'Z3ppelin' }] }],
        },
        { name: 'Jam', from: 'hold', to: 'publish', because: [{ check: 'suspect-words' }] },
      ],
    });
  });

  test('say what another strictness of the spam filter would hold and publish', async () => {
    await service.post({ body: 'An ordinary remark about the bridge and its railings.' });
    await service.post({ body: 'Cheap replica watches for sale, free shipping worldwide!' });
    const strict = await attempt({ strictness: 3, spamBeyond: 20 });
    const lenient = await attempt({ strictness: -3, spamBeyond: 20 });
    expect(strict.newly.publish).toBe(0);
    for (const { because } of [...strict.changes, ...lenient.changes]) {
      expect(because).toMatchObject([
        { check: 'learned', verdict: expect.stringMatching(/hold|spam/) },
      ]);
    }
    expect(strict.changes.length + lenient.changes.length).toBeGreaterThan(0);
  });

  test('change no row of any table, teach nothing and tell no reader', async () => {
    await service.post({ body: 'I like marmalade on toast.' });
    const before = await dump();
    const forbidden = { getByName: () => expect.unreachable('a dry run has no effect elsewhere') };
    service = startService({ ...env, SITE_LEARNER: forbidden, THREAD_CHANNEL: forbidden });
    const { changes } = await attempt({
      mode: 'pre',
      suspect: [],
      banned: ['toast'],
      maxLength: 20,
      maxLinks: 0,
      newcomers: 3,
    });
    expect(changes).toHaveLength(1);
    expect(await dump()).toBe(before);
  });

  test('hold the comments of an author that came before so many were published', async () => {
    const linus = { name: 'Linus', email: 'linus@reader.example' };
    for (let i = 0; i < 4; i++) {
      await service.post({ ...linus, body: `Notes on the bridge, part ${i}.` });
      service.pass(61_000);
    }
    await service.post({ ...linus, body: 'Notes on marmalade.' });
    service.pass(61_000);
    await service.post({ ...linus, body: 'Notes on the bridge, the last part.' });
    const held = async (newcomers: number) => (await attempt({ newcomers })).newly.hold;
    expect(await held(0)).toBe(0);
    expect(await held(1)).toBe(1);
    expect(await held(3)).toBe(3);
    // The held one counts for nothing, so the last is the author's fifth.
    expect(await held(5)).toBe(5);
    await putSite({ suspect: ['marmalade'], screening: { ...DEFAULT_SCREENING, newcomers: 3 } });
    const { newly, changes } = await attempt({ newcomers: 2 });
    expect(newly).toMatchObject({ publish: 1, hold: 0 });
    expect(changes[0]?.because).toMatchObject([{ check: 'newcomer' }]);
  });

  test('name what is longer than a new limit', async () => {
    await service.post({ body: 'Short.' });
    await service.post({ name: 'Long', body: 'A comment that is longer than most of them are.' });
    expect(await attempt({ maxLength: 20 })).toMatchObject({
      tried: 2,
      newly: { reject: 1 },
      changes: [{ name: 'Long', because: [{ check: 'length' }] }],
    });
  });

  test('that are today’s find no difference', async () => {
    for (const body of ['Some marmalade.', 'None of that here.', 'https://a.example now']) {
      await service.post({ body });
    }
    expect(await attempt({ suspect: ['marmalade'], mode: 'auto', maxLinks: 2 })).toMatchObject({
      tried: 3,
      changes: [],
    });
    expect((await attempt({})).changes).toEqual([]);
  });

  test('leave alone what was found of its time: a flood stays held', async () => {
    const sender = { 'cf-connecting-ip': '203.0.113.9' };
    for (let i = 0; i < 7; i++) {
      await service.post({ name: 'Quick', body: `Word ${i} of many in a minute.` }, sender);
    }
    const { changes } = await attempt({ suspect: [], banned: ['minute'] });
    expect(changes.map(({ from }) => from).toSorted()).toEqual([
      ...Array(2).fill('hold'),
      ...Array(5).fill('publish'),
    ]);
  });

  test('look at no more than they are told, newest first', async () => {
    for (const name of ['One', 'Two', 'Three']) {
      await service.post({ name, body: `Words by ${name}.` });
      service.pass(1);
    }
    const { tried, changes } = await attempt({ mode: 'pre', last: 2 });
    expect(tried).toBe(2);
    expect(changes.map(({ name }) => name)).toEqual(['Three', 'Two']);
  });

  test('find what posting under them would have found', async () => {
    const words = fc.constantFrom('bridge', 'toast', 'green', 'tea', 'zeppelin', 'weeks');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(words), fc.uniqueArray(words), async (banned, suspect) => {
        await deleteAll(env.DB);
        const here = startService();
        await putSite();
        ada = await signInModerator(here, { name: 'Ada', role: 'editor' });
        service = here;
        const body = 'Tea and toast by the bridge for nine weeks.';
        const { comment } = await here.post({ body, name: 'Zoe' });
        const { changes } = await attempt({ banned, suspect });
        await putSite({ banned, suspect });
        const again = await here.post({
          body: `${body} `,
          name: 'Bea',
          url: 'https://paper.example/b',
        });
        const row = await env.DB.prepare('SELECT verdict FROM comments WHERE id = ?1')
          .bind(again.comment.id)
          .first('verdict');
        const change = changes.find(({ commentId }) => commentId === comment.id);
        // The second copy is one too many by itself; what the words add is told apart.
        if (banned.some((word) => body.toLowerCase().includes(word))) expect(row).toBe('reject');
        expect(change?.to ?? 'publish').toBe(
          banned.some((word) => body.toLowerCase().includes(word))
            ? 'reject'
            : suspect.some((word) => body.toLowerCase().includes(word))
              ? 'hold'
              : 'publish',
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe('a trial is refused', () => {
  test.each([
    [{ banned: [''] }, 'banned.0'],
    [{ suspect: ['x'.repeat(101)] }, 'suspect.0'],
    [{ maxLinks: -1 }, 'maxLinks'],
    [{ maxLength: 0 }, 'maxLength'],
    [{ newcomers: 101 }, 'newcomers'],
    [{ abuse: 'ban' }, 'abuse'],
    [{ mode: 'sometimes' }, 'mode'],
    [{ strictness: 4 }, 'strictness'],
    [{ spamBeyond: -1 }, 'spamBeyond'],
    [{ last: 501 }, 'last'],
    [{ colour: 'red' }, 'colour'],
  ])('%j names %s', async (json, field) => {
    const { code, errors } = await service.refused(PATH, { json, headers: ada.headers });
    expect(code).toBe('invalid-request');
    expect(errors).toMatchObject([{ field }]);
  });

  test('to a moderator who sets no rules, and not to an admin', async () => {
    const ben = await signInModerator(service, { name: 'Ben' });
    const refused = await service.refused(PATH, { json: {}, headers: ben.headers });
    expect(refused.code).toBe('not-an-editor');
    const chief = await signInModerator(service, { name: 'Chief', role: 'admin', sites: [] });
    const answer = await service.send(PATH, { json: {}, headers: chief.headers });
    expect(answer.status).toBe(200);
  });

  test('to strangers, and for sites that are not the moderator’s', async () => {
    const headers = { origin: ada.headers.origin };
    expect((await service.refused(PATH, { json: {}, headers })).code).toBe('signed-out');
    await putSite({ key: 'mars' });
    const path = '/api/v1/desk/sites/mars/dry-run';
    expect((await service.refused(path, { json: {}, headers: ada.headers })).code).toBe(
      'unknown-site',
    );
  });
});
