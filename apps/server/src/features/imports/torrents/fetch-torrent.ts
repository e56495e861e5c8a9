import { stat } from 'node:fs/promises'
import type { Context } from '#foundation/context.ts'
import { findOnPath } from '#foundation/ffmpeg/locate-ffmpeg.ts'
import { withCheckingProxy } from '#foundation/net/checking-proxy.ts'
import { describeFetched, findOnlyFile, type FetchedVideo, type VideoFetch } from '../remote/fetch-video.ts'
import { RemoteVideoError } from '../remote/remote-video.ts'
import { runProgram } from '../remote/run-program.ts'
import { watchFolderSize } from '../remote/watch-folder-size.ts'

/** seconds without a byte from anybody after which a torrent counts as dead */
const patience = 600

/** Where the program that fetches torrents is. */
export const findAria2 = (environment: NodeJS.ProcessEnv) => findOnPath('aria2c', environment)

/**
 * Fetches the only file of a torrent with aria2. `source`: a magnet link, or the local path of a torrent. Trackers and
 * web seeds are asked through our proxy, so that a torrent cannot lead into our own network.
 * Throws a RemoteVideoError or a TooLargeError.
 */
export async function fetchTorrent(ctx: Context, source: string, fetch: VideoFetch): Promise<FetchedVideo> {
  const { folder, maxBytes, signal, onProgress } = fetch
  const program = await findAria2(process.env)
  if (program === undefined) {
    throw new RemoteVideoError('This server has no aria2c, which fetches torrents: an administrator can install aria2.')
  }
  const allowPrivate = ctx.settings.current.import.videos.http.allow_private_addresses
  const { code, stderr, stdout } = await withCheckingProxy({ allowPrivate }, (proxy) =>
    watchFolderSize({ folder, maxBytes, signal }, (inTime) => {
      const said: string[] = []
      const onLine = (line: string) => {
        const percent = /\((\d{1,3})%\)/.exec(line)?.[1]
        if (percent !== undefined && !line.includes('[METADATA]')) onProgress(Math.min(99, Number(percent)))
        said.splice(0, said.length - 40, ...said.slice(-40), line)
      }
      return runProgram({
        ...{ program, folder, signal: inTime, onLine },
        args: [
          ...['--no-conf=true', '--enable-rpc=false', `--dir=${folder}`, '--seed-time=0', '--file-allocation=none'],
          ...['--summary-interval=1', '--console-log-level=error', '--show-console-readout=false'],
          ...[`--bt-stop-timeout=${patience}`, '--bt-enable-lpd=false', '--follow-torrent=false'],
          ...[`--dht-file-path=${folder}/dht.dat.aria2`, `--dht-file-path6=${folder}/dht6.dat.aria2`],
          ...[`--all-proxy=${proxy.url}`, '--max-upload-limit=1M', '--allow-overwrite=true'],
          ...(source.startsWith('magnet:') ? ['--bt-save-metadata=false', source] : [`--torrent-file=${source}`]),
        ],
      }).then((result) => ({ ...result, stdout: said.join('\n') }))
    }),
  )
  if (code !== 0) throw new RemoteVideoError(causeIn(`${stdout}\n${stderr}`) || `aria2c ended with code ${code}.`)
  const path = await findOnlyFile(folder)
  if (path === undefined) throw new RemoteVideoError('The torrent does not contain exactly one file.')
  return describeFetched(path, (await stat(path)).size)
}

/** `11/21 19:20:18 [ERROR] CUID#7 - … cause: No peers` → what a person needs of it. */
function causeIn(said: string): string {
  const errors = said.split('\n').filter((line) => /\[ERROR\]|errorCode=|^Exception|error:/i.test(line))
  const last = errors.at(-1) ?? ''
  return last
    .replace(/^.*\[ERROR\]\s*/, '')
    .replace(/^CUID#\S+\s*-\s*/, '')
    .trim()
    .slice(0, 1000)
}
