import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { InvalidArgumentError, type Command } from 'commander'
import { prettyFactory } from 'pino-pretty'
import { CommandError } from '../command-error.ts'
import { loadInstanceSettings, locate } from '../open-instance.ts'

const levels = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof levels)[number]

interface LogOptions {
  level: Level
  files?: string[]
  tags?: string[]
  notTags?: string[]
}

export function addParseLogCommand(program: Command): void {
  program
    .command('parse-log')
    .description('the log, readable by people')
    .option('-l, --level <level>', `from which level on: ${levels.join(', ')}`, readLevel, 'debug')
    .option('-f, --files <files...>', 'instead of the newest log file')
    .option('-t, --tags <tags...>', 'only lines with one of these tags')
    .option('-n, --not-tags <tags...>', 'no lines with one of these tags')
    .action(async (options: LogOptions, command: Command) => {
      const folder = options.files ? '' : loadInstanceSettings(locate(command)).settings.storage.logs
      for (const file of options.files ?? [await newestLog(folder)]) await printLog(file, options)
    })
}

async function newestLog(folder: string): Promise<string> {
  const names = await readdir(folder).catch((): string[] => [])
  if (!names.includes('peertube.log')) throw new CommandError(`There is no log in ${folder} yet.`)
  return join(folder, 'peertube.log')
}

async function printLog(file: string, options: LogOptions): Promise<void> {
  const format = prettyFactory({
    colorize: process.stdout.isTTY === true,
    messageKey: 'message',
    timestampKey: 'timestamp',
    translateTime: 'SYS:yyyy-mm-dd HH:MM:ss.l',
    ignore: 'pid,hostname,tags',
  })
  const input = createReadStream(file)
  const opened = new Promise<void>((resolve, reject) => {
    input.once('open', () => resolve())
    input.once('error', (error) => reject(new CommandError(`${file} cannot be read: ${error.message}`)))
  })
  await opened
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const entry = readEntry(line)
    if (entry === undefined) console.log(line)
    else if (isWanted(entry, options)) process.stdout.write(format(entry))
  }
}

/** Undefined for what is no log entry. */
function readEntry(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return undefined
  }
}

function isWanted({ level, tags }: Record<string, unknown>, options: LogOptions): boolean {
  if (levels.indexOf(level as Level) < levels.indexOf(options.level) && level !== 'fatal') return false
  const own = Array.isArray(tags) ? tags : []
  if (options.tags && !options.tags.some((tag) => own.includes(tag))) return false
  return !options.notTags?.some((tag) => own.includes(tag))
}

function readLevel(value: string): Level {
  if (!levels.includes(value as Level)) throw new InvalidArgumentError(`Known are ${levels.join(', ')}.`)
  return value as Level
}
