import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')
/** Node's flags and the file that `npm start` runs. */
const startArguments = readFileSync(join(repository, 'package.json'), 'utf8')
  .match(/"start": ".*exec \S+ (.*)"/)![1]!
  .split(' ')

export interface RealServerOptions {
  /** Kept data of an earlier run; a fresh temporary folder otherwise. */
  data?: string
  port?: number
  settings?: Record<string, unknown>
  env?: Record<string, string>
  args?: string[]
  /** ms until "listening"; default 60 s. */
  patience?: number
}

export interface RealServer {
  url: string
  port: number
  data: string
  pid: number
  /** Lines of standard output so far. */
  output(): string
  errors(): string
  /** ms from the spawn to "listening". */
  startedIn: number
  exited: Promise<number | null>
  /** SIGTERM; resolves to the ms until it ended. */
  stop(): Promise<number>
  kill(): Promise<void>
}

export const rootPassword = 'a-root-password'

/** Not one of those that the system gives to connections: between this and the server's start it might do so. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(11_000, 32_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}

/** The real thing: the process that `npm start` runs, in a folder and on a port of its own. */
export async function startRealServer(options: RealServerOptions = {}): Promise<RealServer> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'sepiola-real-')))
  const port = options.port ?? (await freePort())
  const started = performance.now()
  const { child, output, errors, exited } = spawnServer(data, port, options)
  const ready = options.args?.includes('worker') ? 'This node runs jobs' : 'HTTP server listening'
  await waitForLine(child, output, errors, exited, ready, options.patience ?? 60_000)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    data,
    pid: child.pid!,
    output,
    errors,
    startedIn: performance.now() - started,
    exited,
    async stop() {
      const asked = performance.now()
      child.kill('SIGTERM')
      await exited
      return performance.now() - asked
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** Runs a server that is expected to refuse its start; resolves to its exit code and what it said. */
export async function startRefused(options: RealServerOptions & { data: string }) {
  const { output, errors, exited } = spawnServer(options.data, options.port ?? (await freePort()), options)
  return { code: await exited, output: output(), errors: errors() }
}

function spawnServer(data: string, port: number, { settings = {}, env = {}, args = [] }: RealServerOptions) {
  const config = {
    listen: { hostname: '127.0.0.1', port },
    webserver: { hostname: '127.0.0.1', port, https: false },
    rates_limit: { api: { max: 100_000 }, client: { max: 100_000 } },
    ...settings,
  }
  const child = spawn(process.execPath, [...startArguments, ...args], {
    cwd: repository,
    env: {
      ...process.env,
      SEPIOLA_DATA: data,
      PT_INITIAL_ROOT_PASSWORD: rootPassword,
      NODE_CONFIG: JSON.stringify(config),
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: undefined,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out: string[] = []
  const err: string[] = []
  child.stdout.on('data', (chunk) => out.push(String(chunk)))
  child.stderr.on('data', (chunk) => err.push(String(chunk)))
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, output: () => out.join(''), errors: () => err.join(''), exited }
}

async function waitForLine(
  child: ChildProcess,
  output: () => string,
  errors: () => string,
  exited: Promise<number | null>,
  line: string,
  patience: number,
): Promise<void> {
  const until = Date.now() + patience
  let ended = false
  void exited.then(() => (ended = true))
  while (!output().includes(line)) {
    if (ended || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`The server did not start.\n${output()}\n${errors()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function removeData(data: string): Promise<void> {
  await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
