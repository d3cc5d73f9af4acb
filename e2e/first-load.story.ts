import { expect, test } from '@playwright/test';
import { firstLoad } from '../bench/canvas/wire.ts';
import { Api } from './support/api.ts';
import { startFreshServer } from './support/server.ts';

test('the first load of the Studio is at most 300 kB on the wire', async ({ browser }) => {
  const server = await startFreshServer();
  try {
    const api = await new Api(server.url).as('ada@vendor.example', 'correct horse');
    const storage = { 'tributary-token': api.token! };
    const { gzipBytes } = await firstLoad(browser, { url: `${server.url}/studio/flows`, storage });
    expect(gzipBytes).toBeGreaterThan(100_000);
    expect(gzipBytes).toBeLessThanOrEqual(300_000);
  } finally {
    await server.stop();
  }
});
