import { fileURLToPath } from 'node:url'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import adapter from './adapter.js'

/** What is around every page; what is seen first. */
const frame = /\/src\/routes\/(\(shell\)\/)?\+layout\.(svelte|ts)$/
const home = /\/src\/routes\/\(shell\)\/\+page\.(svelte|ts)$/
const watch = /\/src\/routes\/\(shell\)\/w\/\[id\]\/\+page\.(svelte|ts)$/
const embed = /\/src\/routes\/videos\/embed\/\[id\]\/\+page\.(svelte|ts)$/

interface ModuleInfo {
  readonly importers: readonly string[]
  /** By `import()`: what comes when it is wanted. */
  readonly dynamicImporters: readonly string[]
  readonly code: string | null
}

interface Graph {
  getModuleInfo: (id: string) => ModuleInfo | null
}

const atOnce = ({ importers }: ModuleInfo) => importers
const evenLate = ({ importers, dynamicImporters }: ModuleInfo) => [...importers, ...dynamicImporters]

/** Whether such a module imports this one, directly or through others. */
function isImportedBy(id: string, wanted: RegExp, graph: Graph, by = atOnce, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  if (wanted.test(id)) return true
  const info = graph.getModuleInfo(id)
  return info !== null && by(info).some((importer) => isImportedBy(importer, wanted, graph, by, seen))
}

/** Who only watches must not load what lists and settings share. */
function isForWatching(id: string, graph: Graph): boolean {
  const is = (page: RegExp) => isImportedBy(id, page, graph)
  return is(frame) || (is(watch) && (is(home) || is(embed)))
}

/** Characters of source; of an icon or an operation's address, for which a request costs more than its bytes. */
const tiny = 1500

function isTinyForWatching(id: string, graph: Graph): boolean {
  if (id.endsWith('.css')) return false
  return (graph.getModuleInfo(id)?.code?.length ?? tiny) < tiny && isImportedBy(id, watch, graph)
}

/** What comes late to the page of a video, and at once to none that is seen first. */
function isLateForWatching(id: string, graph: Graph): boolean {
  const isAtOnce = [frame, home, watch, embed].some((page) => isImportedBy(id, page, graph))
  return !isAtOnce && isImportedBy(id, watch, graph, evenLate)
}

export default defineConfig({
  // The library's own costs most of a page's hydration.
  resolve: { alias: { '../Icon.svelte': fileURLToPath(new URL('src/lib/ui/Icon.svelte', import.meta.url)) } },
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Hashed assets live below /client/ (spec 01 §6: 30 days of cache).
      appDir: 'client',
      // The HTML carries <base href="/"> (spec 09 §7.2).
      paths: { relative: false },
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
                // Svelte and the router, without the router's two entries, which SvelteKit looks for.
                {
                  name: 'runtime',
                  priority: 3,
                  test: /node_modules\/(svelte|esm-env|clsx|devalue|@sveltejs\/kit(?!\/src\/runtime\/client\/(client-)?entry))\//,
                  tags: ['$initial'],
                },
                {
                  debugName: 'shared',
                  name: (id, graph) => (isForWatching(id, graph) ? 'shared' : null),
                  test: /\/(src\/lib|api-client)\//,
                  minShareCount: 8,
                  priority: 2,
                  tags: ['$initial'],
                },
                {
                  debugName: 'lists',
                  name: (id, graph) => (isImportedBy(id, home, graph) ? 'lists' : null),
                  test: /\/(src\/lib|api-client)\//,
                  minShareCount: 8,
                  priority: 1,
                  tags: ['$initial'],
                },
                {
                  debugName: 'small things of the page of a video',
                  name: (id, graph) => (isTinyForWatching(id, graph) ? 'shared' : null),
                  test: /\/(src\/lib|api-client|@lucide\/svelte)\//,
                  priority: 2,
                  tags: ['$initial'],
                },
                // Its list of what may come later would name each of them.
                {
                  debugName: 'small things of what comes late to the page of a video',
                  name: (id, graph) => (isLateForWatching(id, graph) ? 'late' : null),
                  test: /\/(api-client|@lucide\/svelte)\//,
                  minShareCount: 2,
                  priority: 1,
                },
                // Each icon that other pages have, too, would be a file of its own.
                {
                  debugName: 'icons of the frame',
                  priority: 2,
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
