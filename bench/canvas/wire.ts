import type { Browser, Request } from '@playwright/test';
import { get } from 'node:http';

export type Wire = { requests: number; gzipBytes: number };

/**
 * The bytes that the flows screen's first load takes: whatever a browser with nothing cached asks for, asked for
 * again by a client that takes gzip (headers do not count).
 */
export async function firstLoad(
  browser: Browser,
  place: { url: string; storage: Record<string, string> },
): Promise<Wire> {
  const context = await browser.newContext();
  try {
    await context.addInitScript((storage) => {
      for (const [key, value] of Object.entries(storage)) localStorage.setItem(key, value);
    }, place.storage);
    const page = await context.newPage();
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    await page.goto(place.url);
    await page.getByRole('heading', { name: 'Flows' }).waitFor();
    await page.waitForLoadState('networkidle');
    const fromServer = requests.filter(
      (request) => request.method() === 'GET' && request.url().startsWith('http'),
    );
    const sizes = await Promise.all(
      fromServer.map(async (request) => gzipSize(request.url(), await request.allHeaders())),
    );
    return { requests: sizes.length, gzipBytes: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}

function gzipSize(url: string, headers: Record<string, string>): Promise<number> {
  const { authorization } = headers;
  const options = { headers: { 'accept-encoding': 'gzip', ...(authorization ? { authorization } : {}) } };
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
      response.on('error', reject);
    }).on('error', reject);
  });
}
