import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { PreviewedComment } from '../../src/contract/comments.ts';
import {
  aPost,
  OWN,
  PAGE,
  PAPER,
  problemOf,
  putSite,
  type Service,
  startService,
} from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
});

const count = (table: 'comments' | 'threads') =>
  env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first('n');

describe('a thread that nobody wrote in', () => {
  test('reads as empty and writes nothing', async () => {
    const page = await service.thread({});
    expect(page).toMatchObject({
      comments: [],
      nextCursor: null,
      thread: { id: null, count: 0, state: 'open' },
    });
    expect(await count('threads')).toBe(0);
  });
});

describe('a post', () => {
  test('is read by everybody at once', async () => {
    const { comment } = await service.post({ name: 'Ada', body: 'It *was* closed.' });
    expect(comment).toMatchObject({ status: 'published', name: 'Ada', parentId: null });
    const page = await service.thread({});
    expect(page.comments).toEqual([comment]);
    expect(page.thread).toMatchObject({ count: 1, url: PAGE });
  });

  test('is trimmed of what cannot be seen', async () => {
    const { source, comment } = await service.post({
      name: '\u200b Ada\u2060 ',
      body: ' \ufeffHello.\n\n',
    });
    expect([source, comment.name]).toEqual(['Hello.', 'Ada']);
  });

  test('is previewed as it will be drawn, and nothing is stored', async () => {
    const json = { body: '*Look* at http://paper.example/a' };
    const answer = await service.send('/api/v1/preview', { json });
    const { comment } = await service.post({ ...json, name: 'Ada' });
    expect(PreviewedComment.parse(JSON.parse(answer.text)).body).toEqual(comment.body);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await count('comments')).toBe(1);
  });

  test('gets all messages of the form at once', async () => {
    const { code, errors } = await service.refused('/api/v1/comments', {
      json: { ...aPost(), name: '\u200b', body: ' ', email: 'nobody' },
    });
    expect(code).toBe('invalid-form');
    expect(errors).toEqual([
      { field: 'body', code: 'required', message: 'Please enter your comment!' },
      { field: 'name', code: 'required', message: 'Please enter your name here' },
      { field: 'email', code: 'invalid', message: 'You have entered an incorrect email address!' },
    ]);
  });

  test('is asked for an e-mail where the site requires one', async () => {
    await putSite({ email: 'required' });
    const { errors } = await service.refused('/api/v1/comments', { json: aPost() });
    expect(errors).toEqual([
      { field: 'email', code: 'required', message: 'Please enter your email address here' },
    ]);
  });

  test('that is too long is told so under its field', async () => {
    await putSite({ maxLength: 10 });
    const { code, errors } = await service.refused('/api/v1/comments', {
      json: { ...aPost(), body: 'a'.repeat(11) },
    });
    expect(code).toBe('invalid-form');
    expect(errors?.[0]).toMatchObject({ field: 'body', code: 'too-long' });
  });

  test('never shows an e-mail or a trace on a public route', async () => {
    const { comment, authorToken } = await service.post(
      { email: 'ada@secret.example' },
      { 'cf-connecting-ip': '203.0.113.77' },
    );
    const own = { authorization: `Author ${authorToken}` };
    const answers = await Promise.all([
      service.send(`/api/v1/thread?site=planet&url=${PAGE}`),
      service.send(`/api/v1/comments/${comment.id}`),
      service.send(`/api/v1/comments/${comment.id}`, { headers: own }),
      service.send(`/t?site=planet&url=${PAGE}`),
    ]);
    for (const { text, status } of answers) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/secret\.example|203\.0\.113|hash/i);
    }
    const row = await env.DB.prepare('SELECT address_hash FROM comments').first<{
      address_hash: string;
    }>();
    expect(row?.address_hash).toMatch(/^[0-9a-f]{32}$/);
  });

  test('answers a published comment, and no other', async () => {
    const { comment: top } = await service.post();
    const { comment: reply } = await service.post({ parent: top.id });
    expect(reply.parentId).toBe(top.id);
    const page = await service.thread({});
    expect(page.comments.map(({ id, replyCount }) => [id, replyCount])).toEqual([
      [top.id, 1],
      [reply.id, 0],
    ]);
    await putSite({ mode: 'pre' });
    const { comment: held } = await service.post();
    for (const parent of [held.id, '0'.repeat(20), 'nonsense']) {
      expect(
        (await service.refused('/api/v1/comments', { json: { ...aPost(), parent } })).code,
      ).toBe('unknown-parent');
    }
  });

  test('cannot answer a comment of another thread', async () => {
    const { comment } = await service.post({ url: `${PAPER}/other` });
    await service.post();
    expect(
      (await service.refused('/api/v1/comments', { json: { ...aPost(), parent: comment.id } }))
        .code,
    ).toBe('unknown-parent');
  });

  test('cannot go deeper than twenty answers', async () => {
    let parent: string | null = null;
    for (let level = 0; level <= 20; level++) parent = (await service.post({ parent })).comment.id;
    expect((await service.refused('/api/v1/comments', { json: { ...aPost(), parent } })).code).toBe(
      'too-deep',
    );
  });
});

