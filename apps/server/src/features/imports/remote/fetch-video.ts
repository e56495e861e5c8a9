import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { mimeOfExtension } from '@sepiola/media/mime.ts'
import type { Context } from '#foundation/context.ts'
import { fetchRemoteFile, TooLargeError } from '#foundation/net/fetch-remote-file.ts'
import { chooseFormat } from './choose-format.ts'
import { describeDirectFile, directExtension } from './describe-direct-file.ts'
import { RemoteVideoError } from './remote-video.ts'
import { watchFolderSize } from './watch-folder-size.ts'
import { runYtDlp } from './yt-dlp.ts'

export interface FetchedVideo {
  path: string
  /** With a name that says its type. */
  filename: string
  mimeType: string
  /** Bytes. */
  size: number
}

export interface VideoFetch {
  /** Empty, for what comes. */
  folder: string
  /** Bytes that may be stored. */
  maxBytes: number
  signal: AbortSignal
  onProgress(percent: number): void
}

/** Fetches the video at an address. Throws a RemoteVideoError, a PrivateAddressError or a TooLargeError. */
export async function fetchVideo(ctx: Context, url: string, fetch: VideoFetch): Promise<FetchedVideo> {
  const { folder, maxBytes, signal, onProgress } = fetch
  const direct = await describeDirectFile(ctx, url, signal)
  if (!direct) return fetchByYtDlp(ctx, url, fetch)
  const allowPrivate = ctx.settings.current.import.videos.http.allow_private_addresses
  const extension = directExtension(ctx, direct)!
  const path = join(folder, `video${extension}`)
  const { size } = await fetchRemoteFile({ url, allowPrivate, signal }, path, {
    maxBytes,
    onBytes: (received, of) => of && onProgress((100 * received) / of),
  })
  return describeFetched(path, size)
}

async function fetchByYtDlp(ctx: Context, url: string, fetch: VideoFetch): Promise<FetchedVideo> {
  const { folder, maxBytes, signal, onProgress } = fetch
  await watchFolderSize({ folder, maxBytes, signal }, (inTime) =>
    runYtDlp(ctx, {
      ...{ url, folder, signal: inTime },
      args: [
        ...['--format', chooseFormat(ctx.settings.current.transcoding), '--merge-output-format', 'mp4'],
        ...['--output', join(folder, 'video.%(ext)s'), '--no-mtime', '--no-part', '--no-keep-video'],
        ...['--newline', '--progress', '--progress-template', `download:${mark}%(progress)j`],
        ...(Number.isFinite(maxBytes) ? ['--max-filesize', String(maxBytes)] : []),
      ],
      onLine: createProgressReader(onProgress),
    }),
  )
  const path = await findOnlyFile(folder)
  // It leaves out what is too large, without a word that one could read.
  if (path === undefined) {
    throw Number.isFinite(maxBytes)
      ? new TooLargeError('The video could not be fetched; perhaps it is larger than what may be stored.')
      : new RemoteVideoError('The video could not be fetched.')
  }
  return describeFetched(path, (await stat(path)).size)
}

const mark = 'sepiola-progress '

/** Picture and sound may come one after the other: it never goes back. */
function createProgressReader(onProgress: (percent: number) => void): (line: string) => void {
  let farthest = 0
  return (line) => {
    if (!line.startsWith(mark)) return
    try {
      const told = JSON.parse(line.slice(mark.length)) as Record<string, unknown>
      const [got, of] = [told.downloaded_bytes, told.total_bytes ?? told.total_bytes_estimate]
      if (typeof got !== 'number' || typeof of !== 'number' || of <= 0) return
      farthest = Math.max(farthest, Math.min(99, (100 * got) / of))
      onProgress(farthest)
    } catch {
      // Half a line.
    }
  }
}

export async function findOnlyFile(folder: string): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && !/\.(aria2|part|ytdl|torrent)$/.test(entry.name))
  return files.length === 1 ? join(files[0]!.parentPath, files[0]!.name) : undefined
}

export function describeFetched(path: string, size: number): FetchedVideo {
  const extension = extname(path).toLowerCase()
  return { path, filename: `video${extension}`, mimeType: mimeOfExtension(extension) ?? 'video/mp4', size }
}
