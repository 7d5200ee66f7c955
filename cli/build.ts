import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDesk } from '../desk/build.ts';
import { assetHeaders } from './asset-headers.ts';
import { buildWidget } from './build-widget.ts';
import { layOver } from './lay-over.ts';
import { parseArguments } from './parse-arguments.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

/**
 * Everything the Worker serves as a file: the widget, the desk, and the headers they go out with.
 * Built aside and then laid over what is there, because a Worker may be serving it meanwhile.
 */
export async function buildAssets(outdir = join(projectRoot, 'dist/assets')): Promise<void> {
  const aside = mkdtempSync(join(tmpdir(), 'belowline-build-'));
  try {
    await buildWidget(aside);
    await buildDesk(join(aside, 'desk'));
    writeFileSync(join(aside, '_headers'), assetHeaders());
    layOver(outdir, aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
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
