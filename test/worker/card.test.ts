import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { CommentBranch, CommentHistory } from '../../src/contract/card.ts';
import { Cards } from '../../src/contract/cards.ts';
import {
  OWN,
  PAGE,
  parse,
  putSite,
  type Service,
  signInModerator,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let ada: Awaited<ReturnType<typeof signInModerator>>;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  await putSite({ key: 'other' });
  service = startService();
  ada = await signInModerator(service, { name: 'Ada' });
});

const AUTHOR = (token: string) => ({ authorization: `Author ${token}` });

async function post(change: Record<string, unknown> = {}): Promise<string> {
  service.pass(61_000);
  return (await service.post(change)).comment.id;
}

async function edited(...texts: string[]) {
  const [first, ...later] = texts;
  const { comment, authorToken } = await service.post({ body: first });
  for (const body of later) {
    service.pass(60_000);
    const headers = AUTHOR(authorToken);
    const path = `/api/v1/comments/${comment.id}`;
    const answer = await service.send(path, { method: 'PATCH', json: { body }, headers });
    expect(answer.status).toBe(200);
  }
  return { id: comment.id, authorToken };
}

describe('comments by their ids', () => {
  const ask = (ids: string) => service.send(`/api/v1/desk/comments?ids=${ids}`, ada);
  const cards = async (...ids: string[]) =>
    parse(await ask(ids.join(',')), { status: 200, schema: Cards }).items;

  test('come as they stand now, in the order asked, with who has decided what', async () => {
    const [first, second] = [await post(), await post()];
    const bob = await signInModerator(service, { name: 'Bob' });
    await bob.decide({ commentId: second, version: 1, to: 'rejected' });
    const items = await cards(second, first);
    expect(items.map(({ id, status, version }) => [id, status, version])).toEqual([
      [second, 'rejected', 2],
      [first, 'published', 1],
    ]);
    expect(items[0]?.decisions).toMatchObject([{ by: 'Bob', to: 'rejected' }]);
  });

  test('are only those of one’s own sites', async () => {
    const own = await post();
    const foreign = await post({ site: 'other' });
    expect((await cards(foreign, own, '0'.repeat(20))).map(({ id }) => id)).toEqual([own]);
  });

  test.each(['', 'x', "0'--", Array(101).fill('0'.repeat(20)).join(',')])(
    'are asked for by at most 100 ids, and by nothing else',
    async (ids) => {
      expect((await service.refused(`/api/v1/desk/comments?ids=${ids}`, ada)).code).toBe(
        'invalid-request',
      );
    },
  );
});

