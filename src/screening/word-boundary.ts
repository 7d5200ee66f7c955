const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that set no space between words: there a word is found wherever it stands. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether [start, end) of the text is a word of its own: "press" is not in "WordPress". */
export function isWhole(text: string, [start, end]: [number, number]): boolean {
  return opensWord(text, start) && closesWord(text, end);
}

export function opensWord(text: string, start: number): boolean {
  const first = charAt(text, start);
  return !LETTER.test(first) || UNSPACED.test(first) || !LETTER.test(charBefore(text, start));
}

export function closesWord(text: string, end: number): boolean {
  const last = charBefore(text, end);
  return !LETTER.test(last) || UNSPACED.test(last) || !LETTER.test(charAt(text, end));
}

export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Where the word ends that a place in the text belongs to. */
export function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && LETTER.test(charAt(text, end))) end += charAt(text, end).length;
  return end;
}

/** Where the word begins that a place in the text belongs to. */
export function startOfWord(text: string, from: number): number {
  let start = from;
  while (start > 0 && LETTER.test(charBefore(text, start))) start -= charBefore(text, start).length;
  return start;
}

function charAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0x20);
}

function charBefore(text: string, index: number): string {
  const unit = text.charCodeAt(index - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return index === 0 ? ' ' : charAt(text, index - (isLowSurrogate ? 2 : 1));
}
