/** One way to fill a slot: words that follow each other; a last `*` leaves the word's end open. */
type Choice = readonly string[];
type Slot = { choices: readonly Choice[]; optional: boolean };
export type Pattern = { atStart: boolean; slots: readonly Slot[] };

/** Entries of a lexicon; see lexicon.ts for how they are written. */
export function readPatterns(entries: string): Pattern[] {
  return entries
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(readPattern);
}

function readPattern(entry: string): Pattern {
  const atStart = entry.startsWith('^ ');
  const written = atStart ? entry.slice(2) : entry;
  return { atStart, slots: written.split(/\s+/).map(readSlot) };
}

const ANY: Slot = { choices: [['*']], optional: true };

function readSlot(written: string): Slot {
  if (written === '~') return ANY;
  const whole = /^(\([^()]*\)|[^()?]+)\?$/.exec(written);
  const words = spell(whole?.[1] ?? written);
  return { choices: words.map((word) => word.split('_')), optional: whole !== null };
}

/** Every word that a stem with its endings stands for. */
function spell(stem: string): string[] {
  const group = /\(([^()]*)\)(\??)/.exec(stem);
  if (group === null) return [stem];
  const before = stem.slice(0, group.index);
  const after = spell(stem.slice(group.index + group[0].length));
  const endings = [...(group[1] ?? '').split('|'), ...(group[2] === '?' ? [''] : [])];
  return endings.flatMap((ending) => after.map((rest) => before + ending + rest));
}

/** The words with which a pattern can begin. */
export function openings(pattern: Pattern): string[] {
  return (pattern.slots[0]?.choices ?? []).map((choice) => choice[0] ?? '');
}

/** Where the longest reading of a pattern ends, in words, when it begins at `from`; -1 for none. */
export function follow(pattern: Pattern, words: readonly string[], from: number): number {
  const before = words[from - 1];
  if (pattern.atStart && before !== undefined && before !== SENTENCE_END) return -1;
  return step({ slots: pattern.slots, words }, 0, from);
}

type Walk = { slots: readonly Slot[]; words: readonly string[] };

function step(walk: Walk, at: number, from: number): number {
  const slot = walk.slots[at];
  if (slot === undefined) return from;
  let end = -1;
  for (const choice of slot.choices) {
    if (!stands(choice, walk.words, from)) continue;
    end = Math.max(end, step(walk, at + 1, from + choice.length));
  }
  return slot.optional ? Math.max(end, step(walk, at + 1, from)) : end;
}

function stands(choice: Choice, words: readonly string[], from: number): boolean {
  return choice.every((wanted, i) => {
    const word = words[from + i];
    if (word === undefined || word === SENTENCE_END) return false;
    return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
  });
}

/** Stands among the words where a sentence ends; nothing reaches over it. */
export const SENTENCE_END = '.';
