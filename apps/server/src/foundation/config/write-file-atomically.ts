import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/** A crash leaves the old content or the new one, never a part. */
export function writeFileAtomically(path: string, content: string, mode: number): void {
  const temporary = `${path}.${process.pid}.new`
  const file = openSync(temporary, 'w', mode)
  try {
    writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}
