import { randomUUID } from 'node:crypto'
import { ChannelActivityAction, VideoPrivacy } from '@sepiola/contract/enums.ts'
import { channelContentChanged } from '#features/channels/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { saveThumbnails, type StoredThumbnail } from '../thumbnails/save-thumbnails.ts'
import { videoCreated } from '../videos.events.ts'
import { tellVideoSaving } from '../videos.hooks.ts'
import {
  insertChannelActivity,
  insertSource,
  insertVideo,
  replacePasswords,
  replaceTags,
  saveSchedule,
} from './video-rows.sql.ts'

export interface NewVideoSource {
  /** As the client named it. */
  inputFilename: string
  resolution: number
  width: number
  height: number
  fps: number
  /** Bytes. */
  size: number
  metadata: unknown
}

export interface NewVideo {
  /** Fresh when absent. */
  uuid?: string
  name: string
  channelId: number
  privacy: number
  state: number
  /** Seconds. */
  duration: number
  /** width / height, 4 decimals; null = unknown. */
  aspectRatio: number | null
  category: number | null
  licence: number | null
  language: string | null
  nsfw: boolean
  nsfwFlags: number
  nsfwSummary: string | null
  description: string | null
  support: string | null
  tags: readonly string[]
  commentsPolicy: number
  downloadEnabled: boolean
  waitTranscoding: boolean
  originallyPublishedAt: Date | null
  scheduleUpdate: { updateAt: Date; privacy: number | null } | null
  /** Only for privacy 5. */
  videoPasswords: readonly string[]
  isLive?: boolean
  /** Written already (`storeThumbnails`). */
  thumbnails: readonly StoredThumbnail[]
  source?: NewVideoSource
  /** The account that acts, for the channel's activity list. */
  byAccountId: number
  /** The file is fetched later: the caller tells the channel's activity list of the import instead. */
  isImport?: boolean
}

export interface CreatedVideo {
  id: number
  uuid: string
  privacy: number
  state: number
}

/**
 * Writes the rows of a new local video: video, tags, schedule, passwords, source, thumbnails, channel activity.
 * The caller adds the file with `saveVideoFile` in the same transaction and then publishes `video.created` with
 * `announceNewVideo`.
 */
export async function createVideo(ctx: Context, tx: Tx, input: NewVideo): Promise<CreatedVideo> {
  const now = ctx.clock.now()
  const uuid = input.uuid ?? randomUUID()
  const url = `${ctx.origin.url}/videos/watch/${uuid}`
  const isLive = input.isLive ?? false
  const id = await insertVideo(tx, {
    uuid,
    url,
    isLive,
    name: input.name,
    category: input.category,
    licence: input.licence,
    language: input.language,
    privacy: input.privacy,
    nsfw: input.nsfw,
    nsfwFlags: input.nsfwFlags,
    nsfwSummary: input.nsfwSummary,
    description: input.description,
    support: input.support,
    duration: input.duration,
    remote: false,
    commentsPolicy: input.commentsPolicy,
    downloadEnabled: input.downloadEnabled,
    embedPrivacyPolicy: 1,
    waitTranscoding: input.waitTranscoding,
    state: input.state,
    aspectRatio: input.aspectRatio,
    inputFileUpdatedAt: null,
    publishedAt: input.scheduleUpdate?.updateAt ?? now,
    originallyPublishedAt: input.originallyPublishedAt,
    channelId: input.channelId,
    createdAt: now,
    updatedAt: now,
  })
  await replaceTags(tx, id, input.tags, now)
  if (input.scheduleUpdate) await saveSchedule(tx, id, input.scheduleUpdate, now)
  if (input.privacy === VideoPrivacy.PASSWORD_PROTECTED) await replacePasswords(tx, id, input.videoPasswords, now)
  if (input.source) {
    await insertSource(tx, {
      ...input.source,
      metadata: JSON.stringify(input.source.metadata ?? null),
      keptOriginalFilename: null,
      storage: null,
      videoId: id,
      createdAt: now,
      updatedAt: now,
    })
  }
  await saveThumbnails(tx, { videoId: id }, input.thumbnails, now)
  await channelContentChanged(tx, input.channelId, now)
  if (!input.isImport) {
    await insertChannelActivity(tx, {
      action: ChannelActivityAction.CREATE,
      channelId: input.channelId,
      accountId: input.byAccountId,
      video: { id, uuid, url, name: input.name, isLive },
      now,
    })
  }
  await tellVideoSaving(ctx, { tx, videoId: id, byAccountId: input.byAccountId, isNew: true, isNewFile: true })
  return { id, uuid, privacy: input.privacy, state: input.state }
}

/**
 * Publishes `video.created`; last act of the transaction that created a video with its first file.
 * `generateTranscription`: default true; where the server makes captions at all.
 */
export async function announceNewVideo(
  ctx: Context,
  tx: Tx,
  videoId: number,
  { generateTranscription = true }: { generateTranscription?: boolean | undefined } = {},
): Promise<void> {
  await ctx.events.publish(tx, videoCreated, { videoId, generateTranscription })
}
