import { spec } from 'node:test/reporters'
import { run } from 'node:test'
import { basename, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { tmpdir } from 'node:os'
import { ensureFfmpeg } from '../apps/server/src/foundation/ffmpeg/locate-ffmpeg.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { groupNames, groupTests, listTestFiles, needs, planFiles, type GroupName } from './test-groups.ts'

// npm test [-- --only pure|db|media|server|browser] [paths]

const root = join(import.meta.dirname, '..')

interface Outcome {
  passed: number
  failed: number
  skipped: number
}

const providers: Record<'ffmpeg' | 'chromium', () => Promise<string>> = {
  async ffmpeg() {
    const dataFolder = join(tmpdir(), 'sepiola-programs')
    const { ffmpegPath, ffprobePath } = await ensureFfmpeg({ dataFolder, report: (line) => console.log(line) })
    process.env.FFMPEG_PATH = ffmpegPath
    process.env.FFPROBE_PATH = ffprobePath
    return ffmpegPath
  },
  async chromium() {
    const { path, origin } = ensureChromium(process.env, (line) => console.log(`… ${line}`))
    process.env.CHROMIUM_PATH = path
    return `${path} (${origin})`
  },
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', multiple: true, default: [] } },
    allowPositionals: true,
  })
  const unknown = values.only.find((name) => !groupNames.some((known) => known === name))
  if (unknown) throw new Error(`--only ${unknown} is none of ${groupNames.join(', ')}.`)
  return { only: values.only as GroupName[], paths: positionals }
}

/** Why something that is needed is missing, by its name; what is there is set in the environment. */
async function provide(names: ReadonlySet<'ffmpeg' | 'chromium'>): Promise<Map<string, string>> {
  const missing = new Map<string, string>()
  for (const name of names) {
    try {
      console.log(`✓ ${name}: ${await providers[name]()}`)
    } catch (error) {
      missing.set(name, (error as Error).message)
    }
  }
  return missing
}

interface Run extends Outcome {
  failedFiles: string[]
  /** ms of each file */
  took: Map<string, number>
}

const sum = (one: Outcome, other: Outcome): Outcome => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})

function runFiles(files: readonly string[], concurrency: number): Promise<Run> {
  const outcome: Run = { passed: 0, failed: 0, skipped: 0, failedFiles: [], took: new Map() }
  if (files.length === 0) return Promise.resolve(outcome)
  const events = run({ files: files.map((file) => join(root, file)), concurrency, cwd: root })
  // A skipped test would be one that nobody notices: it counts as not passed.
  events.on('test:summary', ({ file, counts, success, duration_ms }) => {
    if (file !== undefined) {
      outcome.took.set(relative(root, file), duration_ms)
      if (!success) outcome.failedFiles.push(relative(root, file))
      return
    }
    outcome.passed = counts.passed
    outcome.skipped = counts.skipped + counts.todo
    outcome.failed = counts.tests - counts.passed - outcome.skipped
  })
  events.compose(spec).pipe(process.stdout, { end: false })
  return new Promise((resolve, reject) => {
    events.once('end', () => resolve(outcome))
    events.once('error', reject)
  })
}

/**
 * Two files at a time: they wait about as much as they compute. Tests with processes and clocks may trip over a busy
 * machine: their failed files are run once more, alone. What passes only then is named at the end, because it is a
 * defect of the test or a race of ours.
 */
async function runGroup(name: GroupName, files: readonly string[], unstable: string[]): Promise<Outcome> {
  const { together, alone } = planFiles(files)
  const runs = [await runFiles(together, 2), await runFiles(alone, 1)]
  const took = runs.flatMap((one) => [...one.took]).toSorted(([, a], [, b]) => b - a)
  const slowest = took.slice(0, 5).map(([file, ms]) => `${basename(file, '.test.ts')} ${(ms / 1000).toFixed(0)} s`)
  console.log(`\n${name}: took longest: ${slowest.join(', ')}`)
  const first = runs.reduce<Outcome>(sum, { passed: 0, failed: 0, skipped: 0 })
  const failedFiles = runs.flatMap((one) => one.failedFiles)
  if (first.failed === 0 || failedFiles.length === 0 || name === 'pure') return first
  console.log(`\n${name}: once more, alone: ${failedFiles.join(', ')}`)
  const second = await runFiles(failedFiles, 1)
  if (second.failed + second.skipped > 0 || second.passed === 0) return first
  unstable.push(...failedFiles)
  return { passed: first.passed + first.failed, failed: 0, skipped: first.skipped }
}

const { only, paths } = readArguments()
// Each file is a process of its own, that would strip and compile the whole server anew: 0.6 s of work.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/sepiola-tests')
const groups = [...groupTests(listTestFiles(root), paths)].filter(([name]) => only.length === 0 || only.includes(name))
if (groups.length === 0) throw new Error('No test file matches.')
const missing = await provide(new Set(groups.flatMap(([name]) => needs[name])))

let total: Outcome = { passed: 0, failed: 0, skipped: 0 }
const notRun: string[] = []
const unstable: string[] = []
for (const [name, files] of groups) {
  const lacking = needs[name].find((need) => missing.has(need))
  if (lacking) {
    notRun.push(`${name} (${files.length} files): ${missing.get(lacking)}`)
    continue
  }
  console.log(`\n${name}: ${files.length} files`)
  const started = performance.now()
  const { passed, failed, skipped } = await runGroup(name, files, unstable)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`)
  total = sum(total, { passed, failed, skipped })
}
for (const file of unstable) console.log(`\nPassed only at the second try: ${file}`)
for (const line of notRun) console.log(`\nNot run: ${line}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
const left = notRun.length > 0 ? `, ${notRun.length} groups not run` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}${left}`)
process.exit(total.failed + total.skipped + notRun.length > 0 ? 1 : 0)
