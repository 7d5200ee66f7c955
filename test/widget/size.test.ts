// @vitest-environment node
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWidget } from '../../cli/build-widget.ts';

/** Bytes as they travel, of each file by its name. */
const sizes = new Map<string, number>();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'belowline-widget-'));
  await buildWidget(folder);
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.js')) continue;
    const contents = await readFile(path.join(folder, file));
    sizes.set(path.basename(file), gzipSync(contents, { level: 9 }).length);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const sizeOf = (name: string): number => sizes.get(name) ?? Number.NaN;

describe('what a reader loads', () => {
  test('is at most 1.5 KB before they come near the comments', () => {
    expect(sizeOf('embed.js')).toBeLessThanOrEqual(1500);
  });

  test('is at most 9 KB to see the comments and the form', () => {
    expect(sizeOf('embed.js') + sizeOf('app.js')).toBeLessThanOrEqual(9000);
  });

  test('is at most 24 KB for all that is loaded on use, in all languages together', () => {
    const all = [...sizes.values()].reduce((sum, size) => sum + size);
    expect(all - sizeOf('embed.js') - sizeOf('app.js')).toBeLessThanOrEqual(24_000);
  });

  test('names its modules by what is in them', async () => {
    const embed = await readFile(path.join(folder, 'embed.js'), 'utf8');
    const [hash] = await readdir(path.join(folder, 'widget'));
    expect(hash).toMatch(/^[0-9a-f]{10}$/);
    expect(embed).toContain(`/widget/${hash}/app.js`);
  });
});
