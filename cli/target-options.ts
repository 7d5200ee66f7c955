import { resolve } from 'node:path';
import { badArgument } from './command-error.ts';
import { defaultState, type OpenBindings, openLocal, openRemote } from './database.ts';
import { ensureLocalSecret } from './local-secret.ts';
import { remoteConfig } from './remote-config.ts';

/** Which database a command works on. */
export const targetOptions = {
  state: { type: 'string' },
  remote: { type: 'boolean' },
} as const;

export type Target = { kind: 'local'; state: string } | { kind: 'remote' };

export const targetHelp = `  --state DIR   the local database in this folder (.state)
  --remote      the deployed database instead of a local one`;

export function parseTarget(values: {
  state?: string | undefined;
  remote?: boolean | undefined;
}): Target {
  if (values.remote === true && values.state !== undefined) {
    throw badArgument('--remote and --state name two databases; give one of them.');
  }
  if (values.remote === true) return { kind: 'remote' };
  if (values.state?.trim() === '')
    throw badArgument('--state is empty; give the name of a folder.');
  return {
    kind: 'local',
    state: values.state === undefined ? defaultState : resolve(values.state),
  };
}

/** Opens the database, a local one brought up to date first. Close it after use. */
export async function openTarget(target: Target): Promise<OpenBindings> {
  if (target.kind === 'remote') return openRemote(await remoteConfig());
  ensureLocalSecret();
  return openLocal(target.state);
}
