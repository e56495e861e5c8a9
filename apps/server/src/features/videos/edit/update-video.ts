import { extname } from 'node:path'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import type { ReceivedFile } from '#foundation/http/implement.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { ChannelActivityAction, VideoPrivacy, VideoState } from '@sepiola/contract/enums.ts'
import { channelContentChanged, requireManagedChannel } from '#features/channels/public.ts'
import { requireQuota } from '#features/users/public.ts'
import { videosChanged } from '../list/video-caches.ts'
import { requireLocal, requireManager, requireRow } from '../read/require-video.ts'
import type { AccessRow } from '../read/video-access.sql.ts'
import { findChapters } from '../read/video-parts.sql.ts'
import type { VideoRef } from '../read/video-ref.ts'
import { replaceThumbnails, type StoredThumbnail } from '../thumbnails/save-thumbnails.ts'
import { storeThumbnails } from '../thumbnails/store-thumbnails.ts'
import { insertChapters } from '../upload/chapters.sql.ts'
import { checkNsfw } from '../upload/check-new-video.ts'
import { parseChapters } from '../upload/parse-chapters.ts'
import { videoMoved, videoUpdated } from '../videos.events.ts'
import { tellVideoSaving } from '../videos.hooks.ts'
import { followPrivacyChange } from './change-privacy.ts'
import { movePrivateFiles } from './move-private-files.job.ts'
import { planPublishedAt, toColumns, type VideoChanges } from './plan-update.ts'
import {
  deleteChapters,
  deleteSchedule,
  findLargestFileSize,
  hasPendingOwnershipChange,
  insertChannelActivity,
  lockVideoForEdit,
  replacePasswords,
  replaceTags,
  saveSchedule,
  updateVideoRow,
} from './video-rows.sql.ts'

/**
 * Changes a video (spec 03 §4); checks in the specification's order. Throws 400, 403, 404, `quota_reached`.
 * `image`: the new thumbnail, if any.
 */
export async function updateVideo(
  ctx: Context,
  viewer: Viewer,
  ref: VideoRef,
  changes: VideoChanges,
  image: ReceivedFile | undefined,
): Promise<void> {
  checkNsfw(changes)
  const video = await requireRow(ctx, ref, viewer)
  checkPrivacyChange(video, changes)
  requireLocal(video)
  requireManager(viewer, video, 'UPDATE_ANY_VIDEO')
  await checkNewChannel(ctx, viewer, video, changes.channelId)

  const thumbnails = image && (await storeThumbnails(ctx, toSource(image)))
  const { before, filesMove } = await ctx.db
    .transaction()
    .execute((tx) => applyChanges(ctx, tx, viewer, video.id, changes, thumbnails))
    .catch(async (error: unknown) => {
      for (const { filename } of thumbnails ?? []) await ctx.storage.remove('thumbnails', filename)
      throw error
    })
  if (filesMove) await movePrivateFiles(ctx, video.id)
  videosChanged(ctx)
  const { tags } = changes
  ctx.audit.update(viewer, 'videos', before, { ...before, ...toColumns(changes), ...(tags && { tags }) })
  await ctx.hooks.action('action:api.video.updated', { video, body: changes })
}

const toSource = (image: ReceivedFile) => ({
  path: image.path,
  extension: extname(image.filename) || '.jpg',
  automaticallyGenerated: false,
})

function checkPrivacyChange(video: AccessRow, changes: VideoChanges): void {
  const privacy = changes.privacy ?? video.privacy
  if (privacy === VideoPrivacy.PASSWORD_PROTECTED && !changes.videoPasswords?.length) {
    throw problem(400, 'A password-protected video needs at least one password.')
  }
  const changesPrivacy = changes.privacy !== undefined && changes.privacy !== video.privacy
  if (changesPrivacy && video.isLive && video.state !== VideoState.WAITING_FOR_LIVE) {
    throw problem(400, 'The privacy of a live that has started cannot be changed.')
  }
}

