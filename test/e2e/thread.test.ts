import {
  commentBy,
  expect,
  expectAccessible,
  formOf,
  openArticle,
  post as postText,
  test,
  WORKER,
} from './newsroom.ts';

/** The same words in another window size would be a repetition. */
const post: typeof postText = (page, input) =>
  postText(page, { ...input, body: `${input.body} ${test.info().testId}` });

test.describe('a link to a comment', () => {
  test('opens the branch that it is folded away in', { tag: '@phone' }, async ({ page }) => {
    const url = await openArticle(page, { paragraphs: 40 });
    const root = await post(page, { url, name: 'Root', body: 'Where it began, long ago.' });
    let last = '';
    for (let i = 0; i < 8; i++) {
      const body = `Answer ${i} of this branch.`;
      const { comment } = await post(page, {
        url,
        name: `Answer ${i}`,
        body,
        parent: root.comment.id,
      });
      last = comment.id;
    }
    for (let i = 0; i < 24; i++) {
      await post(page, { url, name: `Reader ${i}`, body: `Remark ${i} above it all.` });
    }
    await page.goto(`${url}#comment-${last}`);
    const linked = commentBy(page, 'Answer 7');
    await expect(linked).toBeInViewport();
    await expect(linked).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all comments' }).click();
    await expect(commentBy(page, 'Reader 23')).toBeVisible();
  });

  test('that is followed on the page itself goes there', async ({ page }) => {
    const url = await openArticle(page);
    for (let i = 0; i < 25; i++) {
      await post(page, { url, name: `Reader ${i}`, body: `Remark ${i} on this page.` });
    }
    const { comments } = await (
      await page.request.get(
        `${WORKER}/api/v1/thread?${new URLSearchParams({ site: 'daily-planet', url, sort: 'oldest' })}`,
      )
    ).json();
    await page.goto(url);
    await expect(commentBy(page, 'Reader 24')).toBeVisible();
    await page.evaluate((id) => {
      location.hash = `comment-${id}`;
    }, comments[0].id);
    await expect(commentBy(page, 'Reader 0')).toBeInViewport();
    await expect(commentBy(page, 'Reader 0')).toBeFocused();
  });

  test('to a comment that is gone shows the thread', async ({ page, watched }) => {
    const url = await openArticle(page);
    await post(page, { url, name: 'Ada', body: 'Still here, whatever the link says.' });
    await page.goto(`${url}#comment-01zzzzzzzzzzzzzzzzzz`);
    await page.reload();
    await expect(commentBy(page, 'Ada')).toBeVisible();
    // A browser logs every 404 by itself.
    watched.troubles.length = 0;
  });
});

test.describe('a page that has been open for hours', () => {
  test('sends what was typed, and it is published', async ({ page }) => {
    const url = await openArticle(page);
    await page.clock.install();
    await page.goto(url);
    const form = formOf(page);
    await form.comment.fill(`Thought about it all night. ${test.info().testId}`);
    await form.name.fill('Ada');
    await page.clock.fastForward('12:00:00');
    await form.send.click();
    await expect(commentBy(page, 'Ada')).toContainText('Thought about it all night.');
  });

  test('keeps the words where the thread was closed meanwhile', async ({
    page,
    context,
    watched,
  }) => {
    const url = await openArticle(page);
    const form = formOf(page);
    await form.comment.fill('Too late, but not lost.');
    await form.name.fill('Ada');
    await context.route(`${WORKER}/api/v1/comments`, (route) =>
      route.fulfill({
        status: 403,
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/thread-closed',
          title: 'Comments are closed.',
          status: 403,
        }),
      }),
    );
    await form.send.click();
    await expect(page.getByRole('alert').filter({ hasText: 'Comments are closed.' })).toBeVisible();
    await expect(form.comment).toHaveValue('Too late, but not lost.');
    await expect(form.send).toBeHidden();
    await page.goto(url);
    await expect(form.comment).toHaveValue('Too late, but not lost.');
    watched.troubles.length = 0;
  });
});

test.describe('a narrow place', () => {
  for (const width of [280, 320]) {
    test(`of ${width} px needs no scrolling sideways`, async ({ page }) => {
      await page.setViewportSize({ width, height: 600 });
      const url = await openArticle(page, { style: 'body { margin: 0 }' });
      const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
      let parent: string | undefined;
      for (const name of ['Ada', 'Bea', 'Cid', 'Dora']) {
        const answered = parent === undefined ? {} : { parent };
        const body = `${name} says at ${width} ${long} ${'w'.repeat(90)}`;
        parent = (await post(page, { url, name: `${name} ${long}`, body, ...answered })).comment.id;
      }
      await page.goto(url);
      await page.getByText('Dora says').waitFor();
      await formOf(page).comment.fill('x');
      await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    });
  }

  test('reads in the order in which it stands', async ({ page }) => {
    const url = await openArticle(page);
    const { comment } = await post(page, { url, name: 'Ada', body: 'First of the order.' });
    await post(page, { url, name: 'Bea', body: 'An answer in order.', parent: comment.id });
    await post(page, { url, name: 'Cid', body: 'Last of the order.' });
    await page.goto(url);
    await expect(commentBy(page, 'Cid')).toBeVisible();
    const tops = await page.locator('belowline-comments').evaluate((host) => {
      const parts =
        host.shadowRoot?.querySelectorAll(
          'h2, textarea, :not([aria-hidden]) > input, button, article',
        ) ?? [];
      return [...parts]
        .map((part) => ({ what: part.textContent, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 1)
        .map(({ what, box }) => ({ what, top: Math.round(box.top), x: Math.round(box.left) }));
    });
    const jumpsBack = tops.filter(({ top }, i) => top < (tops[i - 1]?.top ?? 0) - 12);
    expect(jumpsBack).toEqual([]);
  });
});
