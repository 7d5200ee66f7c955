import { styleText } from 'node:util';
import { badArgument } from '../../cli/command-error.ts';
import { parseArguments } from '../../cli/parse-arguments.ts';
import { runCommand } from '../../cli/run-command.ts';
import { openTarget, parseTarget } from '../../cli/target-options.ts';
import { fillLarge, LARGE_SITE } from './fill.ts';

const help = `npm run seed -- [options]

Fills a local database with a site, "${LARGE_SITE}", that has very many comments in every queue, to
see how the desk feels then. Stopped and run again it goes on where it stopped.

  --comments N  how many there are to be, 1000 to 5000000   (1000000)
  --state DIR   the local database in this folder           (.state)
`;

await runCommand(async (argv) => {
  const { values, positionals } = parseArguments(argv, {
    comments: { type: 'string' },
    state: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  if (positionals.length > 0) {
    throw badArgument(`npm run seed takes no "${positionals[0]}"; use --help.`);
  }
  const comments = readComments(values.comments ?? '1000000');
  const { env, close } = await openTarget(parseTarget({ state: values.state }));
  try {
    const say = (line: string): void => {
      process.stderr.write(`${line}\n`);
    };
    const written = await fillLarge(env.DB, { comments, now: new Date(), say });
    process.stdout.write(
      `${written === 0 ? 'Nothing was missing' : `Written: ${written} comments`}. See them with ${styleText('bold', 'npm start')}, signed in as an admin.\n`,
    );
  } finally {
    await close();
  }
});

function readComments(given: string): number {
  const comments = Number(given);
  if (!Number.isInteger(comments) || comments < 1000 || comments > 5_000_000) {
    throw badArgument(`--comments is "${given}"; give a whole number from 1000 to 5000000.`);
  }
  return comments;
}
