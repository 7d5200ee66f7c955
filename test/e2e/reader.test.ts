import type { Page, Route } from '@playwright/test';
import {
  type ArticleOptions,
  commentBy,
  expect,
  expectAccessible,
  formOf,
  openArticle,
  PAPER,
  post,
  test,
  WORKER,
} from './newsroom.ts';

test.describe('a form', () => {
  test('shows every message at once, under its field, and the first one has the focus', {
    tag: '@phone',
  }, async ({ page }) => {
    await openArticle(page, { site: 'harbour-post' });
    const form = formOf(page);
    await form.send.click();
    const messages = [
      'Please enter your comment!',
      'Please enter your name here',
      'Please enter your email address here',
    ];
    for (const message of messages) await expect(page.getByText(message)).toBeVisible();
    await expect(form.comment).toBeFocused();
    for (const [i, field] of [form.comment, form.name, form.email].entries()) {
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(messages[i] ?? ''));
    }
    await expectAccessible(page);
  });

  test('takes a message away as soon as its field is mended', async ({ page }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('It is open again.');
    await form.send.click();
    await expect(page.getByText('Please enter your name here')).toBeVisible();
    await expect(form.name).toBeFocused();
    await form.name.pressSequentially('A');
    await expect(page.getByText('Please enter your name here')).toBeHidden();
    await expect(form.name).not.toHaveAttribute('aria-invalid', 'true');
  });

  test('sends although its other fields come while its button is being pressed', async ({
    page,
  }) => {
    const { promise: wanted, resolve: deliver } = Promise.withResolvers<void>();
    await openArticle(page, { site: 'harbour-post' });
    await page.route(/\/submit\.js/, async (route) => {
      await wanted;
      await route.fallback();
    });
    const form = formOf(page);
    await form.comment.fill('It is open again.');
    await form.send.hover();
    const loaded = page.waitForResponse(/\/submit\.js/);
    await page.mouse.down();
    deliver();
    await (await loaded).finished();
    // Twice a frame is drawn: what was loaded has been run.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.mouse.up();
    await expect(page.getByText('Please enter your name here')).toBeVisible();
    await expect(form.email).toBeVisible();
  });

  test('takes invisible characters for nothing', async ({ page }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('\u200b \u2800');
    await form.name.fill('\u3164');
    await form.send.click();
    await expect(page.getByText('Please enter your comment!')).toBeVisible();
    await expect(page.getByText('Please enter your name here')).toBeVisible();
  });

  test('refuses an incorrect e-mail', async ({ page }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('It is open again.');
    await form.name.fill('Ada');
    await form.email.fill('ada@nowhere');
    await form.send.click();
    await expect(page.getByText('You have entered an incorrect email address!')).toBeVisible();
    await expect(form.email).toBeFocused();
  });

  test('posts, shows the comment in its place, and keeps nothing it was not allowed to', {
    tag: '@phone',
  }, async ({ page, context, watched }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('It is *open* again.\n\n> nobody said why\n\nhttps://example.org/why');
    await form.name.fill('Ada');
    await form.email.fill('ada@paper.example');
    await form.send.click();
    const mine = commentBy(page, 'Ada');
    await expect(mine.getByText('open', { exact: true })).toHaveRole('emphasis');
    await expect(mine.getByRole('blockquote')).toHaveText('nobody said why');
    const link = mine.getByRole('link', { name: 'https://example.org/why' });
    await expect(link).toHaveAttribute('rel', /nofollow ugc noopener/);
    await expect(form.comment).toHaveValue('');
    expect(await context.cookies()).toEqual([]);
    const stored = await page.evaluate(() =>
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    );
    expect(stored).not.toMatch(/ada@paper|open\* again/);
    expect(
      watched.requests.filter((url) => !url.startsWith(WORKER) && !url.startsWith(PAPER)),
    ).toEqual([]);
  });

  test('remembers name and e-mail only with consent', async ({ page }) => {
    const url = await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('First words.');
    await form.name.fill('Ada');
    await form.email.fill('ada@paper.example');
    await page
      .getByRole('checkbox', {
        name: 'Save my name and email in this browser for the next time I comment.',
      })
      .check();
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toBeVisible();
    await page.goto(url);
    await expect(form.name).toHaveValue('Ada');
    await form.comment.fill('More words.');
    await expect(form.email).toHaveValue('ada@paper.example');
  });

  test('sends with Ctrl+Enter', async ({ page }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('By key.');
    await form.comment.press('Control+Enter');
    await expect(commentBy(page, 'Ada')).toContainText('By key.');
  });

  test('shows what the markup will look like, and puts it away', { tag: '@phone' }, async ({
    page,
  }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('> They *said* so.\n\n<b>Did</b> they?');
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('blockquote')).toHaveText('They said so.');
    await expect(preview.getByRole('emphasis')).toHaveText('said');
    await expect(preview).toContainText('<b>Did</b> they?');
    await expectAccessible(page);
    await form.comment.press('End');
    await form.comment.pressSequentially('!');
    await expect(preview).toBeHidden();
  });

  test('counts what is left only when it matters', async ({ page }) => {
    await openArticle(page);
    const { comment } = formOf(page);
    await comment.fill('Short.');
    await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible();
    await expect(page.getByText('characters left')).toBeHidden();
    await comment.fill('a'.repeat(2900));
    await expect(comment).toHaveAccessibleDescription(/^100 characters left$/);
    await expect(page.getByRole('status').filter({ hasText: '100 characters left' })).toHaveCount(
      1,
    );
    await comment.fill('a'.repeat(3001));
    await expect(comment).toHaveAccessibleDescription(/1 character too many/);
    await expectAccessible(page);
  });

  test('sent twice stores once', async ({ page, watched }) => {
    const url = await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('Only once.');
    await form.send.dblclick();
    await expect(commentBy(page, 'Ada')).toHaveCount(1);
    await page.goto(url);
    await expect(commentBy(page, 'Ada')).toHaveCount(1);
    expect(
      watched.requests.filter((request) => request.endsWith('/api/v1/comments')).length,
    ).toBeLessThanOrEqual(2);
  });
});

