import { basename } from 'node:path'
import { ChannelActivityAction, VideoPrivacy } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { insertChannelActivity, insertSource, lockVideoForEdit, updateVideoRow } from '../edit/video-rows.sql.ts'
import type { StoredFileRef } from '../files/remove-stored-files.job.ts'
import { removeLater, saveVideoFile, storedFilesOf } from '../files/save-files.ts'
import { hlsFolder } from '../files/video-file-keys.ts'
import { withVideoFiles } from '../files/video-files-lock.ts'
import { videosChanged } from '../list/video-caches.ts'
import type { AccessRow } from '../read/video-access.sql.ts'
import { setVideoState, stateSettings } from '../state/advance-video.ts'
import { nextVideoState } from '../state/video-state.ts'
import { deleteStoryboards } from '../storyboards/storyboard.sql.ts'
import { replaceThumbnails } from '../thumbnails/save-thumbnails.ts'
import { askPlugins } from '../upload/accept-file.ts'
import { ProtocolError } from '../upload/resumable-protocol.ts'
import { takeInUpload, type TakenIn } from '../upload/take-in-upload.ts'
import { partialPath } from '../upload/upload-files.ts'
import { claimSession, type UploadSession } from '../upload/upload-session.sql.ts'
import { videoSourceReplaced, videoUpdated } from '../videos.events.ts'
import { tellVideoSaving } from '../videos.hooks.ts'
import { deleteAllFiles, hasChosenThumbnails } from './replace.sql.ts'
import { refuseBusyState, requireReplaceable } from './require-replaceable.ts'

/**
 * Gives a video the file of a complete upload (spec 05 §17): once it lies in its place, one transaction takes the old
 * files from the video, whose files in the storage go after it. Pictures that somebody chose stay.
 * Errors: as `requireReplaceable`; 422 unreadable, 403 plugin.
 */
export async function finishReplacement(
  ctx: Context,
  viewer: Viewer,
  session: UploadSession,
  videoId: number,
): Promise<{ id: number }> {
  const video = await requireReplaceable(ctx, viewer, { id: videoId })
  const taken = await takeInUpload(ctx, {
    session,
    path: partialPath(ctx, session),
    privacy: video.privacy,
    accept: (file) =>
      askPlugins(ctx, 'filter:api.video.update-file.accept.result', file, { filename: session.filename }, viewer),
    pictures: (await hasChosenThumbnails(ctx.db, videoId)) ? undefined : { imagePath: undefined },
  })
  try {
    await withVideoFiles(ctx, videoId, async () => {
      const hlsNames = await listHlsNames(ctx, video)
      await ctx.db.transaction().execute((tx) => replaceFiles(ctx, tx, viewer, { video, session, taken, hlsNames }))
    })
  } catch (error) {
    for (const { filename } of taken.thumbnails) await ctx.storage.remove('thumbnails', filename)
    throw error
  }
  videosChanged(ctx)
  const { id, uuid, name, privacy, channelId } = video
  const before = { id, uuid, name, privacy, channelId }
  ctx.audit.update(viewer, 'videos', before, { ...before, inputFilename: session.filename })
  await ctx.hooks.action('action:api.video.file-updated', { video })
  return { id }
}

interface Replacement {
  video: AccessRow
  session: UploadSession
  taken: TakenIn
  /** What lies in the HLS folder: the new HLS files will lie there too, so that it is not removed as a whole. */
  hlsNames: string[]
}

async function replaceFiles(ctx: Context, tx: Tx, viewer: Viewer, replacement: Replacement): Promise<void> {
  const { video, session, taken, hlsNames } = replacement
  const { probe, file, thumbnails } = taken
  const videoId = video.id
  const now = ctx.clock.now()
  const current = await lockVideoForEdit(tx, videoId)
  if (!current) throw problem(404, 'Video not found')
  refuseBusyState(current.state)
  if (!(await claimSession(tx, session.id, videoId, now))) throw new ProtocolError('UploadBeingProcessed')

  await forgetFiles(ctx, tx, video, hlsNames)
  await saveVideoFile(ctx, tx, { ...video, privacy: taken.privacy }, { ...file, videoId })
  const { duration, aspectRatio } = probe
  await updateVideoRow(tx, videoId, { duration, aspectRatio, inputFileUpdatedAt: now, updatedAt: now })
  const { resolution, width, height, fps, size } = file
  await insertSource(tx, {
    ...{ resolution, width, height, fps, size, videoId },
    inputFilename: session.filename,
    metadata: JSON.stringify(probe.metadata ?? null),
    keptOriginalFilename: null,
    storage: null,
    createdAt: now,
    updatedAt: now,
  })
  if (thumbnails.length > 0) await replaceThumbnails(ctx, tx, { videoId }, thumbnails)

  const action = ChannelActivityAction.UPDATE_SOURCE_FILE
  await insertChannelActivity(tx, { action, channelId: video.channelId, accountId: viewer.accountId, video, now })
  await tellVideoSaving(ctx, { tx, videoId, byAccountId: viewer.accountId, isNew: false, isNewFile: true })
  await setVideoState(ctx, tx, videoId, nextVideoState(undefined, stateSettings(ctx)))
  await ctx.events.publish(tx, videoSourceReplaced, { videoId })
  await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: false })
}

/** A change of privacy may be half done: the old files are looked for in both folders. */
const folders = (video: AccessRow) => [
  { uuid: video.uuid, privacy: VideoPrivacy.PUBLIC },
  { uuid: video.uuid, privacy: VideoPrivacy.PRIVATE },
]

async function forgetFiles(ctx: Context, tx: Tx, video: AccessRow, hlsNames: readonly string[]): Promise<void> {
  const forgotten = await deleteAllFiles(tx, video.id)
  const storyboards = await deleteStoryboards(tx, video.id)
  const stored = folders(video).flatMap((folder): StoredFileRef[] => [
    ...forgotten.flatMap((file) => storedFilesOf(folder, file)),
    ...hlsNames.map((name) => ({ area: 'streaming_playlists' as const, key: `${hlsFolder(folder)}/${name}` })),
  ])
  stored.push(...storyboards.map((key) => ({ area: 'storyboards' as const, key })))
  await removeLater(ctx, tx, stored)
}

async function listHlsNames(ctx: Context, video: AccessRow): Promise<string[]> {
  const lists = await Promise.all(
    folders(video).map((each) => ctx.storage.list('streaming_playlists', hlsFolder(each))),
  )
  return [...new Set(lists.flat().map((key) => basename(key)))]
}
