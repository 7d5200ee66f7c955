import type { SiteModel } from '../../../src/domain/site-model.ts';
import type { Base } from '../../../src/screening/classifier/classify.ts';
import { classify } from '../../../src/screening/classifier/classify.ts';
import type { Lesson } from '../../../src/screening/classifier/lesson.ts';
import { trainSite } from '../../../src/screening/classifier/site-model.ts';
import { blogSpam, type Comment, honestSets } from '../data-sets.ts';
import { dress } from '../dress.ts';
import { type Figure, heldShare, type Judged, percent, type Run, recall } from '../figures.ts';
import { baseFor, lessons, type Sample, sample } from '../teach.ts';

/**
 * A newsroom's comments and a blog's spam, 70 to 30, in the order of time. Each is judged before its
 * label is learned; the site's model is renewed after every 20 decisions. Nothing was tuned on this.
 */
export function firstWeek({ folder, progress }: Run): Figure[] {
  const spam = blogSpam(folder).filter((comment) => comment.spam);
  const newsrooms = honestSets(folder).filter((set) => !set.blog && set.comments.length >= 1400);
  if (spam.length === 0) return [];
  return newsrooms.flatMap((set) => {
    progress(`first week, ${set.name}`);
    const judged = live(mix(set.comments, spam).map(sample), baseFor(folder)).slice(500);
    const [caught, held] = [recall(judged), heldShare(judged)];
    const figure = { protocol: 'First week, from decision 500 on' };
    return [
      {
        ...figure,
        figure: `recall, ${set.name}`,
        value: percent(caught),
        bar: '≥ 95 %',
        met: caught >= 0.95,
        note: `${judged.length} comments`,
      },
      {
        ...figure,
        figure: `ham held, ${set.name}`,
        value: percent(held),
        bar: '≤ 0.3 %',
        met: held <= 0.003,
      },
    ];
  });
}

function mix(ham: readonly Comment[], spam: readonly Comment[]): Comment[] {
  const rounds = Math.min(LONGEST / 10, Math.floor(ham.length / 7), Math.floor(spam.length / 3));
  // Who writes after decision 500 has another name than those before: readers who come back would
  // make it easier than promised.
  return Array.from({ length: rounds }, (_, i) => {
    const honest = dress(ham.slice(i * 7, i * 7 + 7), i < 50 ? 'learned' : 'reported');
    return [
      ...honest.slice(0, 3),
      ...spam.slice(i * 3, i * 3 + 2),
      ...honest.slice(3),
      ...spam.slice(i * 3 + 2, i * 3 + 3),
    ];
  }).flat();
}

const LONGEST = 4000;
const RENEWED_EVERY = 20;

function live(samples: readonly Sample[], base: Base): Judged[] {
  const all = lessons(samples);
  const known = new Map<string, Lesson>();
  let site: SiteModel | undefined;
  return all.map((lesson, i) => {
    const { held } = classify(lesson.features, { base, site });
    known.set(lesson.id, lesson);
    if (i % RENEWED_EVERY === RENEWED_EVERY - 1) site = trainSite(known, { base: base.weights });
    return { spam: lesson.spam, held };
  });
}
