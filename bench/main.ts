import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeData } from '../tests/support/real-server.ts'
import { measureDistinct } from './distinct.ts'
import { chooseLoadGenerator } from './generate-load.ts'
import { measureLoad, type LoadFigures } from './load.ts'
import { measureProcesses, watchPeak } from './process-usage.ts'
import { recordedPeerTube, recordedTotals } from './reference.ts'
import { printLadder, printLoad, printMemory, printQuality } from './report.ts'
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
    only: { type: 'string' },
    quality: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)
const versus = values.versus?.replace(/\/$/, '')
const versusPid = values['versus-pid'] ? Number(values['versus-pid']) : undefined
const wants = (part: string) => !values.only || values.only.split(',').includes(part)

const generator = await chooseLoadGenerator()
const { server, fileUrl } = await startSeededServer(Number(values.videos))
const results: Record<string, unknown> = { videos: Number(values.videos), connections, seconds }
try {
  if (wants('load')) {
    const own = await measureUnderLoad(server.url, server.pid, fileUrl)
    const other = versus ? await measureUnderLoad(versus, versusPid, values['versus-file']) : undefined
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
  if (values.json) await writeFile(values.json, JSON.stringify(results, null, 2))
} finally {
  await server.stop()
  await removeData(server.data)
}

/** Long enough for a server to see that nothing happens. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15_000))
}

/** Every target in turn; memory only when the process is known. */
async function measureUnderLoad(origin: string, pid: number | undefined, file: string | undefined) {
  await quiet()
  const idle = pid ? measureProcesses(pid) : undefined
  const peak = pid ? watchPeak(pid) : undefined
  const load = await measureTargets(origin, pid, file)
  if (!pid || !idle || !peak) return { load }
  const atEnd = { idle, peak: peak(), loaded: measureProcesses(pid) }
  await quiet()
  return { load, memory: { ...atEnd, settled: measureProcesses(pid) } }
}

async function measureTargets(
  origin: string,
  pid: number | undefined,
  file: string | undefined,
): Promise<LoadFigures[]> {
  const figures: LoadFigures[] = []
  for (const target of await findTargets(origin, file)) {
    figures.push(await measureLoad(target, { generator, origin, ...(pid ? { pid } : {}), seconds, connections }))
  }
  const pages = distinctPages(await countVideos(origin)).map(({ path }) => origin + path)
  figures.push(await measureDistinct('600 different pages', pages, connections, pid))
  return figures
}
