import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { CommandError } from './command-error.ts';
import { projectRoot } from './project-root.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium that can be started: CHROMIUM_PATH, the system's, or Playwright's own; null where
 * there is none. Throws a `CommandError` where CHROMIUM_PATH names no program.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const given = env.CHROMIUM_PATH ?? '';
  if (given !== '') {
    if (isProgram(given)) return given;
    throw new CommandError(
      `CHROMIUM_PATH is "${given}", which is no program that can be started.`,
      2,
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...MAC_APPS, chromium.executablePath()].find(isProgram) ?? null;
}

/** Finds a Chromium or installs one. Throws a `CommandError` that says what to do instead. */
export function findOrInstallChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('There is no Chromium; installing the package of the system …');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (findChromium() === null) {
    say('There is no Chromium; downloading the one of Playwright …');
    const playwright = join(projectRoot, 'node_modules/@playwright/test/cli.js');
    run(process.execPath, [playwright, 'install', 'chromium']);
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new CommandError(
    'No Chromium was found and none could be installed: install Chromium or Chrome and set CHROMIUM_PATH to its program.',
  );
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
