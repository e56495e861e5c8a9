import { mkdirSync } from 'node:fs'
import { createStream } from 'rotating-file-stream'
import { BatchedLines } from './batched-lines.ts'

/**
 * `<name>.log` of a folder; the one before is `<name>.1.log` and so on. `rotation`: bytes of a file and the number of
 * files, undefined = one file without end.
 */
export function openLogFile(
  folder: string,
  name: string,
  rotation: { maxFileSize: number; maxFiles: number } | undefined,
): BatchedLines {
  mkdirSync(folder, { recursive: true })
  const file = createStream((index) => (index ? `${name}.${Number(index)}.log` : `${name}.log`), {
    path: folder,
    ...(rotation && { size: `${rotation.maxFileSize}B`, rotate: Math.max(1, rotation.maxFiles - 1) }),
  })
  // A full disk must not end the server.
  file.on('error', () => {})
  return new BatchedLines(file)
}
