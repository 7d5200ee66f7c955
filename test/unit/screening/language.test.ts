import { eld } from 'eld/extrasmall';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/domain/languages.ts';
import { detectLanguage } from '../../../src/screening/language/detect-language.ts';
import { SHARED } from '../../../src/screening/language/scripts.ts';

const TEXTS: readonly [string, string][] = [
  ['en', 'I have no idea why they closed the bridge again'],
  ['en', 'This is so wrong, and they know it'],
  ['de', 'Das ist doch nicht euer Ernst, oder?'],
  ['de', 'Schon wieder teurer geworden, wer soll das bezahlen'],
  ['fr', 'C’est vraiment n’importe quoi, cette histoire'],
  ['fr', 'Je ne suis pas du tout d’accord avec vous'],
  ['es', 'No estoy de acuerdo con lo que dice el alcalde'],
  ['it', 'Non sono d’accordo con quello che ha detto il sindaco'],
  ['pt', 'Não concordo com o que o prefeito disse ontem'],
  ['nl', 'Dat is toch niet te geloven, wat een onzin'],
  ['pl', 'Nie zgadzam się z tym, co powiedział burmistrz'],
  ['ru', 'Я не согласен с тем, что сказал мэр города'],
  ['uk', 'Я не згоден з тим, що сказав міський голова'],
  ['tr', 'Belediye başkanının söylediklerine hiç katılmıyorum'],
  ['ar', 'أنا لا أتفق مع ما قاله رئيس البلدية أمس'],
  ['zh', '我完全不同意市长昨天说的话'],
  ['zh', '学习了'],
  ['ja', '市長の言ったことには賛成できません'],
  ['ja', 'ありがとう'],
  ['ko', '시장의 말에 전혀 동의하지 않습니다'],
  ['sv', 'Jag håller inte alls med om det som borgmästaren sade'],
  ['cs', 'Vůbec nesouhlasím s tím, co řekl starosta'],
  ['el', 'Δεν συμφωνώ καθόλου με τον δήμαρχο'],
  ['hi', 'यह बहुत गलत है और सरकार को शर्म आनी चाहिए'],
  ['he', 'אני לא מסכים עם ראש העיר'],
];

describe('the language of a comment', () => {
  test.each(TEXTS)('is %s for “%s”', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each([
    '',
    ' \n ',
    'lol',
    'LOL LOL LOL',
    'hahahahahaha',
    'ok',
    '+1',
    '???!!',
    '😂😂😂👍',
    '2 + 2 = 5',
    'https://paper.example/the-bridge-is-closed-again-and-nobody-was-asked',
    'www.paper.example/das-ist-doch-nicht-euer-ernst',
    'somebody.with.a.long.name@mail.example',
    '@somebody @somebody_else #brücke #gesperrt',
    'Amsterdam',
    'Angela Merkel',
    'Danke',
    'bon courage',
    'asdf qwer zxcv',
    'lol 3fa9bcde12 covid19 ab12cd',
    'π ≈ 3',
    // Half and half.
    'Das ist wirklich gut Я не согласен с тем',
    // The table knows of neither; it would say Malay, and Croatian.
    'Saya tidak setuju dengan apa yang dikatakan walikota kemarin',
    'Ne slažem se sa onim što je gradonačelnik juče rekao na televiziji',
  ])('is not known for “%s”', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  test('is that of the words around addresses and the names of accounts', () => {
    expect(
      detectLanguage('@the_best_of_all hat recht, siehe https://paper.example/the-end-of-it-all'),
    ).toBe('de');
  });

  test('is not changed by a foreign name in other letters', () => {
    expect(detectLanguage('Купил себе новый iPhone и теперь совсем не жалею об этом')).toBe('ru');
    expect(detectLanguage('我的 MacBook 昨天坏了，怎么办')).toBe('zh');
  });

  test('is always one of those that can be filtered by', () => {
    const all = Object.values(SHARED).flat();
    expect(all.filter((one) => !LANGUAGES.includes(one))).toEqual(['hr', 'ms']);
    expect(TEXTS.filter(([one]) => !LANGUAGES.includes(one))).toEqual([]);
    expect(new Set(LANGUAGES).size).toBe(LANGUAGES.length);
  });

  test('costs no more for a text that is made to cost', () => {
    for (const piece of [
      'a@',
      '@',
      'a.com',
      '#',
      "'",
      'www.',
      'https://',
      'ａ',
      '\u0301',
      '\ud800',
    ]) {
      const started = performance.now();
      detectLanguage(piece.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(50);
    }
  });
});

test('the packed table says what the library it was made from says', () => {
  const shared = TEXTS.filter(([language]) => !['zh', 'ja', 'ko', 'el', 'he'].includes(language));
  for (const [language, text] of shared) {
    expect(eld.detect(text).language).toBe(language);
    expect(detectLanguage(text)).toBe(language);
  }
});
