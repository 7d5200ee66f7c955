import { lengthOf } from '../../domain/form-rules.ts';
import type { Check } from '../check.ts';

export const length: Check = {
  name: 'length',
  timeless: true,
  run: ({ source, site }) => {
    const characters = lengthOf(source);
    if (characters <= site.maxLength) return null;
    return {
      verdict: 'reject',
      score: 1,
      message: `${characters} characters; this site takes ${site.maxLength}.`,
      matches: [],
      refusal: 'too-long',
    };
  },
};
