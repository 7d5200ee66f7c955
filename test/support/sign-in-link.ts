import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { e2eProduct } from './e2e-product.ts';

const root = join(import.meta.dirname, '../..');

/** A fresh link that signs this moderator of the running product in, made as an admin makes it. */
export async function signInLink(email: string): Promise<string> {
  const args = ['cli/moderator.ts', 'link', email, '--state', e2eProduct().state];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return stdout.trim();
}
