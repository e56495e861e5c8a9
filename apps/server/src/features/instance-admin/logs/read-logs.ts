import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readLinesBackwards } from './read-lines-backwards.ts'

export interface LogQuery {
  startDate: Date
  endDate?: Date | undefined
  /** The least that is told. */
  level?: 'debug' | 'info' | 'warn' | 'error' | undefined
  tagsOneOf?: string[] | undefined
}

/** Characters of one answer (spec 02 §10). */
const mostCharacters = 10_000_000

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']

interface Line {
  timestamp?: unknown
  level?: unknown
  tags?: unknown
}

/**
 * Lines of `<log>.log` and of the files it was rotated to, each one JSON object as text, oldest first. When they are
 * too many the newest are told.
 */
export async function readLogs(folder: string, log: string, query: LogQuery): Promise<string[]> {
  const found: string[] = []
  let characters = 0
  for (const name of await listLogFiles(folder, log)) {
    for await (const text of linesOf(join(folder, name))) {
      const line = parseLine(text)
      if (!line) continue
      const time = new Date(String(line.timestamp))
      if (time < query.startDate) return found.toReversed()
      if (!isWanted(line, time, query)) continue
      characters += text.length
      if (characters > mostCharacters) return found.toReversed()
      found.push(text)
    }
  }
  return found.toReversed()
}

/** Newest first: `peertube.log`, `peertube.1.log`, `peertube.2.log`… */
async function listLogFiles(folder: string, log: string): Promise<string[]> {
  const ages = (await readdir(folder)).flatMap((name) => {
    const [, rest] = name.startsWith(log) ? (/^(?:\.(\d+))?\.log$/.exec(name.slice(log.length)) ?? []) : []
    return rest === undefined && name !== `${log}.log` ? [] : [{ name, age: Number(rest ?? 0) }]
  })
  return ages.toSorted((a, b) => a.age - b.age).map(({ name }) => name)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* readLinesBackwards(path)
  } catch (error) {
    // Rotated away since the folder was read.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Undefined for what is no line of the log: an empty end, or one that is being written. */
function parseLine(text: string): Line | undefined {
  try {
    const line: unknown = JSON.parse(text)
    return typeof line === 'object' && line !== null && !Array.isArray(line) ? line : undefined
  } catch {
    return undefined
  }
}

function isWanted({ level, tags }: Line, time: Date, query: LogQuery): boolean {
  if (query.endDate && time > query.endDate) return false
  if (levels.indexOf(String(level)) < levels.indexOf(query.level ?? 'info')) return false
  const { tagsOneOf } = query
  return !tagsOneOf || (Array.isArray(tags) && tags.some((tag) => tagsOneOf.includes(tag)))
}
