import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BeforeStart } from '../../cli/start.ts';
import { demoModerators } from '../../demo/seed.ts';
import { createSignInTokens } from '../../src/identity/moderators.ts';
import { e2eProduct } from './e2e-product.ts';
import { testModerators } from './e2e-sites.ts';

/** Each process of tests takes one a person; one that failed is followed by another. */
const LINKS = 20;

const folderOf = (email: string) => join(e2eProduct().state, 'links', email);

/**
 * Makes the tests' links before the Worker starts. A second program that writes to the local
 * database while the tests post would now and then make one of them wait in vain.
 */
export const writeSignInLinks: BeforeStart = async (env) => {
  const { workerOrigin } = e2eProduct();
  const settings = { database: env.DB, secret: env.SECRET, origin: workerOrigin };
  for (const { email } of [...demoModerators, ...testModerators]) {
    mkdirSync(folderOf(email), { recursive: true });
    const tokens = await createSignInTokens(settings, { email, count: LINKS });
    if (!tokens.ok) throw new Error(`${email}: ${tokens.error}`);
    for (const [number, token] of tokens.value.entries()) {
      const link = `${workerOrigin}/desk/sign-in?token=${encodeURIComponent(token)}`;
      writeFileSync(join(folderOf(email), `${number}.txt`), link);
    }
  }
};

/** A fresh link that signs this moderator of the running product in. */
export async function signInLink(email: string): Promise<string> {
  const folder = folderOf(email);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const taken = join(folder, name.replace('.txt', '.taken'));
    try {
      // Whoever renames it first has it: tests run in several processes.
      renameSync(join(folder, name), taken);
      return readFileSync(taken, 'utf8');
    } catch {
      // Another test was faster.
    }
  }
  throw new Error(`no sign-in link is left for ${email}; raise LINKS`);
}
