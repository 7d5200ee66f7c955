import { CommandError } from '../../../cli/command-error.ts';

/** The one sentence with which bad arguments are refused; fails where they are taken. */
export function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('taken without a word');
}
