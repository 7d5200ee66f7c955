import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

const folder = join(projectRoot, '.state', 'remote');
const file = join(folder, 'address');

/** Remembers where the Worker was deployed to, for sign-in links. */
export function writeDeployedAddress(address: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${address}\n`);
}

/** Its origin; null where nothing was deployed from here. */
export function readDeployedAddress(): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    const address = text.includes('://') ? text : `https://${text}`;
    return URL.canParse(address) ? new URL(address).origin : null;
  } catch {
    return null;
  }
}
