import { badArgument } from './command-error.ts';
import { readDeployedAddress } from './deployed-address.ts';
import { parseOrigins } from './parse-origins.ts';
import { readStartMemory } from './start-memory.ts';
import type { Target } from './target-options.ts';

/** The desk's origin as the command was told; null where it was not told. */
export function parseOriginOption(value: string | undefined): string | null {
  if (value === undefined) return null;
  const [origin, ...more] = parseOrigins(value);
  if (origin === undefined || more.length > 0 || origin.includes('*')) {
    throw badArgument(`--origin "${value}" is not allowed: give one origin, without a wildcard.`);
  }
  return origin;
}

/** Where the desk of this database is, as far as this folder knows; a link needs to know. */
export function deskOrigin(target: Target): string {
  if (target.kind === 'local') {
    return `http://localhost:${readStartMemory(target.state)?.worker ?? 8787}`;
  }
  const deployed = readDeployedAddress();
  if (deployed !== null) return deployed;
  throw badArgument(
    'Nothing was deployed from this folder; give the --origin of your Worker, for example: --origin https://comments.example.com.',
  );
}
