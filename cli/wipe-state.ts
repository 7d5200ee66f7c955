import { rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a start puts into its folder. Beside it stands what `npm run deploy` remembers. */
const OWN = ['v3', 'registry', 'bindings.json', 'running.json', 'start.json', 'wrangler.log'];

/** Throws away what was kept, and nothing else: `--state` may name any folder. */
export function wipeState(state: string): void {
  for (const name of OWN) rmSync(join(state, name), { recursive: true, force: true });
}