test.describe('what was typed', () => {
  test('survives a reload, for each place it was typed in', async ({ page }) => {
    const url = await openArticle(page);
    await post(page, { url, name: 'Grace', body: 'A question?' });
    await page.goto(url);
    await formOf(page).comment.fill('A thought of my own');
    await page.getByRole('button', { name: 'Reply to Grace' }).click();
    await formOf(page).comment.fill('An answer to Grace');
    await page.goto(url);
    await expect(formOf(page).comment).toHaveValue('A thought of my own');
    await page.getByRole('button', { name: 'Reply to Grace' }).click();
    await expect(formOf(page).comment).toHaveValue('An answer to Grace');
    await expect(formOf(page).comment).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(formOf(page).comment).toHaveValue('A thought of my own');
  });

  test('survives a broken line, and is stored once when it is back', async ({
    page,
    context,
    watched,
  }) => {
    const url = await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('Through the tunnel.');
    // The request arrives and is stored; its answer is lost on the way back.
    await context.route(
      `${WORKER}/api/v1/comments`,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await form.send.click();
    await expect(page.getByRole('alert').filter({ hasText: 'could not be sent' })).toBeVisible();
    await expect(form.comment).toHaveValue('Through the tunnel.');
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toHaveCount(1);
    await page.goto(url);
    await expect(commentBy(page, 'Ada')).toHaveCount(1);
    watched.troubles.length = 0;
  });

  test('survives the database being away, and is sent again by itself', async ({
    page,
    context,
    watched,
  }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('Patience.');
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
    });
    await context.route(
      `${WORKER}/api/v1/comments`,
      (route) =>
        route.fulfill({
          status: 503,
          headers: {
            'retry-after': '1',
            'access-control-allow-origin': '*',
            'access-control-expose-headers': 'Retry-After',
          },
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: '/problems/unavailable', title: 'Away', status: 503 }),
        }),
      { times: 1 },
    );
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toContainText('Patience.');
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBe(2);
    watched.troubles.length = 0;
  });

  test('waits for the line and is sent by itself, once', async ({ page, context, watched }) => {
    const url = await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('From the train.');
    await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible();
    await context.setOffline(true);
    await form.send.click();
    await expect(
      page.getByText('You are offline. Your comment is kept and will be sent when you are back.'),
    ).toBeVisible();
    await expect(form.comment).toHaveValue('From the train.');
    await context.setOffline(false);
    await expect(commentBy(page, 'Ada')).toContainText('From the train.');
    await page.goto(url);
    await expect(commentBy(page, 'Ada')).toHaveCount(1);
    watched.troubles.length = 0;
  });

  test('waits for its reader when they went on writing meanwhile', async ({
    page,
    context,
    watched,
  }) => {
    await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('From the train');
    await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible();
    await context.setOffline(true);
    await form.send.click();
    await expect(page.getByText('You are offline.')).toBeVisible();
    await form.comment.fill('From the train, and th');
    await context.setOffline(false);
    await expect(page.getByText('You are offline.')).toBeHidden();
    await expect(form.comment).toHaveValue('From the train, and th');
    await expect(commentBy(page, 'Ada')).toHaveCount(0);
    watched.troubles.length = 0;
  });

  test('survives storage that is shut', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('shut', 'SecurityError');
        },
      });
    });
    await openArticle(page);
    const form = formOf(page);
    await form.name.fill('Ada');
    await form.comment.fill('Without a store.');
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toContainText('Without a store.');
  });
});

