import type { Bag } from './bag.ts';

// Words, the sign for a link, and marks that carry tone.
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?|⇗|[$€£¥!?]/gu;

/** Words, pairs of words and runs of letters of the folded text. */
export function addText(bag: Bag, text: string): void {
  const tokens = (text.match(TOKEN) ?? []).map((token) =>
    /^\p{N}+$/u.test(token) ? figure(token) : token,
  );
  for (const token of tokens) bag.add('word', token);
  bag.close(1, FEW);
  for (let i = 1; i < tokens.length; i++) bag.add('phrase', `${tokens[i - 1]} ${tokens[i]}`);
  bag.close(1, FEW);
  const line = ` ${text} `;
  for (const size of RUNS) bag.addRuns('letters', [line, size]);
  bag.close(1, 3 * FEW);
}

const RUNS = [3, 4, 5];
const FEW = 10;

/** Numbers are told apart by their length only: no two lottery wins are the same. */
function figure(token: string): string {
  return `#${Math.min(token.length, 6)}`;
}
