import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCursor, writeCursor } from '../../../src/domain/cursor.ts';
import { newId } from '../../../src/domain/new-id.ts';

const time = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
const digits = fc.infiniteStream(fc.integer({ min: 0, max: 31 }));
const id = fc.tuple(time, digits).map(([at, stream]) => newId(at, () => stream.next().value));

describe('an id', () => {
  test('has 20 characters that can be read out', () => {
    fc.assert(
      fc.property(id, (made) => {
        expect(made).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
      }),
    );
  });

  test('sorts by the time of its making', () => {
    fc.assert(
      fc.property(time, time, digits, (a, b, stream) => {
        const random = () => stream.next().value;
        if (a.getTime() >= b.getTime()) return;
        expect(newId(a, random) < newId(b, random)).toBe(true);
      }),
    );
  });
});

describe('a cursor', () => {
  test('reads what it wrote', () => {
    fc.assert(
      fc.property(id, fc.integer({ min: 0, max: 999_999_999 }), (one, seq) => {
        expect(readCursor(writeCursor({ id: one, seq }))).toEqual({ id: one, seq });
      }),
    );
    fc.assert(
      fc.property(id, fc.integer({ min: 0, max: 999_999_999_999_999 }), (one, value) => {
        const cursor = { id: one, seq: 2, value };
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  test('is null for anything made up', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCursor(text);
        if (read !== null) expect(writeCursor(read)).toBe(text);
      }),
    );
    for (const text of [
      '',
      '-',
      '0',
      `${'0'.repeat(20)}-`,
      `${'0'.repeat(20)}--1`,
      `${'O'.repeat(20)}-1`,
      `${'0'.repeat(20)}-1-`,
      `${'0'.repeat(20)}-1-1.5`,
      `${'0'.repeat(20)}-1-${'9'.repeat(16)}`,
      `${'0'.repeat(20)}-1e9`,
      "' OR 1=1 --",
    ]) {
      expect(readCursor(text)).toBeNull();
    }
  });
});
