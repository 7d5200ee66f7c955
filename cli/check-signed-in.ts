import { CommandError } from './command-error.ts';
import type { WranglerRun } from './wrangler.ts';

/** Throws a `CommandError` that says how to sign in to the platform. */
export async function checkSignedIn(run: WranglerRun): Promise<void> {
  const { code, stdout, stderr } = await run(['whoami', '--json']);
  if (code === 0) return;
  if (/"loggedIn":\s*false/.test(stdout)) {
    throw new CommandError(
      'Wrangler is not signed in to Cloudflare: run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN.',
    );
  }
  throw new CommandError(`Cloudflare could not be asked who you are:\n${stdout}${stderr}`);
}
