import { parseArgs } from 'node:util'
import type { RunningServer, StartOptions } from './start-server.ts'

const usage = `npm start -- [--role web|worker|all] [--config FILE] [--no-client] [--no-backup] [--benchmark-startup] [--reset-settings]`

/** ms after which a stop that hangs is cut off. */
const stopLimit = 4500

type Arguments = Pick<StartOptions, 'role' | 'client' | 'configFile' | 'backup' | 'resetSettings'>

/** `stopsOnceUp`: only how long the start takes is asked for. */
function readArguments(): Arguments & { stopsOnceUp: boolean } {
  const { values } = parseArgs({
    options: {
      role: { type: 'string', default: 'all' },
      config: { type: 'string' },
      'no-client': { type: 'boolean', default: false },
      'no-backup': { type: 'boolean', default: false },
      'no-plugins': { type: 'boolean', default: false },
      'benchmark-startup': { type: 'boolean', default: false },
      'reset-settings': { type: 'boolean', default: false },
    },
  })
  const { role } = values
  if (role !== 'web' && role !== 'worker' && role !== 'all') throw new Error(`--role ${role} is unknown.\n${usage}`)
  const resetSettings = values['reset-settings']
  const backup = !values['no-backup']
  const stopsOnceUp = values['benchmark-startup']
  return { role, client: !values['no-client'], configFile: values.config, backup, resetSettings, stopsOnceUp }
}

function stopOnSignal(running: Promise<RunningServer>): void {
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    console.log(`Stopping (${signal}).`)
    setTimeout(() => process.exit(1), stopLimit).unref()
    const server = await running.catch(() => undefined)
    await server?.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  const { startServer } = await import('./start-server.ts')
  const { stopsOnceUp, ...options } = readArguments()
  const running = startServer({ ...options, env: process.env, print: (line) => console.log(line) })
  stopOnSignal(running)
  const server = await running
  if (stopsOnceUp) {
    await server.stop()
    process.exit(0)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  if (process.env.LOGGER_LEVEL === 'debug') console.error(error)
  process.exit(1)
}
