import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureLocalSecret } from '../../../cli/local-secret.ts';
import { readConfig } from '../../../src/config.ts';

describe('the local secret', () => {
  let folder: string;
  const read = () => readFileSync(join(folder, '.dev.vars'), 'utf8');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'belowline-vars-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is written once and long enough for the Worker', () => {
    expect(ensureLocalSecret(folder)).toBe('written');
    const SECRET = read().trim().replace('SECRET=', '');
    expect(readConfig({ SECRET }).secret).toBe(SECRET);
  });

  it('is never overwritten', () => {
    ensureLocalSecret(folder);
    const before = read();
    expect(ensureLocalSecret(folder)).toBe('kept');
    expect(read()).toBe(before);
  });

  it('is added to a file that holds something else', () => {
    writeFileSync(join(folder, '.dev.vars'), 'OTHER=1');
    ensureLocalSecret(folder);
    expect(read()).toMatch(/^OTHER=1\nSECRET=\S{32,}\n$/);
  });
});
