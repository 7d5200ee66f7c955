import { lengthOf } from '../../domain/form-rules.ts';
import type { Check } from '../check.ts';

export const length: Check = {
  name: 'length',
  run: ({ text, site }) => {
    const characters = lengthOf(text.body);
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
