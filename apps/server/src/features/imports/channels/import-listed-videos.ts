import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import type { ChannelAccess } from '#features/channels/public.ts'
import { findViewerOfUser } from '#features/sessions/public.ts'
import { remainingQuota } from '#features/users/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { createImport } from '../create/create-import.ts'
import { storeRemoteThumbnail } from '../create/store-remote-thumbnail.ts'
import { findImportedUrls } from '../imports.sql.ts'
import { listRemoteVideos, readRemoteVideo } from '../remote/read-remote-video.ts'

export interface ListToImport {
  channel: ChannelAccess
  /** Of a channel or playlist. */
  url: string
  /** Of the newest so many videos. */
  limit: number
  /** Videos of a channel that were published earlier are left out. */
  onlyAfter: Date | undefined
  channelSyncId: number | null
  signal: AbortSignal
  progress(percent: number): void
}

/**
 * Creates an import of each listed video whose address was not imported into the channel before, in the name of the
 * channel's owner, the oldest first. A video that cannot be read is left out. Throws when the list cannot be had.
 */
export async function importListedVideos(ctx: Context, list: ListToImport): Promise<void> {
  const { channel, url, limit, onlyAfter, signal, progress } = list
  const owner = channel.ownerUserId === null ? undefined : await findViewerOfUser(ctx.db, channel.ownerUserId)
  if (!owner) throw new Error('The owner of the channel is blocked.')
  const listed = await listRemoteVideos(ctx, url, { limit, signal })
  const urls = listed.map((video) => video.url)
  const known = await findImportedUrls(ctx.db, channel.id, urls)
  // A playlist may get an old video today.
  const since = isPlaylist(url) ? undefined : onlyAfter
  const fresh = listed.filter((video) => !known.has(video.url) && !isBefore(video.publishedAt, since)).toReversed()
  for (const [index, video] of fresh.entries()) {
    signal.throwIfAborted()
    if ((await remainingQuota(ctx, owner.userId)) === 0) throw new Error('The quota of the channel’s owner is used up.')
    await importListed(ctx, owner, { ...list, videoUrl: video.url, since })
    progress((100 * (index + 1)) / fresh.length)
  }
}

async function importListed(
  ctx: Context,
  owner: Viewer,
  request: ListToImport & { videoUrl: string; since: Date | undefined },
): Promise<void> {
  const { channel, videoUrl, since, channelSyncId, signal } = request
  try {
    const remote = await readRemoteVideo(ctx, videoUrl, signal)
    if (isBefore(remote.originallyPublishedAt, since)) return
    const { support, id: channelId } = channel
    const thumbnails = await storeRemoteThumbnail(ctx, remote.thumbnailUrl)
    await createImport(ctx, owner, {
      ...{ remote, thumbnails, channelSyncId },
      target: { targetUrl: videoUrl, magnetUri: null, torrentName: null },
      attributes: { channelId, privacy: VideoPrivacy.PUBLIC, support },
      payload: { type: 'youtube-dl' },
    })
  } catch (error) {
    signal.throwIfAborted()
    ctx.log.warn({ err: error, url: videoUrl, channelId: channel.id }, 'A listed video is not imported')
  }
}

const isPlaylist = (url: string) => /\/playlists?\b|[?&]list=/.test(url)

const isBefore = (date: Date | undefined, since: Date | undefined) =>
  date !== undefined && since !== undefined && date < since
