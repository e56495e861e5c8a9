import { createRequire } from 'node:module'
import { pino, type DestinationStream, type Logger } from 'pino'
import type pretty from 'pino-pretty'
import type { Settings } from './config/settings.ts'
import { openLogFile } from './log-file.ts'
import { anonymizeIp } from './net/anonymize-ip.ts'

export type Log = Logger

export interface LogOptions {
  /** Asked at each line, so that a changed `log.anonymize_ip` counts at once. */
  settings: () => Pick<Settings, 'log' | 'storage'>
  /** Short coloured lines instead of JSON; default: whether standard output is a terminal. */
  terminal?: boolean
  /** Instead of standard output. */
  output?: DestinationStream
}

const require = createRequire(import.meta.url)

/** Fields that give access, wherever an object with them is logged. */
const secretNames = [
  'password',
  'passwordConfirmation',
  'access_token',
  'refresh_token',
  'client_secret',
  'authorization',
  'cookie',
]
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** Bytes that wait for a slow reader of standard output; what comes then is only in the file. */
const outputBuffer = 4 * 1024 * 1024

/**
 * Lines go to standard output and, as JSON, to `peertube.log` of the logs folder, which `log.rotation` bounds.
 * `close` waits until everything is written.
 */
export function createLog(options: LogOptions): { log: Log; close: () => Promise<void> } {
  const { settings, terminal = process.stdout.isTTY === true } = options
  const plain =
    options.output || terminal ? undefined : pino.destination({ fd: 1, sync: false, maxLength: outputBuffer })
  const output = options.output ?? plain ?? (require('pino-pretty') as typeof pretty)(prettyOptions)
  const { storage, log: wanted } = settings()
  const { enabled, max_file_size: maxFileSize, max_files: maxFiles } = wanted.rotation
  const file = openLogFile(storage.logs, 'peertube', enabled ? { maxFileSize, maxFiles } : undefined)
  const log = pino(
    {
      level: settings().log.level,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      redact: { paths: secretPaths, censor: '[hidden]' },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) =>
          settings().log.anonymize_ip && typeof fields.ip === 'string'
            ? { ...fields, ip: anonymizeIp(fields.ip) }
            : fields,
      },
    },
    // Each stream takes what the logger lets through.
    pino.multistream([
      { stream: output, level: 'trace' },
      { stream: file, level: 'trace' },
    ]),
  )
  const close = async () => {
    await file.end()
    plain?.flushSync()
  }
  return { log, close }
}

const prettyOptions = {
  colorize: true,
  messageKey: 'message',
  timestampKey: 'timestamp',
  translateTime: 'SYS:HH:MM:ss',
  ignore: 'pid,hostname,reqId',
  singleLine: true,
  // Lines appear in the order of events, also beside what start-up prints itself.
  sync: true,
}
