/**
 * A place in a thread: the top comment that it stands at, how far into its branch, and, where the
 * order goes by a number of the top comment, that number.
 */
export type Cursor = { id: string; seq: number; value?: number };

const SHAPE = /^([0-9a-z]{20})-(\d{1,9})(?:-(\d{1,15}))?$/;

export function writeCursor({ id, seq, value }: Cursor): string {
  return value === undefined ? `${id}-${seq}` : `${id}-${seq}-${value}`;
}

/** null for anything that `writeCursor` did not make. */
export function readCursor(text: string): Cursor | null {
  const [, id, seq, value] = SHAPE.exec(text) ?? [];
  if (id === undefined || seq === undefined) return null;
  return { id, seq: Number(seq), ...(value !== undefined && { value: Number(value) }) };
}
