/**
 * Where the product runs during browser tests. `cli/test.ts` chooses free ports; called directly,
 * Playwright takes the usual ones of the tests.
 */
export function e2eProduct() {
  const port = Number(process.env.BELOWLINE_E2E_PORT ?? 8897);
  const demoPort = Number(process.env.BELOWLINE_E2E_DEMO_PORT ?? 8898);
  return {
    port,
    demoPort,
    state: process.env.BELOWLINE_E2E_STATE ?? '',
    workerOrigin: `http://localhost:${port}`,
    demoOrigin: `http://127.0.0.1:${demoPort}`,
  };
}
