import type { Taught } from '../../domain/learn-site.ts';
import type { SiteModel } from '../../domain/site-model.ts';
import { baseModel } from './base.ts';
import { features } from './features.ts';
import { trainSite } from './site-model.ts';

/** What a site learns from its decisions; the same ones give the same weights in any order. */
export function trainTaught(taught: readonly Taught[]): SiteModel | undefined {
  const lessons = taught.map(({ id, at, spam, body, name, email, website, title }) => {
    const writing = { body, author: name, email, website, article: { title, text: '' } };
    return { id, at: at.getTime(), spam, features: features(writing) };
  });
  return trainSite(new Map(lessons.map((lesson) => [lesson.id, lesson])), {
    base: baseModel().weights,
  });
}
