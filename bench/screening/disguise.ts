import { lookalikes } from '../../src/screening/lookalikes.ts';
import { seeded } from './seeded.ts';

/** What spammers do to words so that no list finds them: letters of other alphabets, nothing-signs, wide letters. */
export function disguise(text: string, seed: number): string {
  const chance = seeded(seed);
  return text.replace(/(?<![\w./:@-])[A-Za-z]{4,}(?![\w./:@-])/g, (word) => {
    const way = chance();
    if (way < 0.35)
      return [...word]
        .map((letter) => (chance() < 0.5 ? lookalike(letter, chance) : letter))
        .join('');
    if (way < 0.5) return [...word].join(chance() < 0.5 ? '\u200b' : '\u00ad');
    if (way < 0.6)
      return [...word]
        .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
        .join('');
    return word;
  });
}

function lookalike(letter: string, chance: () => number): string {
  const known = [...(lookalikes[letter.toLowerCase()] ?? '')].filter((one) =>
    /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(one),
  );
  return known[Math.floor(chance() * known.length)] ?? letter;
}
