import { defineConfig } from 'playwright/test';

// `npm run test:e2e` starts a desk, finds a browser and tells both by environment; see docs/operations.md.
const { GALLEY_E2E_URL, GALLEY_E2E_PLAIN_URL, GALLEY_E2E_REPORT, CHROMIUM_PATH } = process.env;

const plainHost = GALLEY_E2E_PLAIN_URL
  ? [`--host-resolver-rules=MAP ${new URL(GALLEY_E2E_PLAIN_URL).hostname} 127.0.0.1`]
  : [];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(GALLEY_E2E_REPORT ? [['json', { outputFile: GALLEY_E2E_REPORT }] as const] : [])],
  // The set-up link works once: whoever answers it is the administrator whom all the other journeys know.
  projects: [
    { name: 'set-up', testMatch: 'set-up.spec.ts' },
    { name: 'journeys', testIgnore: 'set-up.spec.ts', dependencies: ['set-up'] },
  ],
  use: {
    ...(GALLEY_E2E_URL ? { baseURL: GALLEY_E2E_URL } : {}),
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Nothing glides: what is pointed at stays where it was measured.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...plainHost,
      ],
    },
  },
});
