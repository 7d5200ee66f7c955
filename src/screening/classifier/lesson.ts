import type { Features } from './bag.ts';

/**
 * One comment that a moderator has decided about, as the classifier remembers it: no text, only
 * hashes. `at` is the time of the decision in ms; with `id` it orders lessons without ties.
 */
export type Lesson = { id: string; at: number; spam: boolean; features: Features };

/** All lessons of a site, by comment: a comment has one standing decision or none. */
export type Lessons = ReadonlyMap<string, Lesson>;

/** A decision, or a new one about the same comment, which takes the earlier one's place. */
export function learn(lessons: Lessons, lesson: Lesson): Lessons {
  return new Map(lessons).set(lesson.id, lesson);
}

/** A decision undone, or a comment erased. */
export function unlearn(lessons: Lessons, id: string): Lessons {
  const rest = new Map(lessons);
  rest.delete(id);
  return rest;
}

/** Newest lessons of either kind that a site is trained on; bounds time and memory of a training. */
export const REMEMBERED = 3000;

/**
 * The lessons that count, in the one order in which they are learned: scattered by a hash of the
 * id, so that neither the order of arrival nor long runs of one kind matter.
 */
export function curriculum(lessons: Lessons): Lesson[] {
  const newest = [...lessons.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const spam = newest.filter((lesson) => lesson.spam).slice(0, REMEMBERED);
  const honest = newest.filter((lesson) => !lesson.spam).slice(0, REMEMBERED);
  return [...spam, ...honest]
    .map((lesson) => ({ lesson, key: scatter(lesson.id) }))
    .sort((a, b) => a.key - b.key || (a.lesson.id < b.lesson.id ? -1 : 1))
    .map(({ lesson }) => lesson);
}

/** An evenly spread 32-bit number for an id (FNV-1a, then mixed). */
export function scatter(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Four bytes of hash and one of value a feature, for a BLOB. Values are rounded to 1/255. */
export function encodeFeatures({ hashes, values }: Features): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 5);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < hashes.length; i++) {
    view.setUint32(i * 5, hashes[i] ?? 0, true);
    view.setUint8(i * 5 + 4, Math.round((values[i] ?? 0) * 255));
  }
  return bytes;
}

export function decodeFeatures(bytes: Uint8Array): Features {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = Math.floor(bytes.byteLength / 5);
  const hashes = new Uint32Array(size);
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    hashes[i] = view.getUint32(i * 5, true);
    values[i] = view.getUint8(i * 5 + 4) / 255;
  }
  return { hashes, values };
}
