import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import adapter from './adapter.js'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Hashed assets live below /client/ (spec 01 §6: 30 days of cache).
      appDir: 'client',
      // The HTML carries <base href="/"> (spec 09 §7.2).
      paths: { relative: false },
      // Many small style sheets would each be a request before the first paint.
      inlineStyleThreshold: 3000,
      version: { pollInterval: 0 },
      compilerOptions: { runes: true },
    }),
  ],
  // The server bundle runs from build/, far from any node_modules.
  ssr: { noExternal: true },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            // Few files compress better than many: what every page needs is one chunk.
            codeSplitting: {
              groups: [
                { name: 'svelte', test: /node_modules\/(svelte|esm-env|clsx)\//, tags: ['$initial'] },
                { name: 'shared', test: /\/(src\/lib|api-client)\//, minShareCount: 6, tags: ['$initial'] },
              ],
            },
          },
        },
      },
    },
  },
})
