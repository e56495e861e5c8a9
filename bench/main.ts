import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { signIn } from '../tests/support/api.ts'
import { rootPassword } from '../tests/support/real-server.ts'
import { measureSeries } from './distinct.ts'
import { chooseLoadGenerator } from './generate-load.ts'
import { measureGrowth } from './growth.ts'
import { measureLoad, type LoadFigures } from './load.ts'
import { measureProcesses, watchPeak } from './process-usage.ts'
import { recordedPeerTube, recordedTotals } from './reference.ts'
import { printGrowth, printLadder, printLoad, printMemory, printQuality } from './report.ts'
import { startSeededServer } from './seeded-server.ts'
import { countVideos, distinctPages, findTargets } from './targets.ts'
import { makeClip, measureLadder, measureOneProcessPerRung, measureQuality } from './transcoding.ts'

const { values } = parseArgs({
  options: {
    videos: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    clip: { type: 'string', default: '60' },
    // A second server on this machine or another; its rate limits should be far away. The rest is optional: its process
    // (CPU and memory), a file of 59 kB there, and its root password (the ladder).
    versus: { type: 'string' },
    'versus-pid': { type: 'string' },
    'versus-file': { type: 'string' },
    'versus-password': { type: 'string' },
    // Of load, ladder and growth; growth (the same questions with more and more videos) takes half an hour and is made on demand.
    only: { type: 'string' },
    growth: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    // Only the series of the growth whose names hold this.
    series: { type: 'string', default: '' },
    // Folder where the data of every size stay and are used again.
    keep: { type: 'string' },
    quality: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)
const versus = values.versus?.replace(/\/$/, '')
const versusPid = values['versus-pid'] ? Number(values['versus-pid']) : undefined
const parts = values.only?.split(',') ?? ['load', 'ladder']
const wants = (part: string) => parts.includes(part) || (part === 'growth' && values.growth)

const generator = await chooseLoadGenerator()
const results: Record<string, unknown> = { videos: Number(values.videos), connections, seconds }
if (wants('load') || wants('ladder')) await measureServer()
if (wants('growth')) {
  const growth = await measureGrowth(values.sizes.split(',').map(Number), {
    keep: values.keep,
    only: values.series,
    report: (line) => console.error(line),
  })
  printGrowth(growth)
  results.growth = growth
}
if (values.json) await writeFile(values.json, JSON.stringify(results, null, 2))

/** Requests and a video's ladder on one server. */
async function measureServer(): Promise<void> {
  const { server, fileUrl, end } = await startSeededServer(Number(values.videos), { keep: values.keep })
  try {
    if (wants('load')) {
      const own = await measureUnderLoad(server.url, server.pid, fileUrl, rootPassword)
      const other = versus
        ? await measureUnderLoad(versus, versusPid, values['versus-file'], values['versus-password'])
        : undefined
      printLoad(own.load, other?.load ?? recordedPeerTube, versus ?? 'PeerTube 8.2.1, recorded')
      printMemory('here', own.memory!, recordedTotals)
      if (versus && other?.memory) printMemory(versus, other.memory, recordedTotals)
      results.load = { own, other }
    }
    if (wants('ladder')) {
      const folder = await mkdtemp(join(tmpdir(), 'sepiola-bench-clip-'))
      const clip = await makeClip(folder, Number(values.clip))
      const own = await measureLadder(server.url, server.pid, clip)
      const baseline = await measureOneProcessPerRung(clip)
      const other =
        versus && values['versus-password']
          ? await measureLadder(versus, versusPid, clip, values['versus-password'])
          : undefined
      printLadder(own, baseline, other, recordedTotals)
      const quality = values.quality ? await measureQuality(clip, own, baseline) : undefined
      if (quality) printQuality(quality)
      results.ladder = { own, baseline, other, quality }
      await rm(folder, { recursive: true })
    }
  } finally {
    await end()
  }
}

/** Long enough for a server to see that nothing happens. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15_000))
}

/** Every target in turn; memory only when the process is known. */
async function measureUnderLoad(
  origin: string,
  pid: number | undefined,
  file: string | undefined,
  password: string | undefined,
) {
  const token = password === undefined ? undefined : (await signIn(origin, 'root', password)).token
  await quiet()
  const idle = pid ? measureProcesses(pid) : undefined
  const peak = pid ? watchPeak(pid) : undefined
  const load = await measureTargets(origin, pid, file, token)
  if (!pid || !idle || !peak) return { load }
  const atEnd = { idle, peak: peak(), loaded: measureProcesses(pid) }
  await quiet()
  return { load, memory: { ...atEnd, settled: measureProcesses(pid) } }
}

async function measureTargets(
  origin: string,
  pid: number | undefined,
  file: string | undefined,
  token: string | undefined,
): Promise<LoadFigures[]> {
  const figures: LoadFigures[] = []
  for (const target of await findTargets(origin, file, token)) {
    figures.push(await measureLoad(target, { generator, origin, ...(pid ? { pid } : {}), seconds, connections }))
  }
  const paths = distinctPages(await countVideos(origin))
  figures.push(
    await measureSeries({ name: '600 different pages', paths }, { origin, ...(pid ? { pid } : {}), connections }),
  )
  return figures
}
