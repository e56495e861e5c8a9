import { ChannelActivityAction } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { StoredFileRef } from '../files/remove-stored-files.job.ts'
import { removeLater } from '../files/save-files.ts'
import { hlsFolder, webVideoKey } from '../files/video-file-keys.ts'
import { videosChanged } from '../list/video-caches.ts'
import { requireManagedVideo } from '../read/require-video.ts'
import type { VideoRef } from '../read/video-ref.ts'
import { videoDeleted } from '../videos.events.ts'
import { deleteVideoRow, findPlaylistsShowing, findStoredNames, keepVideoInAbuses } from './delete-video.sql.ts'
import { insertChannelActivity } from './video-rows.sql.ts'

/** Deletes a video for good (spec 03 §4). Throws 403, 404. */
export async function deleteVideo(ctx: Context, viewer: Viewer, ref: VideoRef): Promise<void> {
  const video = await requireManagedVideo(ctx, viewer, ref, 'REMOVE_ANY_VIDEO')
  const removed = await ctx.db.transaction().execute((tx) => removeVideo(ctx, tx, video.id, viewer.accountId))
  if (!removed) throw problem(404, 'Video not found')
  videosChanged(ctx)
  const { id, uuid, name, privacy, channelId } = video
  ctx.audit.delete(viewer, 'videos', { id, uuid, name, privacy, channelId })
  await ctx.hooks.action('action:api.video.deleted', { video })
}

/**
 * The rows go with the transaction, the files after it. `byAccountId`: who did it, for the channel's activity list;
 * null = the machine. False, and nothing happens, when the video was gone already.
 */
export async function removeVideo(ctx: Context, tx: Tx, videoId: number, byAccountId: number | null): Promise<boolean> {
  const now = ctx.clock.now()
  const names = await findStoredNames(tx, videoId)
  const playlistIds = await findPlaylistsShowing(tx, videoId)
  await keepVideoInAbuses(tx, videoId)
  const video = await deleteVideoRow(tx, videoId)
  if (!video) return false
  await removeLater(ctx, tx, storedFiles(video, names))
  await insertChannelActivity(tx, {
    action: ChannelActivityAction.DELETE,
    channelId: video.channelId,
    accountId: byAccountId,
    video,
    now,
  })
  await ctx.events.publish(tx, videoDeleted, {
    videoId,
    uuid: video.uuid,
    url: video.url,
    channelId: video.channelId,
    accountId: video.accountId,
    privacy: video.privacy,
    state: video.state,
    isLive: video.isLive,
    remote: video.remote,
    playlistIds,
  })
  return true
}

type StoredNames = Awaited<ReturnType<typeof findStoredNames>>

function storedFiles(video: { uuid: string; privacy: number }, names: StoredNames): StoredFileRef[] {
  const files: StoredFileRef[] = names.webVideos.flatMap((name) => [
    { area: 'web_videos', key: webVideoKey(video, name) },
    // A change of privacy may be half done.
    { area: 'web_videos', key: webVideoKey({ privacy: video.privacy < 3 ? 3 : 1 }, name) },
  ])
  const folders = [hlsFolder(video), hlsFolder({ ...video, privacy: video.privacy < 3 ? 3 : 1 })]
  files.push(...folders.map((key): StoredFileRef => ({ area: 'streaming_playlists', key, folder: true })))
  const all: [StoredFileRef['area'], string[]][] = [
    ['torrents', names.torrents],
    ['thumbnails', names.thumbnails],
    ['storyboards', names.storyboards],
    ['captions', names.captions],
    ['original_video_files', names.originals],
  ]
  for (const [area, keys] of all) files.push(...keys.map((key): StoredFileRef => ({ area, key })))
  return files
}
