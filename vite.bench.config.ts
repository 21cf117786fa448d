import { defineConfig } from 'vite';

/**
 * Builds the benchmarks: `npx vite build --config vite.bench.config.ts && node dist/bench/simulation.js`. They run as
 * built code; the loader of the tests would slow every imported call.
 */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/bench',
    emptyOutDir: true,
    rollupOptions: { input: { simulation: 'model/simulation/engine.bench.ts' } },
  },
});
