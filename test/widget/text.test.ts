import { describe, expect, test } from 'vitest';
import { loadText } from '../../widget/load-text.ts';
import { en } from '../../widget/text/en.ts';
import { enActing } from '../../widget/text/en-acting.ts';

describe('the words', () => {
  test('of the form are those that every reader of newspapers knows', () => {
    expect(enActing.errors).toMatchObject({
      'body required': 'Please enter your comment!',
      'name required': 'Please enter your name here',
      'email required': 'Please enter your email address here',
      'email invalid': 'You have entered an incorrect email address!',
    });
  });

  test.each(['de', 'de-AT', 'fr', 'es', 'ar', 'DE'])('are there in %s', async (lang) => {
    const text = await loadText(lang);
    expect(text.lang).toBe(lang.slice(0, 2).toLowerCase());
    expect(Object.keys(text.acting ?? {}).sort()).toEqual(Object.keys(enActing).sort());
    expect(Object.keys(text.acting?.errors ?? {})).toEqual(Object.keys(enActing.errors));
  });

  test.each(['en', 'en-GB', 'nl', '', 'constructor'])('are English for %j', async (lang) => {
    expect(await loadText(lang)).toBe(en);
  });

  test.each([
    [1, 'تعليق واحد'],
    [2, 'تعليقان'],
    [3, '3 تعليقات'],
    [11, '11 تعليقًا'],
    [100, '100 تعليق'],
  ])('count %i comments in Arabic', async (count, words) => {
    expect((await loadText('ar')).comments(count)).toBe(words);
  });
});
