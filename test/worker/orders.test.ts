import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { PAGE, putSite, type Service, signInModerator, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;
let likers = 0;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
});

/** A comment that came a little later than the one before, with so many likes. */
async function comment(likes = 0, change: Record<string, unknown> = {}): Promise<string> {
  service.pass(61_000);
  const { comment: made } = await service.post(change);
  await like(made.id, likes);
  return made.id;
}

async function like(id: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    likers += 1;
    const headers = { 'reader-key': `reader-of-orders-${likers}` };
    const { status } = await service.send(`/api/v1/comments/${id}/like`, {
      method: 'PUT',
      headers,
    });
    expect(status).toBe(200);
  }
}

const idsBy = async (sort: string, query: Record<string, string> = {}) =>
  (await service.thread({ sort, ...query })).comments.map(({ id }) => id);

describe('the order “top”', () => {
  test('puts the most liked of those that came at the same time first', async () => {
    const [some, many, none] = [await comment(), await comment(), await comment()];
    await like(some, 1);
    await like(many, 3);
    expect(await idsBy('top')).toEqual([many, some, none]);
  });

  test('lets a comment that comes late begin where an average one stands', async () => {
    const early = [await comment(), await comment(), await comment(), await comment()] as const;
    await like(early[0], 6);
    await like(early[1], 1);
    const late = await comment();
    // Seven likes among four comments: whoever comes now begins with one and three quarters.
    expect(await idsBy('top')).toEqual([early[0], late, early[1], early[3], early[2]]);
    await like(late, 2);
    expect(await idsBy('top')).toEqual([early[0], late, early[1], early[3], early[2]]);
    await like(late, 3);
    expect((await idsBy('top'))[0]).toBe(late);
  });

  test('brings the first three answers along, also those that take their place later', async () => {
    const ada = await signInModerator(service, { name: 'Ada' });
    const [liked, other] = [await comment(), await comment()];
    const answers: string[] = [];
    for (let i = 0; i < 5; i++) answers.push(await comment(0, { parent: liked }));
    await like(liked, 2);
    const folded = (...from: number[]) => from.map((i) => answers[i]);
    expect(await idsBy('top')).toEqual([liked, ...folded(0, 1, 2), other]);
    await ada.decide({ commentId: answers[0] ?? '', version: 1, to: 'rejected' });
    await like(other, 1);
    expect(await idsBy('top')).toEqual([liked, ...folded(1, 2, 3), other]);
    await like(other, 3);
    expect(await idsBy('top')).toEqual([other, liked, ...folded(1, 2, 3)]);
  });

  test('starts a comment that had to wait from when readers first see it', async () => {
    const ada = await signInModerator(service, { name: 'Ada' });
    const [first, second] = [await comment(), await comment()];
    await putSite({ mode: 'pre' });
    const waiting = await comment();
    await like(first, 3);
    await ada.decide({ commentId: waiting, version: 1, to: 'published' });
    expect(await idsBy('top')).toEqual([first, waiting, second]);
    // Taken away and brought back it stands where it stood.
    await ada.decide({ commentId: waiting, version: 2, to: 'held' });
    await like(first, 20);
    await ada.decide({ commentId: waiting, version: 3, to: 'published' });
    expect(await idsBy('top')).toEqual([first, waiting, second]);
  });
});

describe('the order “replies”', () => {
  test('goes by all answers of a branch, and shows the top comments alone', async () => {
    const [one, three, none] = [await comment(), await comment(), await comment()];
    const below = await comment(0, { parent: three });
    await comment(0, { parent: below });
    await comment(0, { parent: three });
    await comment(0, { parent: one });
    const page = await service.thread({ sort: 'replies' });
    expect(page.comments.map(({ id, replyCount }) => [id, replyCount])).toEqual([
      [three, 3],
      [one, 1],
      [none, 0],
    ]);
  });

  test('has a linked answer and those above it in the page around it', async () => {
    const top = await comment();
    const answer = await comment(0, { parent: top });
    const below = await comment(0, { parent: answer });
    await comment();
    expect((await idsBy('replies', { around: below })).slice(0, 3)).toEqual([top, answer, below]);
  });
});

