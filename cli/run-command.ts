import { CommandError } from './command-error.ts';

/**
 * Runs a command's main function. A `CommandError` is told as its one sentence; anything else is
 * a bug and shows where it happened.
 */
export async function runCommand(main: (argv: string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (error instanceof CommandError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
      return;
    }
    process.exitCode = 1;
    if (isBusy(error)) {
      process.stderr.write('The database did not answer, somebody else writes to it: try again.\n');
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
}

/** A local database is one file, which a running Worker writes to as well. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'StoreUnavailable' || /database is locked|SQLITE_BUSY/.test(error.message);
}
