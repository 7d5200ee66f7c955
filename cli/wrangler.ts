import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** Wrangler's program, run by this same Node so that the system's own version does not matter. */
export const wranglerProgram = join(projectRoot, 'node_modules/wrangler/wrangler-dist/cli.js');

/**
 * Wrangler without telemetry, without its look for a newer version, and without fetching a sample
 * `request.cf`: a local start asks nothing of the network.
 */
export const quietWrangler = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

export type WranglerResult = { code: number; stdout: string; stderr: string };
export type WranglerRun = (
  args: string[],
  options?: { env: Record<string, string> },
) => Promise<WranglerResult>;

/** Runs wrangler to its end in the project's folder; without a terminal it asks no questions. */
export const runWrangler: WranglerRun = (args, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [wranglerProgram, ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...quietWrangler, ...options?.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
