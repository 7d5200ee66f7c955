import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { aPost, problemOf, putSite, type Service, startService } from './client.ts';
import { deleteAll } from './delete-all.ts';

let service: Service;

beforeEach(async () => {
  await deleteAll(env.DB);
  await putSite();
  service = startService();
});

/** The answer to a comment that was said already, as somebody with this header gets it. */
async function saidTwice(languages: string | null) {
  const json = aPost();
  await service.post(json);
  const headers = languages === null ? {} : { 'accept-language': languages };
  const answer = await service.send('/api/v1/comments', { json, headers });
  return { ...problemOf(answer), language: answer.headers.get('content-language') };
}

describe('what goes wrong is told', () => {
  test.each([
    ['de', 'de', 'Doppelter Kommentar'],
    ['fr-CA', 'fr', 'Commentaire en double'],
    ['es;q=0.9', 'es', 'Comentario duplicado'],
    ['ar-EG,ar', 'ar', 'تعليق مكرر'],
    ['zh, fr;q=0.5, de;q=0.8', 'de', 'Doppelter Kommentar'],
    ['de;q=0, fr', 'fr', 'Commentaire en double'],
  ])('to who asks for “%s” in %s', async (asked, language, words) => {
    const told = await saidTwice(asked);
    expect(told.language).toBe(language);
    expect(told.title).toContain(words);
    expect(told.code).toBe('duplicate');
  });

  test.each([[null], ['zh-TW'], ['*'], [''], [';;;q=,=,-'], ['xxxxxxxxxx-'.repeat(40)]])(
    'to who asks for “%s” in English',
    async (asked) => {
      const told = await saidTwice(asked);
      expect(told.language).toBe('en');
      expect(told.title).toContain('Duplicate comment');
    },
  );

  test('to programs in English, and says so', async () => {
    const answer = await service.send('/api/v1/comments', {
      json: { ...aPost(), parent: 7 },
      headers: { 'accept-language': 'de' },
    });
    expect(problemOf(answer).code).toBe('invalid-request');
    expect(answer.headers.get('content-language')).toBe('en');
  });
});
