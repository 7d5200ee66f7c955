import { trimInvisible } from './form-rules.ts';

/**
 * What is kept of a text that a reader typed: line ends as \n, no control characters, no half
 * surrogates, nothing invisible at its ends. Idempotent.
 */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return trimInvisible(lines.replace(/(?![\n\t])\p{Cc}/gu, '')).toWellFormed();
}

/** The same for a field of one line: name, e-mail, title. */
export function cleanLine(text: string): string {
  return cleanText(cleanText(text).replace(/[\n\t]+/g, ' '));
}
