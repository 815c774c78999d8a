import { defineConfig } from '@playwright/test';

// `npm test` builds and starts the app with demo data of its own and sets RETRACE_TEST_URL. To run a test by hand,
// `npm start` in one terminal and `npx playwright test` in another; mind that it then writes to your data.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  // One app and one database serve all tests; each makes the records it needs.
  workers: 2,
  // One of hundreds of tests on real pages loses a race against a busy machine now and then. `npm test` says how many needed the second try.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.RETRACE_TEST_URL || 'http://127.0.0.1:3000',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
      // What Chromium wants in a container or as root; the rest keeps it from calling home.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