describe('the same request', () => {
  const key = { 'idempotency-key': 'a-key-of-one-request' };

  test('stores once and answers the same', async () => {
    const post = aPost();
    const first = await service.post(post, key);
    expect(await service.post(post, key)).toEqual(first);
    expect(await count('comments')).toBe(1);
  });

  test('stores once when it comes many times at once', async () => {
    const post = aPost();
    const all = await Promise.all(Array.from({ length: 12 }, () => service.post(post, key)));
    expect(new Set(all.map(({ comment }) => comment.id)).size).toBe(1);
    expect(await count('comments')).toBe(1);
    expect(await count('threads')).toBe(1);
  });

  test('is refused when it comes with another content', async () => {
    await service.post(aPost(), key);
    expect((await service.refused('/api/v1/comments', { json: aPost(), headers: key })).code).toBe(
      'key-reused',
    );
    expect(await count('comments')).toBe(1);
  });

  test('on another site is another request', async () => {
    await putSite({ key: 'post' });
    const post = aPost();
    await service.post(post, key);
    await service.post({ ...post, site: 'post' }, key);
    expect(await count('comments')).toBe(2);
  });

  test('needs a key of a sensible shape', async () => {
    for (const bad of ['short', 'x'.repeat(101), 'with spaces in it', 'ünïcödé-key-000']) {
      const headers = {
        'idempotency-key': encodeURIComponent(bad) === bad ? bad : 'a b c d e f g',
      };
      const { code, errors } = await service.refused('/api/v1/comments', {
        json: aPost(),
        headers,
      });
      expect([code, errors?.[0]?.field]).toEqual(['invalid-request', 'Idempotency-Key']);
    }
  });

  test('two first comments at once make one thread', async () => {
    await Promise.all([service.post(), service.post(), service.post()]);
    expect([await count('threads'), await count('comments')]).toEqual([1, 3]);
    expect((await service.thread({})).thread.count).toBe(3);
  });
});

