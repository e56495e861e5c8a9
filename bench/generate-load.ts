import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

const run = promisify(execFile)

export interface Generated {
  requests: number
  rps: number
  /** ms */
  p50: number
  p99: number
  failures: number
}

export interface LoadRequest {
  url: string
  headers: Record<string, string>
  connections: number
  /** s */
  duration: number
}

export interface LoadGenerator {
  name: string
  generate(request: LoadRequest): Promise<Generated>
}

/** `wrk` where the machine has it: it leaves the processor to the server. Else one in JavaScript, which needs a core. */
export async function chooseLoadGenerator(): Promise<LoadGenerator> {
  const found = await run('wrk', ['-v']).catch((error: { code?: unknown }) => error.code !== 'ENOENT')
  return found ? { name: 'wrk', generate: generateWithWrk } : { name: 'autocannon', generate: generateWithAutocannon }
}

async function generateWithWrk({ url, headers, connections, duration }: LoadRequest): Promise<Generated> {
  const headerArguments = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const timing = ['-t', '1', '-c', String(connections), '-d', `${duration}s`, '--latency']
  return readWrk((await run('wrk', [...timing, ...headerArguments, url])).stdout)
}

const inMs: Record<string, number> = { us: 0.001, ms: 1, s: 1000 }

function readWrk(text: string): Generated {
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  const latency = (share: number) => {
    const [, value, unit] = new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`).exec(text) ?? []
    return Number(value) * (inMs[unit ?? ''] ?? NaN)
  }
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.slice(1) ?? []
  return {
    requests: number(/(\d+) requests in/),
    rps: number(/Requests\/sec:\s+([\d.]+)/),
    p50: latency(50),
    p99: latency(99),
    failures: number(/Non-2xx or 3xx responses: (\d+)/) + socketErrors.reduce((sum, count) => sum + Number(count), 0),
  }
}

async function generateWithAutocannon({ url, headers, connections, duration }: LoadRequest): Promise<Generated> {
  const result = await autocannon({ url, connections, duration, headers })
  return {
    requests: result.requests.total,
    rps: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
  }
}
