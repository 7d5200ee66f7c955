/**
 * Something the person at the terminal can mend. It is told as one sentence, without a stack.
 * `exitCode` is 2 for bad arguments and 1 for everything else.
 */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** A wrong argument: names what was given and what is allowed. */
export function badArgument(message: string): CommandError {
  return new CommandError(message, 2);
}
