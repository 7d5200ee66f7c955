/** A place in a list that is ordered by an id and, within it, by a number. */
export type Cursor = { id: string; seq: number };

const SHAPE = /^([0-9a-z]{20})-(\d{1,9})$/;

export function writeCursor(cursor: Cursor): string {
  return `${cursor.id}-${cursor.seq}`;
}

/** null for anything that `writeCursor` did not make. */
export function readCursor(text: string): Cursor | null {
  const [, id, seq] = SHAPE.exec(text) ?? [];
  return id === undefined || seq === undefined ? null : { id, seq: Number(seq) };
}
