import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import adapter from './adapter.js'

/** What is seen first. Pages of settings and administration share much, which these must not load. */
const firstPages =
  /\/src\/routes\/(\+layout|\(shell\)\/(\+layout|\+page|w\/\[id\]\/\+page)|videos\/embed\/\[id\]\/\+page)\.(svelte|ts)$/
/** What is around every page. */
const frame = /\/src\/routes\/(\(shell\)\/)?\+layout\.(svelte|ts)$/

interface Graph {
  getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null
}

/** Whether such a module imports this one, directly or through others. */
function isImportedBy(id: string, wanted: RegExp, graph: Graph, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  if (wanted.test(id)) return true
  return graph.getModuleInfo(id)?.importers.some((importer) => isImportedBy(importer, wanted, graph, seen)) ?? false
}

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
    modulePreload: {
      // Every visitor loads the list of all pages. What a page imports is in its own file; its styles are in the list.
      resolveDependencies: (_file, files, { hostId }) =>
        hostId.includes('/entry/app') ? files.filter((file) => !file.endsWith('.js')) : files,
    },
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
                {
                  debugName: 'shared',
                  name: (id, graph) => (isImportedBy(id, firstPages, graph) ? 'shared' : null),
                  test: /\/(src\/lib|api-client)\//,
                  minShareCount: 6,
                  tags: ['$initial'],
                },
                // Each icon that other pages have, too, would be a file of its own.
                {
                  debugName: 'icons of the frame',
                  name: (id, graph) => (isImportedBy(id, frame, graph) ? 'shared' : null),
                  test: /@lucide\/svelte\//,
                  tags: ['$initial'],
                },
              ],
            },
          },
        },
      },
    },
  },
})
