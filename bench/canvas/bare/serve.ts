import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';
import { freePort } from '../../../e2e/support/receiver.ts';

/** Builds the bare page for production and serves it. */
export async function serveBare(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'tributary-bench-'));
  const config = { root: import.meta.dirname, configFile: false, logLevel: 'error' } as const;
  await build({ ...config, build: { outDir, emptyOutDir: true, target: 'es2023' } });
  const port = await freePort();
  const server = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port } });
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
