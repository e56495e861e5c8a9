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

/** Every request of a series asks something else, so that no answer is sent twice within a run. */
export async function measureSeries(
  series: Series,
  { origin, pid, connections }: SeriesOptions,
): Promise<SeriesFigures> {
  const { name, paths, headers = {} } = series
  const times: number[] = []
  let failures = 0
  let next = 0
  const before = pid ? measureProcesses(pid) : undefined
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
  const after = pid ? measureProcesses(pid) : undefined
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const cpu =
    before && after ? after.server.cpu + after.database.cpu - before.server.cpu - before.database.cpu : undefined
  return {
    name,
    rps: paths.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    ...(cpu === undefined ? {} : { cpu: cpu / paths.length }),
    failures,
  }
}
