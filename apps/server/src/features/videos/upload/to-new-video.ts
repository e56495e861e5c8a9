import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import type { NewVideo } from '../edit/create-video.ts'
import type { StoredThumbnail } from '../thumbnails/save-thumbnails.ts'
import type { UploadAttributes } from './upload-attributes.ts'
import type { UploadSession } from './upload-session.sql.ts'

/** Policy 1 enabled, 2 disabled; the boolean is the 7.0 form (spec 01 §12). */
function commentsPolicy(attributes: UploadAttributes, fallback: number): number {
  if (attributes.commentsPolicy != null) return attributes.commentsPolicy
  if (attributes.commentsEnabled != null) return attributes.commentsEnabled ? 1 : 2
  return fallback
}

/** The request's attributes with the defaults of spec 03 §3.1, without what only the file or its origin says. */
export function newVideoFrom(
  ctx: Pick<Context, 'settings'>,
  viewer: Pick<Viewer, 'accountId'>,
  attributes: UploadAttributes,
): Omit<NewVideo, 'state' | 'duration' | 'aspectRatio' | 'thumbnails'> {
  const { publish } = ctx.settings.current.defaults
  return {
    name: attributes.name,
    channelId: attributes.channelId,
    privacy: attributes.privacy ?? VideoPrivacy.PRIVATE,
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
    byAccountId: viewer.accountId,
  }
}

/** The same with what the probe says about the file. */
export function toNewVideo(
  ctx: Pick<Context, 'settings'>,
  viewer: Viewer,
  attributes: UploadAttributes,
  file: { probe: MediaProbe; session: UploadSession; thumbnails: StoredThumbnail[] },
): Omit<NewVideo, 'state'> {
  const { probe, session, thumbnails } = file
  const { resolution, width, height, fps, duration, aspectRatio, metadata } = probe
  const { filename: inputFilename, size } = session
  return {
    ...newVideoFrom(ctx, viewer, attributes),
    ...{ duration, aspectRatio, thumbnails },
    source: { inputFilename, resolution, width, height, fps, size, metadata },
  }
}
