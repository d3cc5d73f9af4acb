import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createContext, runInContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import type { Appmixer } from './appmixer.ts';

let scripts: Record<string, string>;

beforeAll(async () => {
  const root = path.join(import.meta.dirname, '../..');
  const outputs = (await build({
    configFile: path.join(root, 'vite.config.ts'),
    mode: 'sdk',
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap((output) => output.output);
  scripts = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, 'code' in chunk ? chunk.code : '']));
});

test('the script defines the class itself as the global Appmixer', () => {
  const page = createContext({});
  runInContext(scripts['appmixer.js'] ?? '', page);
  const made = runInContext('new Appmixer({ baseUrl: "https://x.test", lang: "cs" })', page) as Appmixer;
  expect(made.get('baseUrl')).toBe('https://x.test');
  expect(runInContext('typeof Appmixer', page)).toBe('function');
});

test('the module exports Appmixer', async () => {
  const code = Buffer.from(scripts['appmixer.es.js'] ?? '').toString('base64');
  const module = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as object;
  expect(Object.keys(module)).toEqual(['Appmixer']);
});

test('a host page loads at most 5 kB', () => {
  expect(gzipSync(scripts['appmixer.js'] ?? '').length).toBeLessThan(5_000);
});
