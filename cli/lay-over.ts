import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Makes `target` hold the same files as `source`, touching only those that differ. */
export function layOver(target: string, source: string): void {
  const wanted = filesBelow(source);
  for (const file of wanted) {
    if (isSame(join(target, file), join(source, file))) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(source, file), join(target, file));
  }
  const surplus = filesBelow(target).filter((file) => !wanted.includes(file));
  for (const file of surplus) rmSync(join(target, file));
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function isSame(a: string, b: string): boolean {
  return existsSync(a) && readFileSync(a).equals(readFileSync(b));
}
