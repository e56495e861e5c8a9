import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Context } from '#foundation/context.ts'
import { isPublicAddress, PrivateAddressError } from '#foundation/net/public-address.ts'
import { describeDirectFile, nameOfFile } from './describe-direct-file.ts'
import { parseVideoInfo } from './parse-video-info.ts'
import { parseVideoList, type ListedVideo } from './parse-video-list.ts'
import { RemoteVideoError, type RemoteVideo } from './remote-video.ts'
import { runYtDlp } from './yt-dlp.ts'

/** ms */
const infoTimeout = 60_000
const listTimeout = 600_000

/**
 * Refuses an address whose host means one that is not of the public internet: throws a PrivateAddressError. What it
 * means when it is fetched, and where it leads from there, is checked once more then.
 */
export async function refusePrivateHost(ctx: Context, url: string): Promise<void> {
  if (ctx.settings.current.import.videos.http.allow_private_addresses) return
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await lookup(host, { all: true }).then(onlyAddresses, () => [])
  if (addresses.some((address) => !isPublicAddress(address))) throw new PrivateAddressError(host)
}

const onlyAddresses = (found: { address: string }[]) => found.map(({ address }) => address)

/**
 * What there is to know of the video at an address, without fetching it: a file, or a page that yt-dlp can read.
 * Throws a RemoteVideoError, or a PrivateAddressError when it leads into a private network.
 */
export async function readRemoteVideo(ctx: Context, url: string, signal: AbortSignal): Promise<RemoteVideo> {
  const file = await describeDirectFile(ctx, url, signal)
  if (file) {
    const name = nameOfFile(file.filename)
    return { ...(name === undefined ? {} : { name }), nsfw: false, tags: [], chapters: [], subtitles: [] }
  }
  return parseVideoInfo(await readJson(ctx, { url, args: ['--dump-single-json'], signal, timeout: infoTimeout }))
}

/** The newest videos of a channel or playlist, at most `limit`. Throws as `readRemoteVideo` does. */
export async function listRemoteVideos(
  ctx: Context,
  url: string,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<ListedVideo[]> {
  const args = ['--dump-single-json', '--flat-playlist', '--yes-playlist', '--playlist-items', `1:${limit}`]
  return parseVideoList(await readJson(ctx, { url, args, signal, timeout: listTimeout }), limit)
}

async function readJson(
  ctx: Context,
  run: { url: string; args: string[]; signal: AbortSignal; timeout: number },
): Promise<unknown> {
  const printed = await ctx.storage.withTemporaryFolder((folder) => runYtDlp(ctx, { ...run, folder }))
  try {
    return JSON.parse(printed)
  } catch {
    throw new RemoteVideoError('There is no video at this address.')
  }
}
