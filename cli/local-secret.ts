import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Writes .dev.vars with a SECRET of its own unless the file is there. It is never overwritten. */
export function ensureLocalSecret(folder = projectRoot): 'written' | 'kept' {
  const file = join(folder, '.dev.vars');
  if (existsSync(file)) {
    if (/^\s*SECRET\s*=/m.test(readFileSync(file, 'utf8'))) return 'kept';
    writeFileSync(file, `\n${secretLine()}`, { flag: 'a' });
    return 'written';
  }
  writeFileSync(file, secretLine(), { mode: 0o600 });
  return 'written';
}

function secretLine(): string {
  return `SECRET=${makeSecret()}\n`;
}

/** 256 random bits, as text that needs no quoting anywhere. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}
