/** Hashed features of one comment. A model looks at the low bits of a hash, as many as it has. */
export type Features = { hashes: Uint32Array; values: Float32Array };

/** What a feature says, in words, for the person who asks why. */
export type Label = { kind: Kind; text: string };

/**
 * The namespaces. The same word as name, as text and in an address are three different features.
 * The number is part of every hash: changing one makes stored lessons and models worthless.
 */
export const kinds = {
  word: 1,
  phrase: 2,
  letters: 3,
  shape: 4,
  link: 5,
  linkPath: 6,
  name: 7,
  nameLetters: 8,
  nameShape: 9,
  email: 10,
  website: 11,
  websitePath: 12,
  article: 13,
  hostLetters: 14,
} as const;
export type Kind = keyof typeof kinds;

/** Collects features group by group; each group has the same say, however long the comment is. */
export class Bag {
  private readonly hashes: number[] = [];
  private readonly values: number[] = [];
  private readonly labels: Map<number, Label> | undefined;
  private group = new Set<number>();

  constructor(labels?: Map<number, Label>) {
    this.labels = labels;
  }

  add(kind: Kind, text: string): void {
    let hash: number = kinds[kind];
    for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
    this.put(hash, () => ({ kind, text }));
  }

  /** Every run of `size` units of `text`, without cutting a string out for each. */
  addRuns(kind: Kind, [text, size]: [string, number]): void {
    for (let start = 0; start + size <= text.length; start++) {
      let hash: number = kinds[kind];
      for (let i = start; i < start + size; i++) hash = step(hash, text.charCodeAt(i));
      this.put(hash, () => ({ kind, text: text.slice(start, start + size) }));
    }
  }

  /**
   * Ends a group: its features share `weight`, so that none drowns the others by their number. Below
   * `least` features they do not get more each: a single word must not weigh as much as a page.
   */
  close(weight: number, least = 1): void {
    const value = weight / Math.sqrt(Math.max(least, this.group.size));
    for (const hash of this.group) {
      this.hashes.push(hash);
      this.values.push(value);
    }
    this.group = new Set();
  }

  /** Ends a group of few, independent signs: each counts in full. */
  closeSigns(weight: number): void {
    for (const hash of this.group) {
      this.hashes.push(hash);
      this.values.push(weight);
    }
    this.group = new Set();
  }

  done(): Features {
    return { hashes: Uint32Array.from(this.hashes), values: Float32Array.from(this.values) };
  }

  private put(raw: number, label: () => Label): void {
    const hash = finish(raw);
    this.group.add(hash);
    if (this.labels && !this.labels.has(hash)) this.labels.set(hash, label());
  }
}

function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15);
}

// Murmur3's last mixing: without it the low bits, which models look at, depend on few letters.
function finish(raw: number): number {
  let hash = raw ^ (raw >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
