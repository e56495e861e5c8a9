import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { NewVideo } from '../edit/create-video.ts'
import { VideoPrivacy } from '../state/video-state.ts'
import type { StoredThumbnail } from '../thumbnails/save-thumbnails.ts'
import type { UploadAttributes } from './upload-attributes.ts'
import type { UploadSession } from './upload-session.sql.ts'

/** Policy 1 enabled, 2 disabled; the boolean is the 7.0 form (spec 01 §12). */
function commentsPolicy(attributes: UploadAttributes, fallback: number): number {
  if (attributes.commentsPolicy != null) return attributes.commentsPolicy
  if (attributes.commentsEnabled != null) return attributes.commentsEnabled ? 1 : 2
  return fallback
}

/** The request's attributes with the defaults of spec 03 §3.1, and what the probe says about the file. */
export function toNewVideo(
  ctx: Pick<Context, 'settings'>,
  viewer: Viewer,
  attributes: UploadAttributes,
  file: { probe: MediaProbe; session: UploadSession; thumbnails: StoredThumbnail[] },
): Omit<NewVideo, 'state'> {
  const { publish } = ctx.settings.current.defaults
  const { probe, session, thumbnails } = file
  const { resolution, width, height, fps } = probe
  return {
    name: attributes.name,
    channelId: attributes.channelId,
    privacy: attributes.privacy ?? VideoPrivacy.PRIVATE,
    duration: probe.duration,
    aspectRatio: probe.aspectRatio,
    category: attributes.category ?? null,
    licence: attributes.licence ?? publish.licence ?? null,
    language: attributes.language ?? null,
    nsfw: attributes.nsfw ?? false,
    nsfwFlags: attributes.nsfwFlags ?? 0,
    nsfwSummary: attributes.nsfwSummary ?? null,
    description: attributes.description ?? null,
    support: attributes.support ?? null,
    tags: attributes.tags ?? [],
    commentsPolicy: commentsPolicy(attributes, publish.comments_policy),
    downloadEnabled: attributes.downloadEnabled ?? publish.download_enabled,
    waitTranscoding: attributes.waitTranscoding ?? false,
    originallyPublishedAt: attributes.originallyPublishedAt ?? null,
    scheduleUpdate: attributes.scheduleUpdate
      ? { updateAt: attributes.scheduleUpdate.updateAt, privacy: attributes.scheduleUpdate.privacy ?? null }
      : null,
    videoPasswords: attributes.videoPasswords ?? [],
    thumbnails,
    source: {
      inputFilename: session.filename,
      resolution,
      width,
      height,
      fps,
      size: session.size,
      metadata: probe.metadata,
    },
    byAccountId: viewer.accountId,
  }
}
