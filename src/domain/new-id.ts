/** Crockford's base 32 in lower case: no i, l, o, u, so an id can be read out and typed. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 10;

/**
 * An id of 20 characters: 50 bits of time in milliseconds, then 50 random bits. Ids sort by time.
 * `random` gives a whole number from 0 to 31 at each call.
 */
export function newId(now: Date, random: () => number): string {
  let time = now.getTime();
  let id = '';
  for (let i = 0; i < TIME_DIGITS; i++) {
    id = (DIGITS[time % 32] ?? '') + id;
    time = Math.floor(time / 32);
  }
  for (let i = 0; i < RANDOM_DIGITS; i++) id += DIGITS[random()] ?? '';
  return id;
}
