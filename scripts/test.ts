import { spec } from 'node:test/reporters'
import { run } from 'node:test'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { tmpdir } from 'node:os'
import { ensureFfmpeg } from '../apps/server/src/foundation/ffmpeg/locate-ffmpeg.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { groupNames, groupTests, listTestFiles, needs, type GroupName } from './test-groups.ts'

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

function runFiles(name: GroupName, files: readonly string[]): Promise<Outcome & { failedFiles: string[] }> {
  const outcome = { passed: 0, failed: 0, skipped: 0, failedFiles: [] as string[] }
  // Whole servers and browsers measure time: nothing beside them.
  const concurrency = name === 'pure' || name === 'db' ? 2 : 1
  const events = run({ files: files.map((file) => join(root, file)), concurrency, cwd: root })
  // A skipped test would be one that nobody notices: it counts as not passed.
  events.on('test:summary', ({ file, counts, success }) => {
    if (file !== undefined) {
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
 * Tests with processes and clocks may trip over a busy machine: their failed files are run once more, alone. What
 * passes only then is named at the end, because it is a defect of the test or a race of ours.
 */
async function runGroup(name: GroupName, files: readonly string[], unstable: string[]): Promise<Outcome> {
  const first = await runFiles(name, files)
  if (first.failed === 0 || first.failedFiles.length === 0 || name === 'pure') return first
  console.log(`\n${name}: once more, alone: ${first.failedFiles.join(', ')}`)
  const second = await runFiles('server', first.failedFiles)
  if (second.failed + second.skipped > 0 || second.passed === 0) return first
  unstable.push(...first.failedFiles)
  return { passed: first.passed + first.failed, failed: 0, skipped: first.skipped }
}

const { only, paths } = readArguments()
const groups = [...groupTests(listTestFiles(root), paths)].filter(([name]) => only.length === 0 || only.includes(name))
if (groups.length === 0) throw new Error('No test file matches.')
const missing = await provide(new Set(groups.flatMap(([name]) => needs[name])))

const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
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
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
for (const file of unstable) console.log(`\nPassed only at the second try: ${file}`)
for (const line of notRun) console.log(`\nNot run: ${line}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
const left = notRun.length > 0 ? `, ${notRun.length} groups not run` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}${left}`)
process.exit(total.failed + total.skipped + notRun.length > 0 ? 1 : 0)