describe('the history of a comment', () => {
  const historyOf = async (id: string) =>
    parse(await service.send(`/api/v1/desk/comments/${id}/history`, ada), {
      status: 200,
      schema: CommentHistory,
    });

  test('has every earlier text, oldest first, with the time when the next one came', async () => {
    const { id } = await edited('The first text.', 'The second text.', 'The third text.');
    const { earlier, source, isCut, createdAt } = await historyOf(id);
    expect(earlier.map((one) => one.source)).toEqual(['The first text.', 'The second text.']);
    expect(source).toBe('The third text.');
    expect(isCut).toBe(false);
    const minutes = earlier.map(
      ({ replacedAt }) => (Date.parse(replacedAt) - Date.parse(createdAt)) / 60_000,
    );
    expect(minutes).toEqual([1, 2]);
  });

  test('is empty for a comment that was never edited', async () => {
    expect((await historyOf(await post())).earlier).toEqual([]);
  });

  test('never has more than thirty texts, and says when there were more', async () => {
    const id = await post();
    await env.DB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
       INSERT INTO revisions (comment_id, version, source, replaced_at) SELECT ?1, i, 'Text ' || i, i FROM n`,
    )
      .bind(id)
      .run();
    await env.DB.prepare('UPDATE comments SET version = 41 WHERE id = ?1').bind(id).run();
    const { earlier, isCut } = await historyOf(id);
    expect(isCut).toBe(true);
    expect(earlier.map(({ version }) => version)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 11),
    );
  });

  test('is gone with the comment when its author erases it', async () => {
    const { id, authorToken } = await edited('A secret of mine.', 'Nothing.');
    const path = `/api/v1/comments/${id}`;
    await service.send(path, { method: 'DELETE', headers: AUTHOR(authorToken) });
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM revisions').first('n')).toBe(0);
    expect((await service.refused(`/api/v1/desk/comments/${id}/history`, ada)).code).toBe(
      'unknown-comment',
    );
  });

  test('and branch and measures are nobody’s who does not moderate the site', async () => {
    const id = await post({ site: 'other' });
    for (const what of ['history', 'branch', 'measures']) {
      const path = `/api/v1/desk/comments/${id}/${what}`;
      expect((await service.refused(path, ada)).code).toBe('unknown-comment');
      expect((await service.refused(path)).code).toBe('signed-out');
    }
    const json = { kind: 'ban', days: 1 };
    const path = `/api/v1/desk/comments/${id}/measures`;
    expect((await service.refused(path, { json, ...ada })).code).toBe('unknown-comment');
    expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM author_measures').first('n')).toBe(0);
  });
});

describe('the branch around a comment', () => {
  const branchOf = async (id: string) =>
    parse(await service.send(`/api/v1/desk/comments/${id}/branch`, ada), {
      status: 200,
      schema: CommentBranch,
    });
  const ids = (comments: { id: string }[]) => comments.map(({ id }) => id);

  test('has the chain above, its neighbours and its answers, whatever their status', async () => {
    await putSite({ suspect: ['casino'] });
    const top = await post();
    const parent = await post({ parent: top });
    const first = await post({ parent, body: 'The casino again.' });
    const own = await post({ parent });
    const next = await post({ parent });
    const answer = await post({ parent: own });
    const thrown = await post({ parent: own });
    await post({ parent: top });
    await ada.decide({ commentId: thrown, version: 1, to: 'rejected' });
    const branch = await branchOf(own);
    expect(ids(branch.above)).toEqual([top, parent]);
    expect(branch.before).toMatchObject([{ id: first, status: 'held' }]);
    expect(ids(branch.after)).toEqual([next]);
    expect(branch.answers).toMatchObject([
      { id: answer, status: 'published' },
      { id: thrown, status: 'rejected' },
    ]);
    expect(branch.isCut).toBe(false);
    expect(branch.permalink).toBe(`${PAGE}#comment-${own}`);
    expect((await branchOf(first)).permalink).toBeNull();
    expect(ids((await branchOf(first)).after)).toEqual([own, next]);
  });

  test('of a top comment has the nearest top comments and no others’ answers', async () => {
    const tops: string[] = [];
    for (let i = 0; i < 9; i++) {
      const id = await post();
      tops.push(id);
      await post({ parent: id });
    }
    const branch = await branchOf(tops[4] ?? '');
    expect(ids(branch.before)).toEqual(tops.slice(1, 4));
    expect(ids(branch.after)).toEqual(tops.slice(5, 8));
    expect(branch.answers).toHaveLength(1);
    expect(branch.above).toEqual([]);
  });

  test('never has more than twenty answers, and says when there are more', async () => {
    const top = await post();
    for (let i = 0; i < 22; i++) await post({ parent: top });
    const { answers, isCut } = await branchOf(top);
    expect(answers).toHaveLength(20);
    expect(isCut).toBe(true);
  });

  test('keeps the place of a deleted comment, without a word of it', async () => {
    const top = await service.post({ name: 'Gone' });
    const own = await post({ parent: top.comment.id });
    await service.send(`/api/v1/comments/${top.comment.id}`, {
      method: 'DELETE',
      headers: AUTHOR(top.authorToken),
    });
    expect((await branchOf(own)).above).toMatchObject([{ status: 'deleted', name: '', body: [] }]);
  });

  test('says nothing of where an article is that has no address', async () => {
    const { comment } = await service.post({ url: undefined, key: 'a-key' });
    expect((await branchOf(comment.id)).permalink).toBeNull();
  });
});

test('a write from another origin is refused', async () => {
  const id = await post();
  const headers = { ...ada.headers, origin: 'https://evil.example' };
  const json = { kind: 'ban', days: 1 };
  const path = `/api/v1/desk/comments/${id}/measures`;
  expect(headers.origin).not.toBe(OWN);
  expect((await service.refused(path, { json, headers })).code).toBe('foreign-origin');
});