test.describe('a thread', () => {
  test('answers in place', { tag: '@phone' }, async ({ page }) => {
    const url = await openArticle(page);
    await post(page, { url, name: 'Grace', body: 'A question?' });
    await page.goto(url);
    await page.getByRole('button', { name: 'Reply to Grace' }).click();
    const form = formOf(page);
    await expect(form.comment).toBeFocused();
    await form.comment.fill('Yes.');
    await form.name.fill('Ada');
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toBeVisible();
    const nested = page
      .getByRole('listitem')
      .filter({ has: commentBy(page, 'Grace') })
      .filter({ has: commentBy(page, 'Ada') });
    await expect(nested.first()).toBeVisible();
    await expectAccessible(page);
  });

  test('marks the author’s held comment, after a reload too, and for nobody else', async ({
    page,
    browser,
  }) => {
    const url = await openArticle(page, { site: 'harbour-post' });
    const form = formOf(page);
    await form.comment.fill('The pier is ours.');
    await form.name.fill('Ada');
    await form.email.fill('ada@paper.example');
    await form.send.click();
    const mine = commentBy(page, 'Ada');
    await expect(mine).toContainText('Your comment is awaiting moderation');
    await expect(mine).toContainText('The pier is ours.');
    await page.goto(url);
    await expect(mine).toContainText('Your comment is awaiting moderation');
    const other = await (await browser.newContext()).newPage();
    await openArticle(other, { site: 'harbour-post' });
    const answer = await other.request.get(
      `${WORKER}/api/v1/thread?site=harbour-post&url=${encodeURIComponent(url)}`,
    );
    expect((await answer.json()).comments).toEqual([]);
    await other.context().close();
  });

  test('lets its author edit and delete', { tag: '@phone' }, async ({ page }) => {
    const url = await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('A tpyo.');
    await form.name.fill('Ada');
    await form.send.click();
    const mine = commentBy(page, 'Ada');
    await mine.getByRole('button', { name: /^Edit/ }).click();
    const edit = page.getByRole('textbox', { name: 'Edit your comment' });
    await expect(edit).toHaveValue('A tpyo.');
    await edit.fill('A typo.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(mine).toContainText('A typo.');
    await expect(mine).toContainText('edited');
    await page.goto(url);
    await mine.getByRole('button', { name: /^Delete/ }).click();
    await expect(mine.getByText('A typo.')).toBeHidden();
    // Who leaves has decided.
    await page.goto(url);
    await expect(page.getByText('No comments yet. Be the first.')).toBeVisible();
  });

  test('brings back what its author deleted by mistake', async ({ page, watched }) => {
    const url = await openArticle(page);
    await page.clock.install();
    await page.goto(url);
    const form = formOf(page);
    await form.comment.fill('Worth keeping.');
    await form.name.fill('Ada');
    await form.send.click();
    const mine = commentBy(page, 'Ada');
    await mine.getByRole('button', { name: 'Delete' }).click();
    await expect(mine.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.clock.fastForward(9_000);
    await mine.getByRole('button', { name: 'Undo' }).click();
    await expect(mine).toContainText('Worth keeping.');
    await page.clock.fastForward(20_000);
    expect(watched.requests.filter((request) => request.includes('/comments/'))).toEqual([]);
    await mine.getByRole('button', { name: 'Delete' }).click();
    await expect(mine.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.clock.fastForward(10_000);
    await expect(mine).toHaveCount(0);
    await page.goto(url);
    await expect(page.getByText('No comments yet. Be the first.')).toBeVisible();
  });

  test('deletes on the next visit what a browser that ended could not', async ({
    page,
    context,
    watched,
  }) => {
    const url = await openArticle(page);
    await formOf(page).comment.fill('Gone with the battery.');
    await formOf(page).name.fill('Ada');
    await formOf(page).send.click();
    const mine = commentBy(page, 'Ada');
    await context.route(`${WORKER}/api/v1/comments/*`, (route) => route.abort());
    await mine.getByRole('button', { name: 'Delete' }).click();
    await expect(mine.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.goto('about:blank');
    await context.unroute(`${WORKER}/api/v1/comments/*`);
    await page.goto(url);
    await expect(page.getByText('No comments yet. Be the first.')).toBeVisible();
    await expect(mine).toHaveCount(0);
    watched.troubles.length = 0;
  });

  test('keeps a half-written edit over a reload', async ({ page }) => {
    const url = await openArticle(page);
    await formOf(page).comment.fill('As it was.');
    await formOf(page).name.fill('Ada');
    await formOf(page).send.click();
    const mine = commentBy(page, 'Ada');
    await mine.getByRole('button', { name: /^Edit/ }).click();
    const edit = page.getByRole('textbox', { name: 'Edit your comment' });
    await edit.fill('As it will be');
    await page.goto(url);
    await mine.getByRole('button', { name: /^Edit/ }).click();
    await expect(edit).toHaveValue('As it will be');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await mine.getByRole('button', { name: /^Edit/ }).click();
    await expect(edit).toHaveValue('As it was.');
  });

  test('shows more on demand, and folded answers too', { tag: '@phone' }, async ({ page }) => {
    const url = await openArticle(page);
    const { comment } = await post(page, { url, name: 'Root', body: 'The first of many.' });
    for (let i = 0; i < 5; i++)
      await post(page, {
        url,
        name: `Answer ${i}`,
        body: `Answer number ${i}`,
        parent: comment.id,
      });
    for (let i = 0; i < 24; i++)
      await post(page, { url, name: `Reader ${i}`, body: `Comment number ${i}` });
    await page.goto(url);
    await expect(commentBy(page, 'Reader 23')).toBeVisible();
    await expect(commentBy(page, 'Root')).toBeHidden();
    await page.getByRole('button', { name: 'Show more comments' }).click();
    await expect(commentBy(page, 'Root')).toBeVisible();
    await expect(commentBy(page, 'Answer 4')).toBeHidden();
    await page.getByRole('button', { name: 'Show 2 more replies' }).click();
    await expect(commentBy(page, 'Answer 4')).toBeVisible();
    await page.goto(`${url}#comment-${comment.id}`);
    await page.reload();
    await expect(commentBy(page, 'Root')).toBeInViewport();
  });

  test('is in the order that the reader chooses', async ({ page }) => {
    const url = await openArticle(page);
    await post(page, { url, name: 'Early', body: 'Early words.' });
    await post(page, { url, name: 'Late', body: 'Late words.' });
    await page.goto(url);
    const names = page.getByRole('article');
    await expect(names.first()).toHaveAccessibleName('Comment by Late');
    await page.getByRole('button', { name: 'Oldest' }).click();
    await expect(names.first()).toHaveAccessibleName('Comment by Early');
  });

  test('can be loaded again when it could not be loaded', async ({ page, context, watched }) => {
    await context.route(`${WORKER}/api/v1/thread*`, (route) => route.abort(), { times: 1 });
    await openArticle(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(formOf(page).comment).toBeVisible();
    watched.troubles.length = 0;
  });
});

test.describe('on a publisher’s page', () => {
  test('nothing but the tag is loaded before the reader comes near', async ({ page, watched }) => {
    await openArticle(page, { paragraphs: 150 });
    await page.waitForLoadState('networkidle');
    expect(watched.requests.filter((url) => url.startsWith(WORKER))).toEqual([
      `${WORKER}/embed.js`,
    ]);
    await page.getByText('The end').scrollIntoViewIfNeeded();
    await expect(formOf(page).comment).toBeVisible();
  });

  test.describe('nothing moves', () => {
    const RESERVED = {
      body: `<belowline-comments data-site="daily-planet"></belowline-comments><script src="${WORKER}/embed.js" data-site="daily-planet" async></script>`,
      style: 'belowline-comments { display: block; min-height: 100vh }',
    };
    const CASES: [string, ArticleOptions][] = [
      ['below a long article', { paragraphs: 40 }],
      ['below two lines, where the page reserves the height', { ...RESERVED, paragraphs: 1 }],
    ];
    for (const [title, options] of CASES) {
      test(title, { tag: '@phone' }, async ({ page }) => {
        await page.addInitScript(() => {
          const moved: string[] = [];
          Object.assign(window, { moved });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              if (Reflect.get(entry, 'hadRecentInput')) continue;
              const sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] =
                Reflect.get(entry, 'sources');
              for (const { node, previousRect, currentRect } of sources) {
                moved.push(`${node?.nodeName}: ${previousRect.y} → ${currentRect.y}`);
              }
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        const url = await openArticle(page, options);
        for (let i = 0; i < 6; i++) {
          await post(page, {
            url,
            name: `Reader ${i}`,
            body: `Comment ${i} of ${test.info().testId} `.repeat(3),
          });
        }
        for (const seen of ['its beginning', 'all of it', 'what follows'] as const) {
          const asked = Promise.withResolvers<Route>();
          await page.route('**/api/v1/thread?*', asked.resolve, { times: 1 });
          await page.goto('about:blank');
          await page.goto(url);
          await painted(page);
          await page.evaluate((part) => {
            const element = document.querySelector('belowline-comments');
            const { top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
            const far = {
              'its beginning': top - innerHeight + 40,
              'all of it': top,
              'what follows': bottom - innerHeight + 40,
            };
            scrollBy(0, far[part]);
          }, seen);
          const route = await asked.promise;
          await painted(page);
          await route.continue();
          await expect(commentBy(page, 'Reader 5')).toBeVisible();
          await page.waitForLoadState('networkidle');
          expect(await page.evaluate(() => Reflect.get(window, 'moved')), seen).toEqual([]);
        }
      });
    }
  });

  test('two threads live side by side', async ({ page }) => {
    const tag = (key: string) =>
      `<section aria-label="${key}"><belowline-comments data-site="daily-planet" data-key="${key}-${test.info().testId}"></belowline-comments></section>`;
    await openArticle(page, {
      body: `${tag('one')}${tag('two')}<script src="${WORKER}/embed.js" data-site="daily-planet" async></script>`,
    });
    const one = page.getByRole('region', { name: 'one' });
    const two = page.getByRole('region', { name: 'two' });
    await formOf(one).comment.fill('Only in one.');
    await formOf(one).name.fill('Ada');
    await formOf(one).send.click();
    await expect(commentBy(one, 'Ada')).toBeVisible();
    await expect(formOf(two).comment).toHaveValue('');
    await expect(commentBy(two, 'Ada')).toHaveCount(0);
  });

  test('it survives being taken out and put back', async ({ page }) => {
    await openArticle(page);
    await formOf(page).comment.fill('Still here?');
    await page.evaluate(() => {
      const element = document.querySelector('belowline-comments');
      const parent = element?.parentElement;
      element?.remove();
      if (element) parent?.append(element);
    });
    await expect(formOf(page).comment).toHaveCount(1);
    await expect(formOf(page).comment).toHaveValue('Still here?');
  });

  test('it follows the address of a single-page app', async ({ page }) => {
    const url = await openArticle(page);
    await post(page, { url, name: 'First', body: 'On the first page.' });
    await post(page, { url: `${url}-next`, name: 'Second', body: 'On the second page.' });
    await page.goto(url);
    await expect(commentBy(page, 'First')).toBeVisible();
    await page.evaluate((next) => history.pushState(null, '', next), `${url}-next`);
    await expect(commentBy(page, 'Second')).toBeVisible();
    await expect(commentBy(page, 'First')).toHaveCount(0);
    await page.goBack();
    await expect(commentBy(page, 'First')).toBeVisible();
  });

  test('of an origin that is not allowed, readers see a plain line and the publisher sees why', async ({
    page,
    watched,
  }) => {
    await openArticle(page, { origin: 'https://elsewhere.example' });
    await expect(page.getByText('Comments are not available on this page.')).toBeVisible();
    await expect
      .poll(() => watched.troubles.join())
      .toContain('npm run site -- set daily-planet --origins');
    watched.troubles.length = 0;
  });

  test('of an unknown site, readers see a plain line and the publisher sees why', async ({
    page,
    watched,
  }) => {
    await openArticle(page, {
      body: `<script src="${WORKER}/embed.js" data-site="nobody" async></script>`,
    });
    await expect(page.getByText('Comments are not available on this page.')).toBeVisible();
    await expect.poll(() => watched.troubles.join()).toContain('nobody');
    watched.troubles.length = 0;
  });

  test('it speaks the page’s language', async ({ page }) => {
    await openArticle(page, { attributes: 'data-lang="de"' });
    await expect(page.getByRole('textbox', { name: 'Kommentar' })).toBeVisible();
    await expectAccessible(page);
  });

  test('what the service refuses is told in the page’s language too', async ({ page, watched }) => {
    await openArticle(page, { attributes: 'data-lang="de"' });
    const body = `Das habe ich doch gesagt. ${test.info().testId}`;
    const comment = page.getByRole('textbox', { name: 'Kommentar' });
    const send = async (): Promise<void> => {
      await comment.fill(body);
      await page.getByRole('textbox', { name: 'Name' }).fill('Greta');
      await page.getByRole('button', { name: 'Kommentar absenden' }).click();
    };
    await send();
    await expect(page.getByRole('article', { name: 'Kommentar von Greta' })).toBeVisible();
    await send();
    await expect(page.getByText('Doppelter Kommentar')).toBeVisible();
    await expect(comment).toHaveValue(body);
    watched.troubles.length = 0;
  });
});

test.describe('accessible', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`an article of the demo, ${colorScheme}`, { tag: '@phone' }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${PAPER}/daily-planet/night-buses`);
      await page.locator('belowline-comments').scrollIntoViewIfNeeded();
      await expect(page.getByRole('article').nth(3)).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('a thread by keyboard alone', { tag: '@phone' }, async ({ page }) => {
    const url = await openArticle(page);
    await post(page, { url, name: 'Grace', body: 'A question?' });
    await page.goto(url);
    await expect(commentBy(page, 'Grace')).toBeVisible();
    const press = async (until: () => Promise<boolean>) => {
      for (let i = 0; i < 30 && !(await until()); i++) await page.keyboard.press('Tab');
      expect(await until()).toBe(true);
    };
    const isFocused = (name: string) => () =>
      page.evaluate((label) => {
        const active = document.activeElement?.shadowRoot?.activeElement;
        return (
          active?.getAttribute('aria-label') === label || active?.textContent?.trim() === label
        );
      }, name);
    await press(isFocused('Reply to Grace'));
    await page.keyboard.press('Enter');
    await page.keyboard.type('By keyboard.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await press(isFocused('Post comment'));
    await page.keyboard.press('Enter');
    await expect(commentBy(page, 'Ada')).toContainText('By keyboard.');
  });
});

/**
 * Until what was changed has been painted. A browser takes scrolling by script for something that
 * moved when it falls into the very frame of a change; readers scroll with their hands.
 */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
