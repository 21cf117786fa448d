import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * One configuration for the things Vite does here: `vite build` makes the app (dist/app), `--mode server` the server
 * with the command line (dist/server), `--mode bench` and the like what some benchmarks need, and Vitest runs the tests.
 */
export default defineConfig(({ mode }) => builds[mode] ?? appAndTests);

const serverBuild = {
  // The browser build of pdfkit gives the same bytes in Node as in a Worker; Node's own zlib does not.
  resolve: {
    alias: [
      {
        find: /^pdfkit$/,
        replacement: new URL('node_modules/pdfkit/js/pdfkit.browser.mjs', import.meta.url).pathname,
      },
    ],
  },
  ssr: { noExternal: ['pdfkit'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    rollupOptions: { input: { cli: 'server/cli/main.ts' } },
  },
};

/** Built like a release: the loader of the tests would slow every imported call. */
const benchBuild = {
  ssr: { noExternal: true as const },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/bench',
    emptyOutDir: true,
    rollupOptions: { input: { simulation: 'model/simulation/engine.bench.ts' } },
  },
};

/** The page of the canvas's peer. */
const canvasBenchBuild = {
  root: 'app/bench/excalidraw',
  plugins: [react()],
  build: { outDir: '../../../dist/bench/excalidraw', emptyOutDir: true, target: 'es2023' },
};

/** A page with the app's storage and without its screens. */
const openingBenchBuild = {
  root: 'app/bench/opening',
  build: { outDir: '../../../dist/bench/opening', emptyOutDir: true, target: 'es2023' },
};

/** Adds the service worker to the finished app, with the list of files it keeps. */
const keepApp: Plugin = {
  name: 'keep-app',
  apply: 'build',
  closeBundle: async () => {
    const outDir = join(import.meta.dirname, 'dist/app');
    const keptFiles = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
      // The faces of exports are large; they are kept when the first export needs them.
      .filter((file) => /\.(html|js|css|svg)$|\/Inter_.*ttf$/.test(file) && file !== 'sw.js')
      .sort()
      .map((file) => ({
        url: `/${file}`,
        // Names in assets/ carry a hash of their content.
        revision: file.startsWith('assets/')
          ? null
          : createHash('sha256')
              .update(readFileSync(join(outDir, file)))
              .digest('hex'),
      }));
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      define: { keptFiles: JSON.stringify(keptFiles), 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir,
        emptyOutDir: false,
        lib: {
          entry: 'app/workers/keepApp.ts',
          formats: ['iife'],
          name: 'keepApp',
          fileName: () => 'sw.js',
        },
      },
    });
  },
};

const appAndTests = {
  root: 'app',
  plugins: [react({ babel: { plugins: ['@lingui/babel-plugin-lingui-macro'] } }), lingui(), keepApp],
  worker: { format: 'es' as const },
  build: { outDir: '../dist/app', emptyOutDir: true, target: 'es2023' },
  test: {
    root: '.',
    testTimeout: 30_000,
    setupFiles: ['model/testing/fixedSeed.ts'],
    projects: [
      {
        extends: true as const,
        test: {
          name: 'model and server',
          environment: 'node',
          include: [
            'model/**/*.test.ts',
            'templates/**/*.test.ts',
            'server/**/*.test.ts',
            'docs/**/*.test.ts',
          ],
        },
      },
      {
        extends: true as const,
        test: {
          name: 'app',
          environment: 'happy-dom',
          include: ['app/**/*.test.{ts,tsx}'],
          exclude: ['app/e2e/**'],
        },
      },
    ],
  },
};

const builds: Readonly<Record<string, UserConfig>> = {
  server: serverBuild,
  bench: benchBuild,
  canvasBench: canvasBenchBuild,
  openingBench: openingBenchBuild,
};
