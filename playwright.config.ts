import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './cli/find-chromium.ts';
import { e2eProduct } from './test/support/e2e-product.ts';

// Read again in every worker process, which gets these from the first: one product for all.
process.env.BELOWLINE_E2E_STATE ??= mkdtempSync(join(tmpdir(), 'belowline-e2e-'));
const { workerOrigin } = e2eProduct();
const executablePath = findChromium();

/**
 * Tests that leave much behind or fill a queue: the collections of payloads beside the project, and a
 * whole queue cleared.
 */
const AFTERWARDS = /needs \.\.\/shared|every decision is stored/;

/**
 * Tests of several moderators at once: an admin of another test would pass by their cards and be
 * seen there.
 */
const TOGETHER = /together\.test\.ts/;

/**
 * What has to do with room: all that axe looks through, what stands on a screen, opens over it or
 * must not move. What has to do with the line, the store or a session is the same at every width.
 */
const ON_A_PHONE = /@phone/;

/** Looks for what does not fit on the narrowest screen. */
const NARROW = /hostile-(?:screens|widget)\.test\.ts/;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Two cores: more browsers at once would only make each of them slow.
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  timeout: 30_000,
  expect: { timeout: 7_000 },
  use: {
    // A fifth of the time; `npx playwright test --trace on FILE` shows why a test fails.
    trace: 'off',
    // Pages that a test makes up come from nowhere, and the product runs on this machine.
    permissions: ['local-network-access'],
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--disable-background-networking',
        // Chromium refuses to start as root with its sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  // One after the other: numbers at the desk are compared exactly, and the collections of hostile
  // text leave thousands of comments behind.
  projects: [
    {
      name: 'desktop',
      testIgnore: [TOGETHER, NARROW],
      grepInvert: AFTERWARDS,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testIgnore: TOGETHER,
      grep: ON_A_PHONE,
      grepInvert: AFTERWARDS,
      dependencies: ['desktop'],
      use: { ...devices['Desktop Chrome'], viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    {
      name: 'together',
      testMatch: TOGETHER,
      dependencies: ['phone'],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    { name: 'afterwards', grep: AFTERWARDS, dependencies: ['together'] },
  ],
  webServer: {
    command: `"${process.execPath}" test/support/run-product.ts`,
    url: `${workerOrigin}/healthz`,
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
