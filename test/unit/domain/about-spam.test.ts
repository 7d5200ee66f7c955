import { describe, expect, test } from 'vitest';
import { isAboutSpam } from '../../../src/domain/about-spam.ts';

describe('a decision is about spam', () => {
  test.each([
    ['spam', null],
    ['spam', 'insult'],
    ['rejected', null],
    ['rejected', ' '],
    ['rejected', 'spam'],
    ['rejected', 'Spam: sells watches'],
    ['rejected', 'Werbung'],
    ['rejected', '広告'],
  ] as const)('when it is %s for “%s”', (to, reason) => {
    expect(isAboutSpam(to, reason)).toBe(true);
  });

  test.each(['insult', 'hate', 'off-topic', 'false', 'other', 'Beleidigung', 'adverse tone'])(
    'but not when it is rejected for “%s”',
    (reason) => {
      expect(isAboutSpam('rejected', reason)).toBe(false);
    },
  );
});
