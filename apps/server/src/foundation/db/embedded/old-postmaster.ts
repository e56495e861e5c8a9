import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../process-identity.ts'

export interface Postmaster {
  pid: number
  ready: boolean
}

/** Reads `postmaster.pid`: line 1 is the pid, line 8 the state. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n')
  const pid = Number(lines?.[0])
  return pid > 0 ? { pid, ready: lines?.[7]?.trim() === 'ready' } : undefined
}

/** The live PostgreSQL of this folder that an earlier process left, if any. */
export async function findOldPostmaster(folder: string): Promise<Postmaster | undefined> {
  const postmaster = await readPostmaster(folder)
  return postmaster && isAlive(postmaster.pid) && (await isPostgresOf(postmaster.pid, folder)) ? postmaster : undefined
}

/** Stops it without losing anything; throws when it stays. */
export async function stopOldPostmaster(folder: string, pid: number): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal)
    for (const until = Date.now() + wait; Date.now() < until; await sleep(10)) if (!isAlive(pid)) return
  }
  throw new Error(`PostgreSQL of an earlier start (process ${pid}) still runs on ${folder} and cannot be stopped`)
}

/** The pid may have been used again: PostgreSQL's working directory is its cluster. */
async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return cwd === undefined || cwd === realpathSync(folder)
  }
  if (process.platform === 'win32') return true
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}
