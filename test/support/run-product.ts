import { rmSync } from 'node:fs';
import { CommandError } from '../../cli/command-error.ts';
import { freePort } from '../../cli/free-port.ts';
import { runCommand } from '../../cli/run-command.ts';
import { start } from '../../cli/start.ts';
import { e2eProduct } from './e2e-product.ts';
import { addTestSites } from './e2e-sites.ts';
import { writeSignInLinks } from './sign-in-link.ts';

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
      await writeSignInLinks(env, options);
      await addTestSites(env, options);
    });
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
});
