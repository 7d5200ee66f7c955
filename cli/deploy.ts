import { badArgument } from './command-error.ts';
import { deploy } from './deploy-steps.ts';
import { writeDeployedAddress } from './deployed-address.ts';
import { parseArguments } from './parse-arguments.ts';
import { runCommand } from './run-command.ts';
import { runWrangler } from './wrangler.ts';

const help = `npm run deploy

Builds, creates the D1 database on your Cloudflare account where it is missing, applies
migrations, uploads the Worker, and gives it a SECRET where it has none. Running it again
updates what is there.

Sign in first: npx wrangler login, or set CLOUDFLARE_API_TOKEN (and CLOUDFLARE_ACCOUNT_ID
where the token sees more than one account).
`;

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArguments(argv, { help: { type: 'boolean' } });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  if (positionals.length > 0) throw badArgument(`npm run deploy takes no "${positionals[0]}".`);
  const { buildAssets } = await import('./build.ts');
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { addresses } = await deploy({ run: runWrangler, build: () => buildAssets(), say });
  const [address] = addresses;
  if (address !== undefined) writeDeployedAddress(address);
  say(nextSteps(addresses));
}

function nextSteps(addresses: string[]): string {
  return `
Deployed${addresses.length === 0 ? '; its address is on the Cloudflare dashboard' : ` to ${addresses.join(', ')}`}.

Next, on a new installation:
  npm run site -- add my-paper --name "My Paper" --origins https://www.example.com --remote
  npm run moderator -- add you@example.com --name "Your Name" --role admin --remote
`;
}

if (import.meta.main) await runCommand(main);
