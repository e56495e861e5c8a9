import type { LoadFigures } from './load.ts'
import type { GrowthFigures } from './growth.ts'
import type { Usage } from './process-usage.ts'
import type { BaselineFigures, LadderFigures, QualityFigures } from './transcoding.ts'
import type { recordedTotals } from './reference.ts'

type Other = Record<string, { rps: number }> | LoadFigures[]

function row(cells: (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const fixed = (value: number | undefined, digits = 1) =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits)

/** A Markdown table: our figures, and how many times the other's throughput they are. */
export function printLoad(own: LoadFigures[], other: Other, name: string): void {
  const figuresOf = (target: string): { rps: number; failures?: number } | undefined =>
    Array.isArray(other) ? other.find((figures) => figures.name === target) : other[target]
  console.log(`\n| Request | req/s | p50 ms | p99 ms | CPU ms/request | failures | ${name}: req/s | ratio |`)
  console.log('|---|---|---|---|---|---|---|---|')
  for (const figures of own) {
    const theirs = figuresOf(figures.name)
    const failed = theirs?.failures ? ` (${theirs.failures} failures)` : ''
    console.log(
      row([
        figures.name,
        whole(figures.rps),
        fixed(figures.p50),
        fixed(figures.p99),
        fixed(figures.cpu, 2),
        figures.failures,
        theirs === undefined ? '–' : whole(theirs.rps) + failed,
        theirs === undefined ? '–' : `${(figures.rps / theirs.rps).toFixed(1)} ×`,
      ]),
    )
  }
}

interface Processes {
  server: Usage
  database: Usage
}

/** `peak`: of the server, MiB; `settled`: some quiet seconds after the load. */
export interface MemoryFigures {
  idle: Processes
  peak: number
  loaded: Processes
  settled: Processes
}

export function printMemory(
  name: string,
  { idle, peak, loaded, settled }: MemoryFigures,
  recorded: typeof recordedTotals,
): void {
  console.log(
    `\n| Memory (PSS) ${name}, MiB | idle | peak | after load | 15 s later | PeerTube 8.2.1, recorded: idle · after load |`,
  )
  console.log('|---|---|---|---|---|---|')
  const cells = (of: (processes: Processes) => Usage, most: string) => [
    whole(of(idle).pss),
    most,
    whole(of(loaded).pss),
    whole(of(settled).pss),
  ]
  const theirs = `${recorded.serverIdle} · ${recorded.serverLoaded}`
  console.log(row(['server', ...cells((processes) => processes.server, whole(peak)), theirs]))
  console.log(row(['database', ...cells((processes) => processes.database, '–'), `– · ${recorded.databaseLoaded}`]))
}

export function printLadder(
  own: LadderFigures,
  baseline: BaselineFigures,
  other: LadderFigures | undefined,
  recorded: typeof recordedTotals,
): void {
  console.log(
    '\n| Upload of a 1080p30 clip, rungs 240–1080 | here | second server | PeerTube 8.2.1, recorded (60 s clip) |',
  )
  console.log('|---|---|---|---|')
  console.log(row(['answered, s', fixed(own.answered), fixed(other?.answered), 1.4]))
  console.log(row(['first playable, s', fixed(own.firstPlayable), fixed(other?.firstPlayable), recorded.firstPlayable]))
  console.log(row(['whole ladder, s', fixed(own.ready), fixed(other?.ready), recorded.ladderReady]))
  console.log(row(['CPU of ffmpeg and ffprobe, s', fixed(own.ffmpegCpu), fixed(other?.ffmpegCpu), recorded.ladderCpu]))
  console.log(row(['CPU of the server, s', fixed(own.serverCpu, 2), fixed(other?.serverCpu, 2), 5]))
  console.log(row(['CPU of the database, s', fixed(own.databaseCpu, 2), fixed(other?.databaseCpu, 2), 1.6]))
  console.log(row(['written, MiB', fixed(own.written), fixed(other?.written), 75]))
  const { rungsCpu, storyboardCpu, thumbnailsCpu } = baseline
  const baselineCpu = rungsCpu + storyboardCpu + thumbnailsCpu
  console.log(
    `\nOne ffmpeg process a product, same clip, same run: ${fixed(baselineCpu)} s of CPU ` +
      `(rungs ${fixed(rungsCpu)}, storyboard ${fixed(storyboardCpu)}, thumbnails ${fixed(thumbnailsCpu)}), ` +
      `${fixed(baseline.written)} MiB. Ratio of CPU: ${(own.ffmpegCpu / baselineCpu).toFixed(2)}.`,
  )
}

export function printQuality(figures: QualityFigures[]): void {
  console.log(
    '\n| Rendition | here: kB | one process a rung: kB | ratio | here: SSIM | one process a rung: SSIM | difference |',
  )
  console.log('|---|---|---|---|---|---|---|')
  for (const { resolution, own, baseline } of figures) {
    const [mine, theirs] = [own.ssim, baseline.ssim]
    console.log(
      row([
        `${resolution}p`,
        whole(own.size / 1000),
        whole(baseline.size / 1000),
        (own.size / baseline.size).toFixed(3),
        mine.toFixed(4),
        theirs.toFixed(4),
        (mine - theirs).toFixed(4),
      ]),
    )
  }
}

/** p50 · p95 in ms and CPU a request at every size; how many times those of the smallest the largest takes. */
export function printGrowth(growth: GrowthFigures[]): void {
  const [first, last] = [growth[0], growth.at(-1)]
  if (!first || !last) return
  const sizes = growth.map(({ videos }) => whole(videos))
  console.log(`\n| Videos, most of them remote | ${sizes.join(' | ')} | growth of p50 | p95 | CPU |`)
  console.log(`|${'---|'.repeat(sizes.length + 4)}`)
  console.log(row(['seeded and indexed in, s', ...growth.map(({ seeding }) => whole(seeding)), '', '', '']))
  for (const [index, { name, ...smallest }] of first.figures.entries()) {
    const cells = growth.map(({ figures }) => {
      const { p50, p95, cpu, failures } = figures[index]!
      const failed = failures ? ` (${failures} failures)` : ''
      return `${fixed(p50)} · ${fixed(p95)} ms, ${fixed(cpu)} ms of CPU${failed}`
    })
    const largest = last.figures[index]!
    const times = (key: 'p50' | 'p95' | 'cpu') => `${((largest[key] ?? NaN) / (smallest[key] ?? NaN)).toFixed(2)} ×`
    console.log(row([name, ...cells, times('p50'), times('p95'), times('cpu')]))
  }
}
