import { features } from '../../../src/screening/classifier/features.ts';
import type { Lesson } from '../../../src/screening/classifier/lesson.ts';
import type { Writing } from '../../../src/screening/classifier/writing.ts';

/** A comment of which only what matters is given. */
export function writing(given: Partial<Writing>): Writing {
  return {
    body: '',
    author: '',
    email: '',
    website: '',
    article: { title: '', text: '' },
    ...given,
  };
}

const SPAM = [
  'cheap pills here http://pills.biz/buy',
  'win money at our casino',
  'replica watches outlet sale',
  'visit my page about loans',
];
const HONEST = [
  'the mayor never answered my letter',
  'good point about the schools',
  'who pays for the bridge?',
  'I was there and it rained all day',
];

/** `size` lessons, every fourth of them spam, each a little different. */
export function course(size: number): Lesson[] {
  return Array.from({ length: size }, (_, i) => {
    const spam = i % 4 === 0;
    const body = `${(spam ? SPAM : HONEST)[i % 3]} ${i} ${(spam ? SPAM : HONEST)[(i >> 2) % 4]}`;
    return {
      id: `comment-${i}`,
      at: 1_000 + (i % 50),
      spam,
      features: features(writing({ body })),
    };
  });
}
