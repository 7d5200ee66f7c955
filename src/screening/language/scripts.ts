/** Letters that several languages write with; which one it is, the words must say. */
export type SharedScript = 'Latin' | 'Cyrillic' | 'Arabic' | 'Devanagari';

export const SHARED: Record<SharedScript, readonly string[]> = {
  Latin:
    'az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo'.split(
      ' ',
    ),
  Cyrillic: ['be', 'bg', 'ru', 'sr', 'uk'],
  Arabic: ['ar', 'fa', 'ku', 'ur'],
  Devanagari: ['hi', 'mr'],
};

/** Letters that are as good as one language’s own. */
const OWN: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Oriya}/gu, 'or'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const WITH_OTHERS: readonly [RegExp, SharedScript][] = [
  [LATIN, 'Latin'],
  [/\p{Script=Cyrillic}/gu, 'Cyrillic'],
  [/\p{Script=Arabic}/gu, 'Arabic'],
  [/\p{Script=Devanagari}/gu, 'Devanagari'],
];

/** A sign for a syllable or a word says about as much as so many letters of an alphabet. */
const SYLLABLE = 3;
/** A text that has less of each script is written in several. */
const MOST = 0.6;
/** Kana among the signs of a Japanese text; a Chinese one may have a word of it. */
const LEAST_KANA = 0.1;
/** So few letters are anybody’s. */
const LEAST_LETTERS = 4;

export type Script = { language: string } | { script: SharedScript };

/** The language that the letters give away, or the letters that it shares with others; null for neither. */
export function readScript(text: string): Script | null {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  const latin = count(LATIN);
  const all = count(/\p{L}/gu);
  // Nearly everywhere nearly all texts are this; the rest need not be counted for them.
  if (latin === all) return all < LEAST_LETTERS ? null : { script: 'Latin' };
  const ranked = weigh(count).sort((a, b) => b.weight - a.weight);
  const total = ranked.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = ranked;
  if (first === undefined || first.weight < LEAST_LETTERS) return null;
  return first.weight < MOST * total ? null : first.found;
}

function weigh(count: (letters: RegExp) => number): { weight: number; found: Script }[] {
  const [kana, han] = [count(KANA), count(HAN)];
  const isJapanese = kana > 0 && kana >= LEAST_KANA * (kana + han);
  return [
    { weight: SYLLABLE * (kana + han), found: { language: isJapanese ? 'ja' : 'zh' } },
    ...OWN.map(([letters, language]) => ({
      weight: (language === 'ko' ? SYLLABLE : 1) * count(letters),
      found: { language },
    })),
    ...WITH_OTHERS.map(([letters, script]) => ({ weight: count(letters), found: { script } })),
  ];
}
