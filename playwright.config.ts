import { defineConfig } from '@playwright/test';

/** `npm test` names the browser it found; a bare `playwright test` uses Playwright's own. */
const executablePath = process.env['CHROMIUM'];

/** The longest begin first, so that no worker is left alone with one at the end. */
const longest = [
  'variables',
  'events',
  'impact',
  'access',
  'access-designer',
  'notes',
  'crash-rounds',
  'fields',
  'texts',
  'view',
].map((name) => `**/${name}.story.ts`);

/**
 * Features of the browser that no story needs: those that Playwright turns off, whose list this one replaces, and the two
 * pages of its own that Chromium keeps ready below the address field of each window.
 */
const notNeeded = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'long', testMatch: longest },
    { name: 'stories', testMatch: '*.story.ts', testIgnore: longest },
  ],
  globalSetup: './e2e/support/prepare.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Each has a server and a browser of its own, which mostly wait for each other.
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    // A trace films every test, which took more processor time than the test itself; `--trace on` films the one at hand.
    screenshot: 'only-on-failure',
    // What moves is in nobody's way, and is drawn once.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        // The pages of a context share a process, which has read the scripts already: a load takes half the time.
        '--process-per-site',
        `--disable-features=${notNeeded.join(',')}`,
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
