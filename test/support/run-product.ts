import { rmSync } from 'node:fs';
import { CommandError } from '../../cli/command-error.ts';
import { freePort } from '../../cli/free-port.ts';
import { runCommand } from '../../cli/run-command.ts';
import { type BeforeStart, start } from '../../cli/start.ts';
import { openDatabase } from '../../src/store/database.ts';
import { listSites, saveSite } from '../../src/store/sites.ts';
import { e2eProduct } from './e2e-product.ts';
import { addTestSites } from './e2e-sites.ts';
import { writeSignInLinks } from './sign-in-link.ts';

/** Two browsers write more in ten minutes than a small town's readers ever would. */
const switchFloodModeOff: BeforeStart = async (env) => {
  const db = openDatabase(env.DB);
  for (const site of await listSites(db)) {
    await saveSite(db, { ...site, screening: { ...site.screening, floodMode: 'off' } });
  }
};

// Starts the product as `npm start` does, on the ports and the state folder of the browser tests,
// and leaves nothing behind when it is told to end.
await runCommand(async () => {
  const { port, demoPort, state } = e2eProduct();
  if (state === '') throw new CommandError('BELOWLINE_E2E_STATE names no folder.');
  for (const wanted of [port, demoPort]) {
    if ((await freePort(wanted)) !== wanted) {
      throw new CommandError(`Port ${wanted}, which the browser tests need, is taken.`);
    }
  }
  const ports = ['--port', String(port), '--demo-port', String(demoPort)];
  try {
    await start([...ports, '--state', state, '--fresh'], async (env, options) => {
      await addTestSites(env, options);
      await writeSignInLinks(env, options);
      await switchFloodModeOff(env, options);
    });
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
});