describe('screening over the API', () => {
  test('tells a spammer no more than “held”', async () => {
    await putSite({ banned: ['pills'], suspect: ['casino'] });
    for (const post of [{ body: 'buy pills' }, { body: 'a casino night' }, { nickname: 'bot' }]) {
      const { comment } = await service.post(post);
      expect(comment.status).toBe('held');
    }
    expect((await service.thread({})).comments).toEqual([]);
  });

  test('stores every finding with its words', async () => {
    await putSite({ suspect: ['casino'], mode: 'pre' });
    await service.post({ body: 'A CASINO night' });
    const row = await env.DB.prepare(
      'SELECT findings, verdict, rules_version FROM comments',
    ).first<{ findings: string; verdict: string; rules_version: number }>();
    expect(JSON.parse(row?.findings ?? '')).toMatchObject([
      {
        check: 'suspect-words',
        message: expect.stringContaining('“casino”'),
        matches: [{ field: 'body', text: 'CASINO' }],
      },
      // Its score is kept, though nothing speaks against it.
      { check: 'learned', verdict: 'publish', score: expect.any(Number) },
      { check: 'site-mode' },
    ]);
    expect(row).toMatchObject({ verdict: 'hold', rules_version: 4 });
  });

  test('answers a repeated comment with a problem and stores nothing', async () => {
    const post = aPost();
    await service.post(post);
    const { code, title } = await service.refused('/api/v1/comments', { json: post });
    expect([code, title]).toEqual(['duplicate', expect.stringContaining('already said that')]);
    expect(await count('comments')).toBe(1);
  });

  test('holds a flood of one author, then sends it back with a time to wait', async () => {
    const statuses: string[] = [];
    for (let i = 0; i < 8; i++)
      statuses.push(
        (await service.post({ name: 'Ada', email: 'ada@paper.example' })).comment.status,
      );
    expect(statuses).toEqual([...Array(5).fill('published'), ...Array(3).fill('held')]);
    for (let i = 0; i < 52; i++) await service.post({ name: 'Ada', email: 'ada@paper.example' });
    const problem = await service.refused('/api/v1/comments', {
      json: { ...aPost(), email: 'ada@paper.example' },
    });
    expect([problem.code, problem.headers.get('retry-after')]).toEqual(['too-fast', '60']);
    service.pass(61_000);
    expect((await service.post({ name: 'Ada', email: 'ada@paper.example' })).comment.status).toBe(
      'published',
    );
  });

  test('an old thread is closed where the site says so', async () => {
    await putSite({ closeAfterDays: 7 });
    await service.post();
    service.pass(7 * 86_400_000);
    expect((await service.thread({})).thread.state).toBe('closed');
    expect((await service.refused('/api/v1/comments', { json: aPost() })).code).toBe(
      'thread-closed',
    );
  });

  test('holds a form that came back sooner than anybody writes', async () => {
    const { form } = await service.thread({});
    service.pass(300);
    expect((await service.post({ formTime: form.time })).comment.status).toBe('held');
    service.pass(5000);
    expect((await service.post({ formTime: form.time })).comment.status).toBe('published');
    expect((await service.post({ formTime: `${form.time}x` })).comment.status).toBe('held');
  });
});

