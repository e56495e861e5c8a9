import { VideoPrivacy } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireManagedChannel } from '#features/channels/public.ts'
import { createVideo, announceNewVideo } from '../edit/create-video.ts'
import { saveVideoFile } from '../files/save-files.ts'
import { stateSettings } from '../state/advance-video.ts'
import { nextVideoState } from '../state/video-state.ts'
import { askPlugins } from './accept-file.ts'
import { insertChapters } from './chapters.sql.ts'
import { parseChapters } from './parse-chapters.ts'
import { takeInUpload } from './take-in-upload.ts'
import { toNewVideo } from './to-new-video.ts'
import type { UploadAttributes } from './upload-attributes.ts'
import { claimSession, findSession, findVideoUuid, type UploadSession } from './upload-session.sql.ts'

export interface UploadedVideo {
  id: number
  uuid: string
}

export interface UploadToFinish {
  sessionId: string
  attributes: UploadAttributes
  /** The whole file, unless an earlier try moved it into the storage already. */
  path: string
  /** An image that the client sent. */
  imagePath: string | undefined
}

/** Another request made this upload a video meanwhile. */
class AlreadyFinished extends Error {}

/**
 * Makes a complete upload a video: probe, plugins, thumbnails, file into its place, rows and `video.created` in one
 * transaction. Doing it twice gives the same video; what a crash leaves behind is known to the session.
 * Errors: 404/403 channel, 422 unreadable, 403 plugin, 400 image.
 */
export async function finishUpload(ctx: Context, viewer: Viewer, upload: UploadToFinish): Promise<UploadedVideo> {
  const session = await findSession(ctx.db, upload.sessionId)
  if (!session) throw new Error(`upload session ${upload.sessionId} is gone`)
  if (session.videoId !== null) return requireFinished(ctx, session)

  await requireManagedChannel(ctx, viewer, upload.attributes.channelId)
  const { probe, thumbnails, file } = await takeInUpload(ctx, {
    session,
    path: upload.path,
    privacy: upload.attributes.privacy ?? VideoPrivacy.PRIVATE,
    accept: (file) => askPlugins(ctx, 'filter:api.video.upload.accept.result', file, upload.attributes, viewer),
    pictures: { imagePath: upload.imagePath },
  })
  const input = toNewVideo(ctx, viewer, upload.attributes, { probe, session, thumbnails })
  const attributes = await ctx.hooks.filter('filter:api.video.upload.video-attribute.result', {
    ...input,
    state: nextVideoState(undefined, stateSettings(ctx)),
  })
  try {
    const video = await ctx.db.transaction().execute(async (tx) => {
      const video = await createVideo(ctx, tx, attributes)
      if (!(await claimSession(tx, session.id, video.id, ctx.clock.now()))) throw new AlreadyFinished()
      await saveVideoFile(ctx, tx, video, { ...file, videoId: video.id })
      const chapters = parseChapters(upload.attributes.description)
      await insertChapters(tx, video.id, chapters.length > 0 ? chapters : probe.chapters, ctx.clock.now())
      const { generateTranscription } = upload.attributes
      await announceNewVideo(ctx, tx, video.id, { generateTranscription })
      return video
    })
    const { name, privacy, channelId } = attributes
    ctx.audit.create(viewer, 'videos', { id: video.id, uuid: video.uuid, name, privacy, channelId })
    await ctx.hooks.action('action:api.video.uploaded', { video })
    ctx.log.info({ videoId: video.id, uuid: video.uuid, size: session.size }, `Video ${attributes.name} was uploaded`)
    return { id: video.id, uuid: video.uuid }
  } catch (error) {
    for (const { filename: key } of thumbnails) await ctx.storage.remove('thumbnails', key)
    if (!(error instanceof AlreadyFinished)) throw error
    const winner = await findSession(ctx.db, session.id)
    if (winner?.videoId == null) throw error
    return requireFinished(ctx, winner)
  }
}

async function requireFinished(ctx: Context, session: UploadSession): Promise<UploadedVideo> {
  const uuid = await findVideoUuid(ctx.db, session.videoId!)
  if (!uuid) throw new Error(`video ${session.videoId} of upload ${session.id} is gone`)
  return { id: session.videoId!, uuid }
}
