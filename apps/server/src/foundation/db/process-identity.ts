import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Names a process so that its death can be noticed on the same machine, even when its pid is used again. */
export function processIdentity(pid: number = process.pid): string {
  return `${machineIdentity()}/${pid}/${startTime(pid)}`
}

/** True only when the process certainly ended: it ran on this machine, in this boot, and its pid is free or another's. */
export function isGone(identity: string): boolean {
  const [machine, pidText, started] = splitIdentity(identity)
  if (machine !== machineIdentity()) return false
  const pid = Number(pidText)
  return !isAlive(pid) || startTime(pid) !== started
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function splitIdentity(identity: string): [machine: string, pid: string, started: string] {
  const parts = identity.split('/')
  return [parts.slice(0, 3).join('/'), parts[3] ?? '', parts[4] ?? '']
}

let machine: string | undefined

/** Host name, boot and pid namespace: pids compare only when all three are the same. */
function machineIdentity(): string {
  machine ??= [
    hostname(),
    attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '-',
    attempt(() => readlinkSync('/proc/self/ns/pid')) ?? '-',
  ].join('/')
  return machine
}

/** Clock ticks since boot at which the process started; '-' where there is no /proc. */
function startTime(pid: number): string {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The second field (command) is in parentheses and may hold spaces; the start time is field 22.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
