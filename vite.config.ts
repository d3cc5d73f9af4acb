import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { fewFiles, refuseCircles } from './vite.chunks.ts';
import { flowPage } from './vite.pages.ts';

const root = import.meta.dirname;

/** The API that `npm run dev` proxies to; Vite serves the Studio itself. */
const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

const encodings = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Writes each text file of a build compressed beside it: the server hands these out as they are. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const texts = Object.values(bundle).filter((file) => /\.(js|css|html|svg|json)$/.test(file.fileName));
      await Promise.all(
        texts.flatMap((file) => {
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          return Object.entries(encodings).map(async ([ending, compress]) =>
            writeFile(path.join(dir ?? '.', `${file.fileName}.${ending}`), await compress(content)),
          );
        }),
      );
    },
  };
}

/** Tests that start servers, or work with their database. */
const servers = ['src/{engine,server,store}/**/*.test.ts', 'src/connectors/utils/http/verb/files.test.ts'];

/** Tests that ask for a page in their first line, and those of the page's worker: a process has one of either. */
const pages = ['src/studio/background/*.test.{ts,tsx}', ...filesOf('src/studio').filter(asksForPage)];

function filesOf(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')));
}

function asksForPage(file: string): boolean {
  const isTest = /\.test\.tsx?$/.test(file);
  return isTest && readFileSync(path.join(root, file), 'utf8').startsWith('// @vitest-environment ');
}

/** `vite build` makes the Studio; `vite build --mode sdk` the script that host pages load. */
export default defineConfig(({ mode }) =>
  mode === 'sdk'
    ? {
        root,
        publicDir: false,
        plugins: [precompress()],
        build: {
          outDir: path.join(root, 'dist/sdk'),
          lib: { entry: path.join(root, 'src/sdk/appmixer.ts') },
          rolldownOptions: {
            output: [
              // A script's global would be the module object: the footer makes it the class itself.
              {
                format: 'iife',
                name: 'Appmixer',
                exports: 'named',
                footer: 'Appmixer = Appmixer.Appmixer;',
                entryFileNames: 'appmixer.js',
              },
              { format: 'es', entryFileNames: 'appmixer.es.js' },
            ],
          },
        },
      }
    : {
        root: path.join(root, 'src/studio'),
        base: '/studio/',
        publicDir: false,
        plugins: [react(), refuseCircles(), flowPage(), precompress()],
        build: {
          outDir: path.join(root, 'dist/studio'),
          emptyOutDir: true,
          target: 'es2023',
          rolldownOptions: {
            output: {
              codeSplitting: fewFiles,
              chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
            },
          },
        },
        server: {
          port: 5173,
          proxy: Object.fromEntries(
            [
              '/user',
              '/flows',
              '/files',
              '/apps',
              '/components',
              '/component',
              '/modifiers',
              '/variables',
              '/logs',
              '/runs',
              '/events',
              '/event-contracts',
              '/plugins',
              '/health',
              '/texts',
              '/setup',
              '/triggers',
              '/openapi.json',
              '/docs',
              '/appmixer',
              '/host',
              '/color-scheme.js',
              '/favicon.svg',
            ].map((prefix) => [prefix, api]),
          ),
        },
        test: {
          root,
          // They wait for PostgreSQL, processes and HTTP as much as they compute.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // They begin in the order of their names: the longest files do not come last.
          projects: [
            {
              extends: true,
              test: {
                name: 'backend',
                include: servers,
                globalSetup: ['src/store/testing/global-setup.ts'],
                testTimeout: 60_000,
              },
            },
            { extends: true, test: { name: 'page', include: pages } },
            {
              extends: true,
              test: {
                name: 'pure',
                include: ['src/**/*.test.{ts,tsx}'],
                exclude: [...servers, ...pages],
                // They share nothing but caches, and to start a process and load all anew for each was most of their cost.
                isolate: false,
              },
            },
          ],
        },
      },
);
