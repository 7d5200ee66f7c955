/**
 * Somebody's words within a sentence of ours, which they must not turn round: without signs that
 * change the direction, and isolated where there were some.
 */
export function apart(text: string): string {
  const plain = text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
  return plain === text ? text : `\u2068${plain}\u2069`;
}