describe('a page', () => {
  test.each(['top', 'replies'])('by %s goes on where the one before ended', async (sort) => {
    const tops: string[] = [];
    for (let i = 0; i < 5; i++) tops.push(await comment(i % 3));
    for (const i of [0, 0, 0, 0, 2, 2, 4]) await comment(0, { parent: tops[i] });
    const whole = await idsBy(sort);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Service['thread']>> = await service.thread({
        sort,
        limit: '2',
        ...(cursor && { cursor }),
      });
      seen.push(...page.comments.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(sort === 'top' ? 11 : 5);
  });

  test('takes no cursor of another kind of order', async () => {
    for (let i = 0; i < 3; i++) await comment(1);
    for (const [from, to] of [
      ['newest', 'top'],
      ['top', 'oldest'],
      ['oldest', 'replies'],
    ] as const) {
      const { nextCursor } = await service.thread({ sort: from, limit: '1' });
      const query = new URLSearchParams({
        site: 'planet',
        url: PAGE,
        sort: to,
        cursor: nextCursor ?? '',
      });
      expect((await service.refused(`/api/v1/thread?${query}`)).code).toBe('bad-cursor');
    }
  });

  test('without JavaScript has all orders', async () => {
    await comment(2);
    const { text } = await service.send(`/t?site=planet&url=${PAGE}&sort=top`);
    expect(text).toContain('<span aria-current="true">Most liked</span>');
    for (const sort of ['newest', 'oldest', 'replies']) expect(text).toContain(`sort=${sort}`);
  });
});

test('likes, ranks and levels never drift, whatever is posted, liked, decided and deleted', async () => {
  const ada = await signInModerator(service, { name: 'Ada' });
  const act = fc.record({
    kind: fc.constantFrom('post', 'reply', 'like', 'like', 'unlike', 'decide', 'delete'),
    pick: fc.nat(),
    who: fc.nat({ max: 3 }),
    to: fc.constantFrom('published', 'held', 'rejected'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 30 }), async (acts) => {
      const made: { id: string; token: string }[] = [];
      for (const { kind, pick, who, to } of acts) {
        const one = made[pick % Math.max(1, made.length)];
        if (kind === 'post' || one === undefined) {
          const posted = await service.post();
          made.push({ id: posted.comment.id, token: posted.authorToken });
        } else if (kind === 'reply') {
          const json = {
            site: 'planet',
            url: PAGE,
            name: 'R',
            body: `To ${one.id}: ${Math.random()}`,
          };
          const { status, text } = await service.send('/api/v1/comments', {
            json: { ...json, parent: one.id },
          });
          if (status === 201) {
            const posted = JSON.parse(text);
            made.push({ id: posted.comment.id, token: posted.authorToken });
          }
        } else if (kind === 'like' || kind === 'unlike') {
          await service.send(`/api/v1/comments/${one.id}/like`, {
            method: kind === 'like' ? 'PUT' : 'DELETE',
            headers: { 'reader-key': `reader-of-numbers-${who}` },
          });
        } else if (kind === 'decide') {
          const version = await env.DB.prepare('SELECT version FROM comments WHERE id = ?')
            .bind(one.id)
            .first<number>('version');
          await ada.decide({ commentId: one.id, version: version ?? 0, to });
        } else {
          await service.send(`/api/v1/comments/${one.id}`, {
            method: 'DELETE',
            headers: { authorization: `Author ${one.token}` },
          });
        }
      }
      const { results } = await env.DB.prepare(
        `SELECT c.likes AS count, (SELECT COUNT(*) FROM likes l WHERE l.comment_id = c.id) AS real FROM comments c
         UNION ALL SELECT t.like_level, (SELECT COALESCE(SUM(share), 0) FROM likes l JOIN comments c ON c.id = l.comment_id WHERE c.thread_id = t.id) FROM threads t
         UNION ALL SELECT c.root_rank, (SELECT COALESCE(r.head_start, 0) + 1000000 * r.likes FROM comments r WHERE r.id = c.root_id) FROM comments c
           WHERE c.branch_seq <= 3 AND c.shown = 1`,
      ).all<{ count: number; real: number }>();
      for (const { count, real } of results) expect(count).toBe(real);
    }),
    { numRuns: 12 },
  );
});
