import type { LoadFigures } from './load.ts'
import { measureProcesses } from './process-usage.ts'

export interface Series {
  name: string
  /** Asked one after another. */
  paths: readonly string[]
  headers?: Record<string, string>
}

export interface SeriesFigures extends LoadFigures {
  /** ms */
  p95: number
}

export interface SeriesOptions {
  origin: string
  pid?: number
  connections: number
}

interface Sample {
  /** ms, of each request */
  times: number[]
  /** s that all of them took. */
  seconds: number
  /** ms */
  cpu: number | undefined
  failures: number
}

/** Every request of a series asks something else, so that no answer is sent twice within a run. */
export async function measureSeries(series: Series, options: SeriesOptions): Promise<SeriesFigures> {
  return toFigures(series.name, [await ask(series, options)])
}

/**
 * The same series of several servers, which take turns of `each` requests: a machine that is slower for a while is so
 * for all of them.
 */
export async function measureInTurns(
  servers: readonly { series: Series; options: SeriesOptions }[],
  each: number,
): Promise<SeriesFigures[]> {
  const samples = servers.map((): Sample[] => [])
  const order = [...servers.keys()]
  for (let start = 0; start < Math.max(...servers.map(({ series }) => series.paths.length)); start += each) {
    for (const index of order) {
      const { series, options } = servers[index]!
      samples[index]!.push(await ask({ ...series, paths: series.paths.slice(start, start + each) }, options))
    }
    order.reverse()
  }
  return servers.map(({ series }, index) => toFigures(series.name, samples[index]!))
}

async function ask({ paths, headers = {} }: Series, { origin, pid, connections }: SeriesOptions): Promise<Sample> {
  const times: number[] = []
  let failures = 0
  let next = 0
  const used = () => {
    if (pid === undefined) return NaN
    const { server, database } = measureProcesses(pid)
    return server.cpu + database.cpu
  }
  const before = used()
  const started = performance.now()
  const client = async () => {
    for (let index = next++; index < paths.length; index = next++) {
      const asked = performance.now()
      const response = await fetch(origin + paths[index]!, { headers })
      await response.arrayBuffer()
      if (response.status !== 200) failures++
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = (performance.now() - started) / 1000
  return { times, seconds, cpu: pid === undefined ? undefined : used() - before, failures }
}

function toFigures(name: string, samples: readonly Sample[]): SeriesFigures {
  const sum = (value: (sample: Sample) => number) => samples.reduce((total, sample) => total + value(sample), 0)
  const times = samples.flatMap((sample) => sample.times).toSorted((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const cpu = samples.every((sample) => sample.cpu !== undefined) ? sum((sample) => sample.cpu!) : undefined
  return {
    name,
    rps: times.length / sum((sample) => sample.seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    ...(cpu === undefined ? {} : { cpu: cpu / times.length }),
    failures: sum((sample) => sample.failures),
  }
}
