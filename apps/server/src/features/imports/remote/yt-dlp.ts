import { open } from 'node:fs/promises'
import type { Context } from '#foundation/context.ts'
import { findOnPath } from '#foundation/ffmpeg/locate-ffmpeg.ts'
import { withCheckingProxy } from '#foundation/net/checking-proxy.ts'
import { PrivateAddressError } from '#foundation/net/public-address.ts'
import { RemoteVideoError } from './remote-video.ts'
import { runProgram } from './run-program.ts'

interface YtDlp {
  program: string
  /** Arguments before its own. */
  before: readonly string[]
}

/**
 * The program that reads pages of video platforms: the one at `kept`, in the storage's `bin` folder as PeerTube keeps
 * it, else the system's; `release` is `import.videos.http.youtube_dl_release`.
 */
export async function findYtDlp(
  { name, python_path }: { name: string; python_path: string },
  kept: string,
  environment: NodeJS.ProcessEnv,
): Promise<YtDlp | undefined> {
  const head = await readHead(kept)
  if (head !== undefined) {
    const isPython = head.startsWith('PK') || /^#!.*python/.test(head)
    return isPython ? { program: python_path, before: [kept] } : { program: kept, before: [] }
  }
  const program = await findOnPath(name, environment)
  return program === undefined ? undefined : { program, before: [] }
}

async function readHead(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined)
  if (!file) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

export interface YtDlpRun {
  url: string
  args: readonly string[]
  /** It works here. */
  folder: string
  signal: AbortSignal
  /** ms */
  timeout?: number
  onLine?: (line: string) => void
}

/**
 * Runs yt-dlp on an address and returns what it printed. It reaches the internet through one of the administrator's
 * proxies, else through one of ours that refuses addresses of private networks.
 * Throws a PrivateAddressError, or a RemoteVideoError with the cause.
 */
export async function runYtDlp(ctx: Context, run: YtDlpRun): Promise<string> {
  const { http } = ctx.settings.current.import.videos
  const { name } = http.youtube_dl_release
  const ytDlp = await findYtDlp(http.youtube_dl_release, ctx.storage.localPath('bin', name), process.env)
  if (!ytDlp) {
    throw new RemoteVideoError(
      `This server has no ${name}, which reads pages of video platforms: only addresses of video files can be imported.`,
    )
  }
  const { url, args, folder, signal, timeout, onLine } = run
  const runThrough = (proxy: string) =>
    runProgram({
      program: ytDlp.program,
      args: [...ytDlp.before, ...commonArguments(ctx), '--proxy', proxy, ...args, '--', url],
      ...{ folder, signal },
      ...(timeout === undefined ? {} : { timeout }),
      ...(onLine ? { onLine } : {}),
    })
  const proxies = http.proxies ?? []
  const { code, stdout, stderr, refused } =
    proxies.length > 0
      ? { ...(await runThrough(proxies[Math.floor(Math.random() * proxies.length)]!)), refused: undefined }
      : await withCheckingProxy({ allowPrivate: http.allow_private_addresses }, async (proxy) => ({
          ...(await runThrough(proxy.url)),
          refused: proxy.refusedHost(),
        }))
  if (code === 0) return stdout
  if (refused !== undefined) throw new PrivateAddressError(refused)
  throw new RemoteVideoError(causeIn(stderr) || `yt-dlp ended with code ${code}.`)
}

/** Nothing of the machine's own configuration, and nothing written outside of the folder. */
function commonArguments(ctx: Context): string[] {
  const { force_ipv4, cookies } = ctx.settings.current.import.videos.http
  return [
    ...['--ignore-config', '--no-cache-dir', '--no-colors', '--no-playlist', '--playlist-items', '1'],
    ...['--socket-timeout', '20', '--retries', '5', '--ffmpeg-location', ctx.media.ffmpegPath],
    ...(force_ipv4 ? ['--force-ipv4'] : []),
    // Where an administrator puts the cookies of a browser.
    ...(cookies.enabled ? ['--cookies', ctx.storage.localPath('bin', 'cookies.txt')] : []),
  ]
}

/** `ERROR: [generic] Unable to download webpage: HTTP Error 404: Not Found (caused by …)` → what a person needs of it. */
function causeIn(stderr: string): string {
  const errors = stderr.split('\n').filter((line) => line.startsWith('ERROR:'))
  const [first = ''] = (errors.at(-1) ?? '').replace(/^ERROR:\s*/, '').split(/\s*(?:\(caused by|; please report)/)
  return first.trim().slice(0, 1000)
}
