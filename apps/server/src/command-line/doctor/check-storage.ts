import { randomBytes } from 'node:crypto'
import { open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '#foundation/config/settings.ts'
import { formatBytes } from '../terminal.ts'
import { broken, good, warning, type Finding } from './finding.ts'

const tried = 16 * 1024 ** 2
const little = 5 * 1024 ** 3
const tooLittle = 256 * 1024 ** 2
/** Bytes/s below which several viewers and an upload get in each other's way. */
const slow = 20 * 1024 ** 2

/** Every storage folder can be written; each disk is measured once. */
export async function checkStorage(folders: Settings['storage']): Promise<Finding[]> {
  const disks = new Map<number, { areas: string[]; folder: string }>()
  const findings: Finding[] = []
  const missing: string[] = []
  for (const [area, folder] of Object.entries(folders)) {
    const found = await stat(folder).catch(() => undefined)
    if (!found) {
      missing.push(folder)
      continue
    }
    const fault = await tryWriting(folder, 1)
      .then(() => undefined)
      .catch((error: NodeJS.ErrnoException) => error.code ?? error.message)
    if (fault) {
      const advice = `The user that runs the server must be able to write there: chown -R … ${folder}`
      findings.push(broken(`storage.${area}`, `${folder} cannot be written (${fault})`, advice))
      continue
    }
    const disk = disks.get(found.dev) ?? { areas: [], folder }
    disk.areas.push(area)
    disks.set(found.dev, disk)
  }
  if (missing.length > 0) {
    const found = `${missing.length} folders do not exist (${missing[0]}${missing.length > 1 ? ' …' : ''})`
    findings.push(
      warning('storage', found, 'The start of the server makes them; if it ran before, a disk may be missing.'),
    )
  }
  for (const disk of disks.values()) findings.push(...(await measureDisk(disk)))
  return findings
}

async function measureDisk({ areas, folder }: { areas: string[]; folder: string }): Promise<Finding[]> {
  const { bavail, blocks, bsize } = await statfs(folder)
  const free = bavail * bsize
  const text = `${formatBytes(free)} of ${formatBytes(blocks * bsize)} free for ${areas.length} folders (${folder} …)`
  const advice = 'Videos cannot be uploaded when it is full: add space, or name another disk in storage.*.'
  const space =
    free < tooLittle ? broken('disk', text, advice) : free < little ? warning('disk', text, advice) : good('disk', text)
  if (free < tooLittle) return [space]
  const speed = await tryWriting(folder, tried)
  const found = `writes ${formatBytes(speed)}/s`
  return [
    space,
    speed < slow
      ? warning('disk speed', found, 'Uploads and transcoding are held up: use a faster disk for videos.')
      : good('disk speed', found),
  ]
}

/** Bytes/s, until they are on the disk. */
async function tryWriting(folder: string, size: number): Promise<number> {
  const path = join(folder, `.doctor-${process.pid}.unfinished`)
  const content = randomBytes(size)
  const started = performance.now()
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.write(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return (size / (performance.now() - started)) * 1000
  } finally {
    await rm(path, { force: true })
  }
}