async function checkNewChannel(
  ctx: Context,
  viewer: Viewer,
  video: AccessRow,
  channelId: number | undefined,
): Promise<void> {
  if (channelId === undefined || channelId === video.channelId) return
  const channel = await requireManagedChannel(ctx, viewer, channelId)
  if (channel.ownerAccountId === video.ownerAccountId) return
  if (await hasPendingOwnershipChange(ctx.db, video.id)) {
    throw problem(400, 'The video is being offered to somebody; its channel cannot be changed meanwhile.')
  }
  if (channel.ownerUserId !== null) {
    await requireQuota(ctx, channel.ownerUserId, await findLargestFileSize(ctx.db, video.id))
  }
}

/** Returns the video as it was, and whether files have to move. */
async function applyChanges(
  ctx: Context,
  tx: Tx,
  viewer: Viewer,
  videoId: number,
  changes: VideoChanges,
  thumbnails: StoredThumbnail[] | undefined,
): Promise<{ before: EditedVideo; filesMove: boolean }> {
  const now = ctx.clock.now()
  const before = await lockVideoForEdit(tx, videoId)
  if (!before) throw problem(404, 'Video not found')
  const privacy = changes.privacy ?? before.privacy
  const hadSchedule = changes.scheduleUpdate === null ? await deleteSchedule(tx, videoId) : false
  const schedule = changes.scheduleUpdate
  if (schedule) {
    await saveSchedule(tx, videoId, { updateAt: schedule.updateAt, privacy: schedule.privacy ?? null }, now)
  }
  const publishedAt = planPublishedAt({ fromPrivacy: before.privacy, toPrivacy: privacy, schedule, hadSchedule, now })
  await updateVideoRow(tx, videoId, {
    ...toColumns(changes),
    ...(publishedAt ? { publishedAt } : {}),
    updatedAt: now,
  })
  if (changes.tags !== undefined) await replaceTags(tx, videoId, changes.tags ?? [], now)
  if (changes.privacy === VideoPrivacy.PASSWORD_PROTECTED) {
    await replacePasswords(tx, videoId, changes.videoPasswords ?? [], now)
  }
  if (changes.description !== undefined) {
    await followDescription(tx, videoId, before.description, changes.description, now)
  }
  if (thumbnails) await replaceThumbnails(ctx, tx, { videoId }, thumbnails)
  await recordActivity(ctx, tx, viewer, before, changes, now)
  if (changes.name !== undefined || changes.description !== undefined) {
    await tellVideoSaving(ctx, { tx, videoId, byAccountId: viewer.accountId, isNew: false, isNewFile: false })
  }
  const filesMove = await followPrivacyChange(ctx, tx, { video: before, from: before.privacy, to: privacy })
  await ctx.events.publish(tx, videoUpdated, { videoId, torrentsOutdated: changes.name !== undefined || filesMove })
  return { before, filesMove }
}

/** Chapters that came out of the old description follow the new one; others stay (spec 03 §4). */
async function followDescription(
  tx: Tx,
  videoId: number,
  from: string | null,
  to: string | null,
  now: Date,
): Promise<void> {
  const current = await findChapters(tx, videoId)
  if (JSON.stringify(current) !== JSON.stringify(parseChapters(from))) return
  await deleteChapters(tx, videoId)
  await insertChapters(tx, videoId, parseChapters(to), now)
}

type EditedVideo = NonNullable<Awaited<ReturnType<typeof lockVideoForEdit>>>

/** Between channels both tell it (spec 01 §10), and whoever follows them is told. */
async function recordActivity(
  ctx: Context,
  tx: Tx,
  viewer: Viewer,
  before: EditedVideo,
  changes: VideoChanges,
  now: Date,
): Promise<void> {
  const oldChannel = before.channelId!
  const newChannel = changes.channelId ?? oldChannel
  const video = { ...before, name: changes.name ?? before.name }
  const record = (action: number, channelId: number) =>
    insertChannelActivity(tx, { action, channelId, accountId: viewer.accountId, video, now })
  if (newChannel === oldChannel) return record(ChannelActivityAction.UPDATE, oldChannel)
  await record(ChannelActivityAction.REMOVE_CHANNEL_OWNERSHIP, oldChannel)
  await record(ChannelActivityAction.CREATE_CHANNEL_OWNERSHIP, newChannel)
  await channelContentChanged(tx, newChannel, now)
  await ctx.events.publish(tx, videoMoved, { videoId: before.id, fromChannelId: oldChannel, toChannelId: newChannel })
}
