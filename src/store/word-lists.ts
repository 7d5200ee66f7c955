/** Lists of this many sites are kept ready, newest use last. */
const KEPT = 64;
const kept = new Map<string, readonly string[]>();

/**
 * A stored list of words. While it stays the same, the same array is answered, so that whoever makes
 * it ready for looking up (10,000 entries take milliseconds) does so once an isolate.
 */
export function readWords(json: string): readonly string[] {
  const words = kept.get(json) ?? Object.freeze(JSON.parse(json) as string[]);
  kept.delete(json);
  kept.set(json, words);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return words;
}
