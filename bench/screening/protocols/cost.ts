import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { classify } from '../../../src/screening/classifier/classify.ts';
import { features } from '../../../src/screening/classifier/features.ts';
import { buildBase } from '../build-base.ts';
import { blogSpam, honestSets } from '../data-sets.ts';
import type { Figure, Run } from '../figures.ts';
import { newsHalves } from '../news-halves.ts';
import { shuffled } from '../seeded.ts';
import { baseFor, sample, teach } from '../teach.ts';
import { baseModelSource } from '../train-base.ts';

const SHIPPED = new URL('../../../src/screening/classifier/base-model.ts', import.meta.url);

/** Plain JavaScript in node; the bars are those for all screening in workerd. */
export function cost({ folder, progress }: Run): Figure[] {
  progress('cost');
  const comments = shuffled(
    [...honestSets(folder).flatMap((set) => set.comments), ...blogSpam(folder)],
    8,
  ).slice(0, 6000);
  if (comments.length === 0) return [];
  const base = baseFor(folder);
  const learned = [
    ...newsHalves(folder).learned.slice(0, 2000),
    ...blogSpam(folder).slice(0, 2000).map(sample),
  ];
  const start = performance.now();
  const site = teach(learned, base);
  const training = performance.now() - start;
  const times = comments.map(({ writing }) => {
    const begin = performance.now();
    classify(features(writing), { base, site });
    return performance.now() - begin;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  const shipped = readFileSync(SHIPPED, 'utf8');
  const gzip = gzipSync(shipped, { level: 9 }).length / 1024;
  const isSame = baseModelSource(buildBase(folder)) === shipped;
  return [
    {
      protocol: 'Cost',
      figure: 'features and score, median',
      value: `${at(0.5).toFixed(3)} ms`,
      bar: '≤ 1 ms',
      met: at(0.5) <= 1,
      note: `${times.length} comments`,
    },
    {
      protocol: 'Cost',
      figure: 'features and score, p95',
      value: `${at(0.95).toFixed(3)} ms`,
      bar: '≤ 2 ms',
      met: at(0.95) <= 2,
    },
    {
      protocol: 'Cost',
      figure: 'base model, gzip',
      value: `${gzip.toFixed(0)} KB`,
      bar: '≤ 256 KB',
      met: gzip <= 256,
    },
    {
      protocol: 'Cost',
      figure: 'base model, made again from this folder',
      value: isSame ? 'same bytes' : 'other bytes',
      note: 'other data gives others',
    },
    {
      protocol: 'Cost',
      figure: `renewing a site's model`,
      value: `${training.toFixed(0)} ms`,
      note: `${learned.length} lessons, off the request`,
    },
  ];
}
