import { readFileSync, readdirSync } from 'node:fs'

const ticksPerSecond = 100

export interface Usage {
  /** ms of CPU, the children that ended included. */
  cpu: number
  /** ms of CPU of children that ended (ffmpeg, ffprobe). */
  children: number
  /** MiB, shared pages divided among their users. */
  pss: number
}

interface Stat {
  pid: number
  parent: number
  name: string
  own: number
  reaped: number
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    const fields = text.slice(end + 2).split(' ')
    const ms = (index: number) => (Number(fields[index]) * 1000) / ticksPerSecond
    return {
      pid,
      name: text.slice(text.indexOf('(') + 1, end),
      parent: Number(fields[1]),
      own: ms(11) + ms(12),
      reaped: ms(13) + ms(14),
    }
  } catch {
    return undefined
  }
}

/** MiB */
function pss(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** The server process, and the database processes below it. */
export function measureProcesses(serverPid: number): { server: Usage; database: Usage } {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? [])
  const below = (pid: number): Stat[] =>
    stats.filter((stat) => stat.parent === pid).flatMap((stat) => [stat, ...below(stat.pid)])
  const own = stats.find((stat) => stat.pid === serverPid)
  if (!own) throw new Error(`Process ${serverPid} is gone`)
  const database = below(serverPid).filter((stat) => stat.name === 'postgres')
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return {
    server: { cpu: own.own, children: own.reaped, pss: pss(serverPid) },
    database: {
      cpu: sum(database.map((stat) => stat.own + stat.reaped)),
      children: 0,
      pss: sum(database.map((stat) => pss(stat.pid))),
    },
  }
}

/** ms between two looks at a process's memory. */
const lookEvery = 250

/** The most memory (PSS, MiB) that a process has at any look until it is asked for. */
export function watchPeak(pid: number): () => number {
  let peak = 0
  const look = () => (peak = Math.max(peak, pss(pid)))
  const timer = setInterval(look, lookEvery)
  return () => {
    clearInterval(timer)
    return look()
  }
}