describe('origins', () => {
  test('of other sites are told which setting is missing', async () => {
    const { code, detail } = await service.refused('/api/v1/comments', {
      json: aPost(),
      headers: { origin: 'https://evil.example' },
    });
    expect(code).toBe('origin-not-allowed');
    expect(detail).toContain(
      'npm run site -- set planet --origins https://paper.example,https://evil.example',
    );
    expect(await count('comments')).toBe(0);
  });

  test('of the site may post, and may read the answer', async () => {
    const answer = await service.send('/api/v1/comments', {
      json: aPost(),
      headers: { origin: PAPER },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
      201,
      PAPER,
    ]);
  });

  test('of any kind may read, without cookies', async () => {
    const answer = await service.send(`/api/v1/thread?site=planet&url=${PAGE}`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('get their preflight answered', async () => {
    const answer = await service.send('/api/v1/comments', {
      method: 'OPTIONS',
      headers: { origin: PAPER, 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toMatch(/idempotency-key/i);
  });

  test('a page that is not the site’s cannot get a thread', async () => {
    const { code } = await service.refused('/api/v1/comments', {
      json: { ...aPost(), url: 'https://evil.example/a' },
    });
    expect(code).toBe('foreign-page');
  });
});

describe('an author', () => {
  const own = (token: string) => ({ authorization: `Author ${token}` });
  const path = (id: string) => `/api/v1/comments/${id}`;

  test('sees their held comment; nobody else does', async () => {
    await putSite({ mode: 'pre' });
    const { comment, authorToken } = await service.post({ body: 'For *you*.' });
    expect(await service.comment(comment.id, own(authorToken))).toMatchObject({
      source: 'For *you*.',
      comment: { status: 'held', id: comment.id },
      permalink: `${PAGE}#comment-${comment.id}`,
    });
    expect((await service.refused(path(comment.id))).code).toBe('unknown-comment');
    expect((await service.refused(path(comment.id), { headers: own('x'.repeat(43)) })).code).toBe(
      'unknown-comment',
    );
    const other = await service.post();
    expect(
      (await service.refused(path(comment.id), { headers: own(other.authorToken) })).code,
    ).toBe('unknown-comment');
  });

  test('edits within the window, and the new text is screened again', async () => {
    await putSite({ suspect: ['casino'] });
    const { comment, authorToken } = await service.post();
    const edit = (body: string) =>
      service.send(path(comment.id), {
        method: 'PATCH',
        json: { body },
        headers: own(authorToken),
      });
    const edited = JSON.parse((await edit('Mended.')).text);
    expect(edited).toMatchObject({
      source: 'Mended.',
      comment: { status: 'published', editedAt: expect.any(String) },
    });
    expect((await service.thread({})).comments[0]).toMatchObject({
      body: [{ children: ['Mended.'] }],
    });
    expect(JSON.parse((await edit('A casino!')).text).comment.status).toBe('held');
    expect((await service.thread({})).comments).toEqual([]);
    expect(JSON.parse((await edit('Harmless again.')).text).comment.status).toBe('held');
    const { results } = await env.DB.prepare('SELECT source FROM revisions ORDER BY version').all();
    expect(results).toHaveLength(3);
  });

  test('is told what is wrong with an edit', async () => {
    const { comment, authorToken } = await service.post();
    const answer = await service.send(path(comment.id), {
      method: 'PATCH',
      json: { body: ' ' },
      headers: own(authorToken),
    });
    expect(problemOf(answer).errors?.[0]?.message).toBe('Please enter your comment!');
  });

  test('cannot change a comment of another, nor after the window', async () => {
    const { comment, authorToken } = await service.post();
    const { authorToken: foreign } = await service.post();
    const edit = { method: 'PATCH', json: { body: 'Changed.' } };
    expect((await service.refused(path(comment.id), edit)).code).toBe('not-the-author');
    expect((await service.refused(path(comment.id), { ...edit, headers: own(foreign) })).code).toBe(
      'not-the-author',
    );
    service.pass(600_001);
    expect(
      (await service.refused(path(comment.id), { ...edit, headers: own(authorToken) })).code,
    ).toBe('edit-window-over');
    expect(
      (await service.refused(path(comment.id), { method: 'DELETE', headers: own(authorToken) }))
        .code,
    ).toBe('edit-window-over');
  });

  test('deletes, and nothing that they wrote is left', async () => {
    const { comment, authorToken } = await service.post({
      name: 'Secret Name',
      email: 'secret@paper.example',
      body: 'secret words',
    });
    const remove = () =>
      service.send(path(comment.id), { method: 'DELETE', headers: own(authorToken) });
    expect(JSON.parse((await remove()).text)).toEqual({ id: comment.id, status: 'deleted' });
    expect((await remove()).status).toBe(200);
    expect((await service.thread({})).comments).toEqual([]);
    const { results } = await env.DB.prepare('SELECT * FROM comments').all();
    expect(JSON.stringify(results)).not.toMatch(/secret/i);
  });

  test('leaves a tombstone where others have answered', async () => {
    const { comment, authorToken } = await service.post();
    const { comment: answer } = await service.post({ parent: comment.id });
    await service.send(path(comment.id), { method: 'DELETE', headers: own(authorToken) });
    const { comments, thread } = await service.thread({});
    expect(thread.count).toBe(1);
    expect(comments.map(({ id, status, name, body }) => [id, status, name, body.length])).toEqual([
      [comment.id, 'deleted', '', 0],
      [answer.id, 'published', answer.name, 1],
    ]);
  });

  test('changes nothing from a foreign page even with the token', async () => {
    const { comment, authorToken } = await service.post();
    const headers = { ...own(authorToken), origin: 'https://evil.example' };
    expect((await service.refused(path(comment.id), { method: 'DELETE', headers })).code).toBe(
      'origin-not-allowed',
    );
  });
});

describe('the page without JavaScript', () => {
  const form = (fields: Record<string, string>) => ({
    body: String(
      new URLSearchParams({ site: 'planet', url: PAGE, name: 'Ada', body: 'On paper.', ...fields }),
    ),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: OWN },
  });

  test('takes a post and shows it', async () => {
    const answer = await service.send('/t', form({}));
    expect(answer.status).toBe(201);
    expect(answer.text).toContain('Your comment is published.');
    expect((await service.send(`/t?site=planet&url=${PAGE}`)).text).toContain('On paper.');
  });

  test('tells a held comment’s author, and shows nobody else', async () => {
    await putSite({ mode: 'pre' });
    expect((await service.send('/t', form({}))).text).toContain(
      'Your comment is awaiting moderation.',
    );
    expect((await service.send(`/t?site=planet&url=${PAGE}`)).text).not.toContain('On paper.');
  });

  test('keeps what was typed beside the messages', async () => {
    const answer = await service.send(
      '/t',
      form({ name: ' ', email: 'wrong', body: '  <b>"kept" & whole</b>\n\nyes' }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Please enter your name here');
    expect(answer.text).toContain('You have entered an incorrect email address!');
    expect(answer.text).toContain(
      '  &lt;b&gt;&quot;kept&quot; &amp; whole&lt;/b&gt;\n\nyes</textarea>',
    );
    expect(answer.text).toContain('value="wrong"');
    expect(answer.text).toMatch(
      /id="name"[^>]*aria-invalid="true"[^>]*aria-describedby="name-error"/,
    );
  });

  test('stores a post once, however often it is sent', async () => {
    await service.send('/t', form({}));
    expect((await service.send('/t', form({}))).status).toBe(201);
    expect(await count('comments')).toBe(1);
  });

  test('answers a comment through a link', async () => {
    const { comment } = await service.post({ name: 'Grace' });
    const page = await service.send(`/t?site=planet&url=${PAGE}&reply=${comment.id}`);
    expect(page.text).toContain('Reply to <bdi>Grace</bdi>');
    await service.send('/t', form({ parent: comment.id }));
    expect((await service.thread({})).comments[1]).toMatchObject({
      parentId: comment.id,
      name: 'Ada',
    });
  });

  test('is the same under the thread’s own address', async () => {
    await service.post({ body: 'Found by id.' });
    const { thread } = await service.thread({});
    expect((await service.send(`/t/${thread.id}`)).text).toContain('Found by id.');
  });

  test('gives the words back when the thread was closed meanwhile', async () => {
    await putSite({ closeAfterDays: 1 });
    await service.post();
    service.pass(2 * 86_400_000);
    const answer = await service.send('/t', form({ body: 'Too late, but not lost.' }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Too late, but not lost.');
  });

  test.each([
    ['unknown-site', { site: 'nobody' }, 404],
    ['bad-page', { url: 'nonsense' }, 422],
    ['foreign-page', { url: 'https://evil.example/a' }, 422],
  ])('gives the words back where there is no page to show: %s', async (_, fields, status) => {
    const answer = await service.send('/t', form({ ...fields, body: 'Kept <b>whole</b>.' }));
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('Kept &lt;b&gt;whole&lt;/b&gt;.');
  });

  test('does not lead to a page that is not the site’s', async () => {
    expect((await service.refused('/t?site=planet&url=https://evil.example/')).code).toBe(
      'foreign-page',
    );
  });
});

describe('what a reader may not get around', () => {
  const own = (token: string) => ({ authorization: `Author ${token}` });
  const path = (id: string) => `/api/v1/comments/${id}`;

  test('markup hides no word and makes no text another one', async () => {
    await putSite({ suspect: ['idiots'], banned: ['pills'] });
    for (const body of ['id*iots*', '**id**iots', '> i*d*iots', 'buy p**il**ls']) {
      expect((await service.post({ body })).comment.status).toBe('held');
    }
    await service.post({ body: 'The bridge was closed for nine weeks.' });
    const again = await service.post({ body: 'The bri*dge* was closed for **nine** weeks.' });
    expect(again.comment.status).toBe('held');
  });

  test('an edit never makes a moderator’s decision milder', async () => {
    for (const status of ['spam', 'rejected', 'held']) {
      const { comment, authorToken } = await service.post();
      await env.DB.prepare('UPDATE comments SET status = ?1, reviewed = 1 WHERE id = ?2')
        .bind(status, comment.id)
        .run();
      const json = {
        body: `Four: ${[1, 2, 3, 4].map((i) => `https://x.example/${status}${i}`).join(' ')}`,
      };
      await service.send(path(comment.id), { method: 'PATCH', json, headers: own(authorToken) });
      const row = await env.DB.prepare('SELECT status FROM comments WHERE id = ?')
        .bind(comment.id)
        .first('status');
      expect(row).toBe(status);
    }
  });

  test('an author cannot change what a moderator has thrown out, only delete it', async () => {
    const { comment, authorToken } = await service.post();
    await env.DB.prepare("UPDATE comments SET status = 'spam', reviewed = 1 WHERE id = ?")
      .bind(comment.id)
      .run();
    const request = { method: 'PATCH', json: { body: 'Honest.' }, headers: own(authorToken) };
    expect((await service.refused(path(comment.id), request)).code).toBe('edit-window-over');
    const kept = await env.DB.prepare('SELECT source, reviewed FROM comments').first();
    expect(kept).toMatchObject({ reviewed: 1, source: expect.not.stringContaining('Honest') });
    const gone = await service.send(path(comment.id), {
      method: 'DELETE',
      headers: own(authorToken),
    });
    expect(gone.status).toBe(200);
  });

  test('a rejected comment looks like a held one to its author, who may delete it', async () => {
    await putSite({ banned: ['pills'] });
    const held = await service.post({
      body: 'a https://a.example https://b.example https://c.example',
    });
    const rejected = await service.post({ body: 'pills' });
    expect(rejected.comment.status).toBe(held.comment.status);
    expect(rejected.editableUntil).toBe(held.editableUntil);
    const answer = await service.send(path(rejected.comment.id), {
      method: 'DELETE',
      headers: own(rejected.authorToken),
    });
    expect(answer.status).toBe(200);
  });

  test('deleting does not switch off the flood check', async () => {
    const statuses: string[] = [];
    for (let i = 0; i < 7; i++) {
      const { comment, authorToken } = await service.post({
        name: 'Ada',
        email: 'ada@paper.example',
      });
      statuses.push(comment.status);
      await service.send(path(comment.id), { method: 'DELETE', headers: own(authorToken) });
    }
    expect(statuses.at(-1)).toBe('held');
  });

  test('a comment that is edited without end is refused', async () => {
    const { comment, authorToken } = await service.post();
    let last = 200;
    for (let i = 0; i < 40 && last === 200; i++) {
      last = (
        await service.send(path(comment.id), {
          method: 'PATCH',
          json: { body: `Version ${i}.` },
          headers: own(authorToken),
        })
      ).status;
    }
    expect(last).toBe(429);
  });

  test('what was thrown out names no article, and a title waits for a published comment', async () => {
    await service.post({ nickname: 'bot', title: 'Buy pills' });
    await putSite({ mode: 'pre' });
    await service.post({ title: 'Held title' });
    for (const address of [
      `/t?site=planet&url=${PAGE}`,
      `/api/v1/thread?site=planet&url=${PAGE}`,
    ]) {
      service.pass(3000);
      expect((await service.send(address)).text).not.toMatch(/Buy pills|Held title/);
    }
    await putSite();
    await service.post({ title: 'The bridge' });
    service.pass(3000);
    expect((await service.send(`/t?site=planet&url=${PAGE}`)).text).toContain(
      '<h1>The bridge</h1>',
    );
  });

  test('a rejected comment does not start the time after which a thread closes', async () => {
    await putSite({ closeAfterDays: 7 });
    await service.post({ nickname: 'bot' });
    service.pass(10 * 86_400_000);
    await putSite();
    await service.post();
    await putSite({ closeAfterDays: 7 });
    expect((await service.thread({})).thread.state).toBe('open');
  });

  test('a held comment cannot be found through its thread', async () => {
    await service.post();
    await putSite({ mode: 'pre' });
    const { comment } = await service.post();
    for (const name of ['around', 'branch']) {
      const { code } = await service.refused(
        `/api/v1/thread?site=planet&url=${PAGE}&${name}=${comment.id}`,
      );
      expect(code).toBe('unknown-comment');
    }
  });

  test('a long stretch of blanks costs no more than a short one', async () => {
    const body = `a${' '.repeat(60_000)}b`;
    expect((await service.refused('/api/v1/comments', { json: { ...aPost(), body } })).code).toBe(
      'invalid-form',
    );
    const text = String(
      new URLSearchParams({
        site: 'planet',
        url: PAGE,
        name: 'Ada',
        body: `a${' '.repeat(200_000)}b`,
      }),
    );
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: OWN };
    expect((await service.send('/t', { body: text, headers })).status).toBe(422);
  });
});

test('a folded branch shows what is left when its first answers are removed', async () => {
  const { comment: top } = await service.post();
  const made: { id: string; token: string }[] = [];
  for (let i = 0; i < 6; i++) {
    service.pass(1000);
    const { comment, authorToken } = await service.post({ parent: top.id });
    made.push({ id: comment.id, token: authorToken });
  }
  const remove = (one: { id: string; token: string } | undefined) =>
    service.send(`/api/v1/comments/${one?.id}`, {
      method: 'DELETE',
      headers: { authorization: `Author ${one?.token}` },
    });
  const shown = async () => (await service.thread({})).comments.slice(1).map(({ id }) => id);
  const ids = made.map(({ id }) => id);
  await remove(made[1]);
  expect(await shown()).toEqual([ids[0], ids[2], ids[3]]);
  await remove(made[0]);
  await remove(made[2]);
  expect(await shown()).toEqual([ids[3], ids[4], ids[5]]);
  await remove(made[5]);
  expect(await shown()).toEqual([ids[3], ids[4]]);
  const { comment: late } = await service.post({ parent: top.id });
  expect(await shown()).toEqual([ids[3], ids[4], late.id]);
  expect((await service.thread({ branch: top.id })).comments.map(({ id }) => id)).toEqual([
    ids[3],
    ids[4],
    late.id,
  ]);
});

test('a thread with a key keeps the article’s address, when it is the site’s', async () => {
  await service.post({ key: '42', url: `${PAPER}/article` });
  expect((await service.thread({ key: '42' })).thread.url).toBe(`${PAPER}/article`);
  await service.post({ key: '43', url: 'https://elsewhere.example/article' });
  const { text } = await service.send('/api/v1/thread?site=planet&key=43');
  expect(JSON.parse(text).thread).toMatchObject({ url: null, count: 1 });
});

test('a retry is answered even after the site’s settings have changed', async () => {
  const key = { 'idempotency-key': 'before-the-change' };
  const post = aPost();
  const first = await service.post(post, key);
  await putSite({ email: 'required', origins: ['https://moved.example'] });
  expect((await service.post(post, key)).comment.id).toBe(first.comment.id);
});

test('no address of a moderator is stored', async () => {
  const { signInModerator } = await import('./client.ts');
  await signInModerator(service, { name: 'Ada' });
  const json = { email: 'ada@paper.example', password: 'wrong password' };
  const headers = { origin: OWN, 'cf-connecting-ip': '203.0.113.9' };
  await service.send('/api/v1/desk/sign-in/password', { json, headers });
  for (const table of ['sessions', 'sign_in_attempts']) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
    expect(results.length).toBeGreaterThan(0);
    expect(JSON.stringify(results)).not.toContain('203.0.113');
    expect(JSON.stringify(results)).not.toContain('127.0.0.1');
  }
});
