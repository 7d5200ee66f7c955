import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDesk } from '../desk/build.ts';
import { assetHeaders } from './asset-headers.ts';
import { buildWidget } from './build-widget.ts';
import { parseArguments } from './parse-arguments.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

/** Everything the Worker serves as a file: the widget, the desk, and the headers they go out with. */
export async function buildAssets(outdir = join(projectRoot, 'dist/assets')): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await buildWidget(outdir);
  await buildDesk(join(outdir, 'desk'));
  writeFileSync(join(outdir, '_headers'), assetHeaders());
}

const help = `npm run build

Builds the widget and the desk into dist/assets, which the Worker serves.
`;

if (import.meta.main) {
  await runCommand(async (argv) => {
    const { values } = parseArguments(argv, { help: { type: 'boolean' } });
    if (values.help === true) process.stdout.write(help);
    else await buildAssets();
  });
}
