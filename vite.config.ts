import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** The API that `npm run dev` proxies to; Vite serves the Studio itself. */
const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

/** `vite build` makes the Studio; `vite build --mode sdk` the script that host pages load. */
export default defineConfig(({ mode }) =>
  mode === 'sdk'
    ? {
        root,
        publicDir: false,
        build: {
          outDir: path.join(root, 'dist/sdk'),
          lib: {
            entry: path.join(root, 'src/sdk/appmixer.ts'),
            name: 'Appmixer',
            formats: ['iife', 'es'],
            fileName: (format) => (format === 'es' ? 'appmixer.es.js' : 'appmixer.js'),
          },
        },
      }
    : {
        root: path.join(root, 'src/studio'),
        base: '/studio/',
        publicDir: false,
        plugins: [react()],
        build: { outDir: path.join(root, 'dist/studio'), emptyOutDir: true, target: 'es2023' },
        server: {
          port: 5173,
          proxy: Object.fromEntries(
            [
              '/user',
              '/flows',
              '/apps',
              '/components',
              '/component',
              '/variables',
              '/logs',
              '/runs',
              '/plugins',
              '/health',
              '/setup',
            ].map((prefix) => [prefix, api]),
          ),
        },
        test: {
          root,
          include: ['src/**/*.test.{ts,tsx}'],
          globalSetup: ['src/store/testing/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
);
