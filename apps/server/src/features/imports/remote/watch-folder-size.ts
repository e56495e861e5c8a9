import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TooLargeError } from '#foundation/net/fetch-remote-file.ts'

/** ms */
const lookEvery = 1000

/**
 * Runs `work` until it ends or its folder holds more bytes than it may: then its signal is aborted and a TooLargeError
 * thrown. For programs that do not know when to stop.
 */
export async function watchFolderSize<T>(
  { folder, maxBytes, signal }: { folder: string; maxBytes: number; signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const tooMuch = new AbortController()
  const fault = new TooLargeError(`The video is larger than ${maxBytes} bytes, which is what may be stored.`)
  const look = async () => {
    if ((await sizeOf(folder)) > maxBytes) tooMuch.abort(fault)
  }
  // A file that goes while it is looked at is looked at a second later.
  const timer = setInterval(() => void look().catch(() => {}), lookEvery)
  try {
    return await work(AbortSignal.any([signal, tooMuch.signal]))
  } catch (error) {
    throw tooMuch.signal.aborted && !signal.aborted ? fault : error
  } finally {
    clearInterval(timer)
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  // Not what it announces to become, but what it takes.
  const sizes = await Promise.all(
    files.map(async (each) => (await stat(join(each.parentPath, each.name))).blocks * 512),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
