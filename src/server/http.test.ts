import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoints } from './testing/contract.ts';
import { useServer } from './testing/server.ts';

const server = useServer({
  files: {
    'dist/studio/index.html': '<title>Studio</title>',
    'dist/studio/flow.html': '<title>Flow</title>',
    'dist/studio/assets/app-1a2b.js': 'plain',
    'dist/studio/assets/app-1a2b.js.br': 'brotli',
    'dist/sdk/appmixer.js': 'var Appmixer',
    'public/host/index.html': '<title>Host</title>',
    'public/favicon.svg': '<svg/>',
  },
});

describe('files', () => {
  test.each([
    ['/studio/', '<title>Studio</title>', 'no-cache'],
    ['/studio/flows', '<title>Studio</title>', 'no-cache'],
    ['/studio/flows/some-id', '<title>Flow</title>', 'no-cache'],
    ['/studio/flows/some-id?component=a', '<title>Flow</title>', 'no-cache'],
    ['/studio/runs?flowId=a.b', '<title>Studio</title>', 'no-cache'],
    ['/studio/assets/app-1a2b.js', 'plain', 'public, max-age=31536000, immutable'],
  ])('the Studio: %s', async (path, content, caching) => {
    const response = await fetch(server().address + path, { headers: { 'accept-encoding': 'identity' } });
    expect(await response.text()).toBe(content);
    expect(response.headers.get('cache-control')).toBe(caching);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
  });

  test('a compressed file is sent to those who take it', async () => {
    const { address } = server();
    const raw = await rawGet(address, '/studio/assets/app-1a2b.js', 'accept-encoding: br');
    expect(raw).toContain('content-encoding: br');
    expect(raw).toContain('\r\n\r\nbrotli');
  });

  test.each([
    ['/appmixer/appmixer.js', 'var Appmixer'],
    ['/appmixer/package/appmixer.js', 'var Appmixer'],
    ['/host/', '<title>Host</title>'],
    ['/favicon.svg', '<svg/>'],
  ])('%s', async (path, content) => {
    expect((await server().stranger.get(path)).body).toBe(content);
  });

  test.each([
    ['/', '/studio/'],
    ['/studio', '/studio/'],
    ['/host', '/host/'],
  ])('%s leads to %s', async (path, target) => {
    const { status, headers } = await server().stranger.get(path);
    expect(status).toBeGreaterThanOrEqual(301);
    expect(headers.get('location')).toBe(target);
  });

  test.each([
    '/studio/assets/gone.js',
    '/appmixer/gone.js',
    '/gone',
    '/flows/x/gone',
    '/studio/assets/..%2f..%2f..%2fpublic/favicon.svg',
    '/host/..%2f..%2fdist/sdk/appmixer.js',
  ])('404 in the shape of all errors: %s', async (path) => {
    const { status } = await server().stranger.get(path);
    expect(status).toBe(404);
  });
});

describe('clients in browsers', () => {
  test('may call everything from any origin, with a token', async () => {
    const { stranger } = server();
    for (const { method, path } of endpoints) {
      const { status, headers } = await stranger.request(path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://saas.example.com',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-methods')).toContain(method);
      expect(headers.get('access-control-allow-headers')).toContain('authorization');
      expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(600);
    }
  });

  test('can read errors, too', async () => {
    const { status, headers } = await server().stranger.request('/user', {
      headers: { origin: 'https://a.b' },
    });
    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the description', () => {
  test('has every endpoint of the contract, and a page', async () => {
    const { body: description } = await server().stranger.get('/openapi.json');
    const { paths } = description as { paths: Record<string, Record<string, Described>> };
    for (const { method, path, summary, query, params, headers, body, multipart } of endpoints) {
      const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const place = `${method} ${path}`;
      expect(described?.summary, place).toBe(summary);
      const named = [query, params, headers].flatMap((part) =>
        part instanceof z.ZodObject ? Object.keys(part.shape) : [],
      );
      expect((described?.parameters ?? []).map(({ name }) => name).toSorted(), place).toEqual(
        named.toSorted(),
      );
      expect(described?.requestBody !== undefined, place).toBe((body ?? multipart) !== undefined);
      expect(Object.keys(described?.responses ?? {}), place).toContain('default');
    }
    expect((await server().stranger.get('/docs')).status).toBeLessThan(400);
  });
});

type Described = {
  summary: string;
  parameters?: { name: string }[];
  requestBody?: object;
  responses: Record<string, object>;
};

/** What goes over the wire, which `fetch` decodes and normalises. */
function rawGet(address: string, path: string, ...headers: string[]): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('data', (data) => (text += data.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(
      [`GET ${path} HTTP/1.1`, 'host: localhost', 'connection: close', ...headers, '', ''].join('\r\n'),
    );
  });
}
