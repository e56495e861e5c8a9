import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { removeData } from '../tests/support/real-server.ts'
import { measureDistinct } from './distinct.ts'
import { chooseLoadGenerator } from './generate-load.ts'
import { measureLoad, type LoadFigures } from './load.ts'
import { measureProcesses } from './process-usage.ts'
import { recordedPeerTube, recordedTotals } from './reference.ts'
import { printLadder, printLoad, printMemory, printQuality } from './report.ts'
import { startSeededServer } from './seeded-server.ts'
import { distinctPages, findTargets } from './targets.ts'
import { makeClip, measureLadder, measureOneProcessPerRung, measureQuality } from './transcoding.ts'

const { values } = parseArgs({
  options: {
    videos: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
    clip: { type: 'string', default: '60' },

    versus: { type: 'string' },
    only: { type: 'string' },
    quality: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)
const wants = (part: string) => !values.only || values.only.split(',').includes(part)

const generator = await chooseLoadGenerator()
const { server, fileUrl } = await startSeededServer(Number(values.videos))
const results: Record<string, unknown> = { videos: Number(values.videos), connections, seconds }
try {
  const idle = measureProcesses(server.pid)
  if (wants('load')) {
    console.log(`Load from ${generator.name}, ${connections} connections, ${seconds} s a request.`)
    const own = await measureAll(server.url, server.pid, fileUrl)
    const other = values.versus ? await measureAll(values.versus, undefined, undefined) : undefined
    printLoad(own, other ?? recordedPeerTube, values.versus ?? 'PeerTube 8.2.1, recorded')
    results.load = { own, other }
  }
  const loaded = measureProcesses(server.pid)
  printMemory(idle, loaded, recordedTotals)
  results.memory = { idle, loaded }
  if (wants('ladder')) {
    const folder = await mkdtemp(join(tmpdir(), 'sepiola-bench-clip-'))
    const clip = await makeClip(folder, Number(values.clip))
    const own = await measureLadder(server.url, server.pid, clip)
    const baseline = await measureOneProcessPerRung(clip)
    const other = values.versus ? await measureLadder(values.versus, undefined, clip) : undefined
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

async function measureAll(origin: string, pid: number | undefined, file: string | undefined): Promise<LoadFigures[]> {
  const figures: LoadFigures[] = []
  for (const target of await findTargets(origin, file)) {
    figures.push(await measureLoad(target, { generator, origin, ...(pid ? { pid } : {}), seconds, connections }))
  }
  const pages = distinctPages(Number(values.videos)).map(({ path }) => origin + path)
  figures.push(await measureDistinct('600 different pages', pages, connections, pid))
  return figures
}
