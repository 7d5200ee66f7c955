import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layOver } from '../../../cli/lay-over.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'belowline-lay-over-'));
  mkdirSync(join(folder, 'source/deep'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

test('makes a folder hold what another one holds', () => {
  write('source/a', 'new');
  write('source/deep/b', 'deep');
  mkdirSync(join(folder, 'target'));
  write('target/a', 'old');
  write('target/gone', 'gone');
  layOver(join(folder, 'target'), join(folder, 'source'));
  expect([read('target/a'), read('target/deep/b')]).toEqual(['new', 'deep']);
  expect(readdirSync(join(folder, 'target')).sort()).toEqual(['a', 'deep']);
});

test('leaves a file alone that is the same', () => {
  write('source/a', 'same');
  layOver(join(folder, 'target'), join(folder, 'source'));
  const before = statSync(join(folder, 'target/a')).ino;
  const { mtimeMs } = statSync(join(folder, 'target/a'));
  layOver(join(folder, 'target'), join(folder, 'source'));
  expect(statSync(join(folder, 'target/a'))).toMatchObject({ ino: before, mtimeMs });
});
