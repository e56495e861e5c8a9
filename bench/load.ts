import autocannon from 'autocannon'
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
  origin: string
  pid?: number
  seconds: number
  connections: number
}

/** Keep-alive connections from this machine, as fast as they are answered. */
export async function measureLoad(target: Target, options: LoadOptions): Promise<LoadFigures> {
  const { origin, pid, seconds, connections } = options
  const run = (duration: number) =>
    autocannon({
      url: origin + target.path,
      connections,
      duration,
      headers: { accept: '*/*', ...target.headers },
    })
  await run(1)
  const before = pid ? measureProcesses(pid) : undefined
  const result = await run(seconds)
  const after = pid ? measureProcesses(pid) : undefined
  const requests = result.requests.total
  const cpu =
    before && after ? after.server.cpu + after.database.cpu - before.server.cpu - before.database.cpu : undefined
  return {
    name: target.name,
    rps: requests / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    ...(cpu === undefined ? {} : { cpu: cpu / Math.max(requests, 1) }),
    failures: result.non2xx + result.errors,
  }
}
