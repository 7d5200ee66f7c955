import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetHeaders } from '../../../cli/asset-headers.ts';
import { articles, pathOf, publishedAt, textOf } from '../../../demo/articles.ts';
import { demoSites } from '../../../demo/demo-sites.ts';
import { articlePage } from '../../../demo/pages.ts';
import { seedComments } from '../../../demo/seed-comments.ts';
import { checkForm } from '../../../src/domain/form-rules.ts';

const edition = {
  ownOrigin: 'http://127.0.0.1:8788',
  workerOrigin: 'http://localhost:8787',
  since: new Date('2026-11-01T08:00:00Z'),
};
const articleOf = (slug: string) => {
  const found = articles.find((article) => article.slug === slug);
  if (found === undefined) throw new Error(`no article ${slug}`);
  return found;
};

describe('the demo’s comments', () => {
  it('are younger than their article at whatever time the demo is started', () => {
    const anyTime = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2036-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyTime, (since) => {
        for (const { slug, minutesAgo, ref } of seedComments) {
          const written = since.getTime() - minutesAgo * 60_000;
          expect(written, ref).toBeGreaterThan(publishedAt(articleOf(slug), since).getTime());
        }
      }),
    );
  });

  it('answer earlier comments below the same article', () => {
    const byRef = new Map(seedComments.map((comment) => [comment.ref, comment]));
    expect(byRef.size).toBe(seedComments.length);
    for (const comment of seedComments.filter(({ answers }) => answers !== undefined)) {
      const parent = byRef.get(comment.answers ?? '');
      expect(parent?.slug, comment.ref).toBe(comment.slug);
      expect(parent?.minutesAgo, comment.ref).toBeGreaterThan(comment.minutesAgo);
    }
  });

  it('fill the form as their site asks', () => {
    const sites = new Map(
      demoSites([edition.ownOrigin], edition.since).map((site) => [site.key, site]),
    );
    for (const comment of seedComments) {
      const site = sites.get(articleOf(comment.slug).site);
      if (site === undefined) throw new Error(comment.ref);
      expect(checkForm(comment, site), comment.ref).toEqual([]);
    }
  });

  it('leave one article for whoever wants to be first', () => {
    const commented = new Set(seedComments.map(({ slug }) => slug));
    expect(articles.filter(({ slug }) => !commented.has(slug)).map(({ slug }) => slug)).toEqual([
      'fog-horn',
    ]);
  });
});

describe('the demo’s articles', () => {
  it.each(articles)(
    '$slug has the one script tag, a way without scripts, and its canonical address',
    (article) => {
      const page = articlePage(article, edition);
      const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
      expect(scripts).toEqual([
        `<script src="http://localhost:8787/embed.js" data-site="${article.site}" async>`,
      ]);
      const url = `http://127.0.0.1:8788${pathOf(article)}`;
      expect(page).toContain(`<link rel="canonical" href="${url}">`);
      expect(page).toContain(`/t?site=${article.site}&amp;url=${encodeURIComponent(url)}`);
    },
  );

  it('hold nothing that their own policy forbids', () => {
    for (const article of articles) {
      expect(textOf(article)).not.toMatch(/<(?:script|style|iframe|img)|\sstyle=|\son\w+=/i);
    }
  });
});

describe('the headers of files', () => {
  const blocks = new Map(
    assetHeaders()
      .trim()
      .split('\n\n')
      .map((block) => {
        const [path = '', ...lines] = block.split('\n');
        return [path, lines.join('\n')];
      }),
  );

  it('let every page load the widget', () => {
    for (const path of ['/embed.js', '/widget/*']) {
      expect(blocks.get(path)).toContain('Access-Control-Allow-Origin: *');
      expect(blocks.get(path)).toContain('Cross-Origin-Resource-Policy: cross-origin');
    }
  });

  it('keep for ever only what carries its content in its name', () => {
    const forEver = [...blocks].filter(([, headers]) => headers.includes('immutable'));
    expect(forEver.map(([path]) => path)).toEqual(['/widget/*', '/desk/assets/*']);
  });

  it('guard the desk’s page where it is fetched as a bare file', () => {
    const page = blocks.get('/desk/index.html');
    expect(page).toContain("frame-ancestors 'none'");
    expect(page).toContain("require-trusted-types-for 'script'");
    expect(page).toContain('X-Frame-Options: DENY');
  });
});
