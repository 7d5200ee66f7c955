import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { type MoveAllDeps, moveAll } from '../../src/domain/move-all.ts';
import { readPrefixes } from '../../src/domain/move-site.ts';
import { makeMoveDeps } from '../../src/move-deps.ts';
import { db, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';
import { threadsOf } from './threads-client.ts';

const OLD = 'https://old.example';
const NEW = 'https://new.example/news';
let service: Service;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite({ origins: [OLD, 'https://new.example'] });
  service = startService();
});

async function run(isTrial: boolean, deps: MoveAllDeps = makeMoveDeps(db)): Promise<string[]> {
  const prefixes = readPrefixes({ from: OLD, to: NEW });
  if (!prefixes.ok) throw new Error(prefixes.error);
  const by = { moderator: { id: 'site-move', name: 'The command' }, at: new Date(0) };
  const told: string[] = [];
  const ask = { siteKey: 'planet', prefixes: prefixes.value, by, isTrial };
  for await (const { kind, thread, to, isDone } of moveAll(deps, ask)) {
    told.push(`${kind} ${thread.page} ${to.url}${isDone ? '' : ' not done'}`);
  }
  return told;
}

const countAt = async (url: string) => (await service.thread({ url })).thread.count;

async function fill(): Promise<void> {
  for (const url of [`${OLD}/a`, `${OLD}/b`, `${OLD}/b`, `${NEW}/b`, `${NEW}/z`]) {
    await service.post({ url });
  }
  await service.post({ url: `${OLD}/seven`, key: 'seven' });
  await putSite({ key: 'other', origins: [OLD] });
  await service.post({ site: 'other', url: `${OLD}/a` });
}

const ALL = [
  `address key:seven ${NEW}/seven`,
  `move old.example/a ${NEW}/a`,
  `merge old.example/b ${NEW}/b`,
];

describe('moving a site’s threads', () => {
  test('is tried first: what moves, what joins, what only changes its address; nothing is changed', async () => {
    await fill();
    expect(await run(true)).toEqual(ALL);
    expect(await countAt(`${NEW}/b`)).toBe(1);
    expect(await countAt(`${NEW}/a`)).toBe(0);
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM thread_acts').first('n')).toBe(0);
  });

  test('keeps the old addresses leading there, leaves other sites alone, and is in the log', async () => {
    await fill();
    expect(await run(false)).toEqual(ALL);
    for (const root of [OLD, NEW]) {
      expect([await countAt(`${root}/a`), await countAt(`${root}/b`)]).toEqual([1, 3]);
    }
    expect((await service.thread({ site: 'other', url: `${OLD}/a` })).thread.url).toBe(`${OLD}/a`);
    const eve = threadsOf(service, await signInModerator(service, { name: 'Eve' }));
    const { id } = (await service.thread({ url: `${OLD}/a` })).thread;
    expect((await eve.read(id ?? '')).acts).toMatchObject([
      { kind: 'move', by: 'The command', was: { url: `${OLD}/a` }, became: { url: `${NEW}/a` } },
    ]);
    expect(await run(false)).toEqual([]);
  });

  test('broken off anywhere goes on with the next run', async () => {
    await fill();
    const deps = makeMoveDeps(db);
    const broken: MoveAllDeps = {
      ...deps,
      moveComments: () => Promise.reject(new Error('the line broke')),
    };
    await expect(run(false, broken)).rejects.toThrow('the line broke');
    expect(await countAt(`${OLD}/b`)).toBe(1);
    expect(await run(false)).toEqual([]);
    service.pass(3_000);
    expect(await countAt(`${OLD}/b`)).toBe(3);
  });

  test('tells of two threads that would go to the same place, before as after', async () => {
    await putSite({ origins: [OLD, 'https://new.example'] });
    await service.post({ url: `${OLD}/a` });
    await service.post({ url: `${OLD}//a` });
    const trial = await run(true);
    expect(trial).toEqual(await run(false));
  });

  test('passes over a thread that somebody has changed meanwhile', async () => {
    await service.post({ url: `${OLD}/a` });
    const deps = makeMoveDeps(db);
    const late = { ...deps, storeMove: () => Promise.resolve(null) };
    expect(await run(false, late)).toEqual([`move old.example/a ${NEW}/a not done`]);
    expect(await run(false)).toEqual([`move old.example/a ${NEW}/a`]);
  });

  test('says nothing where no address begins like that', async () => {
    await service.post({ url: `${NEW}/z` });
    expect(await run(false)).toEqual([]);
  });
});
