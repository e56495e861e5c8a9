import type { LoadGenerator } from './generate-load.ts'
import { measureProcesses } from './process-usage.ts'

export interface Target {
  name: string
  path: string
  headers?: Record<string, string>
}

export interface LoadFigures {
  name: string
  rps: number
  /** ms */
  p50: number
  p99: number
  /** ms of server and database CPU a request; absent when their process is not known. */
  cpu?: number
  failures: number
}

export interface LoadOptions {
  generator: LoadGenerator
  origin: string
  pid?: number
  seconds: number
  connections: number
}

/** Keep-alive connections from this machine, as fast as they are answered. */
export async function measureLoad(target: Target, options: LoadOptions): Promise<LoadFigures> {
  const { generator, origin, pid, seconds, connections } = options
  const request = { url: origin + target.path, headers: { accept: '*/*', ...target.headers }, connections }
  await generator.generate({ ...request, duration: 1 })
  const before = pid ? measureProcesses(pid) : undefined
  const { requests, rps, p50, p99, failures } = await generator.generate({ ...request, duration: seconds })
  const after = pid ? measureProcesses(pid) : undefined
  const cpu =
    before && after ? after.server.cpu + after.database.cpu - before.server.cpu - before.database.cpu : undefined
  return {
    name: target.name,
    rps,
    p50,
    p99,
    ...(cpu === undefined ? {} : { cpu: cpu / Math.max(requests, 1) }),
    failures,
  }
}
