import { newId } from '../domain/new-id.ts';

/** An id of this moment, with the runtime's randomness. */
export function makeNewId(now: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10)).values();
  return newId(now, () => (bytes.next().value ?? 0) % 32);
}
