// Where `npm start` enters: sees to the memory that Node takes, then runs the server. Plain JavaScript, since Node's
// stripper of types, once loaded, stays for as long as the process lives.

/** A young generation of 4 MiB a half; garbage is collected once the heap has grown by 30 %, by default up to 300 %. */
const heapFlags = ['--max-semi-space-size=4', '--heap-growing-percent=30']
/** glibc gives every thread a heap of its own otherwise, whose free parts never come back: 30 MB. */
const allocator = { MALLOC_ARENA_MAX: '1' }

const isTuned = process.execArgv.some((flag) => flag.startsWith('--heap-growing-percent'))
// `node --watch` must keep the child that it knows, and what it loads; Windows has no exec.
const isWatched = process.env.WATCH_REPORT_DEPENDENCIES !== undefined
if (!isTuned && !isWatched && process.execve !== undefined) {
  const args = [process.execPath, ...heapFlags, ...process.execArgv, ...process.argv.slice(1)]
  process.execve(process.execPath, args, { ...allocator, ...process.env })
}
// glibc read it at the start; ffmpeg and PostgreSQL do not want it.
delete process.env.MALLOC_ARENA_MAX

const { loadStripped } = await import('./strip-types.mjs')
const endStart = isWatched ? undefined : loadStripped()
await import('./src/app/main.ts')
endStart?.()
