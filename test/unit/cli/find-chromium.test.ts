import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../../cli/find-chromium.ts';
import { refusalOf } from './refusal.ts';

describe('the browser of the tests', () => {
  let folder: string;
  const program = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'belowline-chromium-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the one that CHROMIUM_PATH names, before the system’s', () => {
    const chosen = program('my-browser');
    program('chromium');
    expect(findChromium({ CHROMIUM_PATH: chosen, PATH: folder })).toBe(chosen);
  });

  it('is the system’s, under any of its names', () => {
    const found = program('google-chrome-stable');
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(found);
  });

  it('is asked for by name where CHROMIUM_PATH is wrong', () => {
    const nothing = join(folder, 'nothing');
    expect(refusalOf(() => findChromium({ CHROMIUM_PATH: nothing, PATH: folder }))).toContain(
      `"${nothing}"`,
    );
  });
});
