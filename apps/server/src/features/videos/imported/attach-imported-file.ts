import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { announceNewVideo } from '../edit/create-video.ts'
import { lockVideoForEdit, updateVideoRow } from '../edit/video-rows.sql.ts'
import { saveVideoFile } from '../files/save-files.ts'
import { videosChanged } from '../list/video-caches.ts'
import { findChapters } from '../read/video-parts.sql.ts'
import type { AccessRow } from '../read/video-access.sql.ts'
import { stateSettings } from '../state/advance-video.ts'
import { nextVideoState } from '../state/video-state.ts'
import { saveThumbnails } from '../thumbnails/save-thumbnails.ts'
import { findThumbnails } from '../thumbnails/thumbnails.sql.ts'
import type { CompleteFile } from '../upload/accept-file.ts'
import { insertChapters } from '../upload/chapters.sql.ts'
import { takeInUpload } from '../upload/take-in-upload.ts'
import { claimSession, type UploadSession } from '../upload/upload-session.sql.ts'

export interface ImportedFile {
  session: UploadSession
  /** The whole file. */
  path: string
  /** Plugins may refuse the file: throws then. */
  accept: (file: CompleteFile) => Promise<void>
  generateTranscription: boolean
}

/**
 * Gives a video that waits for its import the file: from here on it goes the way of an upload (spec 05 §23). Pictures
 * and chapters that it has stay. `also`: what the caller writes in the same transaction.
 * Errors: 404 and 409 when the video went or does not wait any more; 422 unreadable; those of `accept`.
 */
export async function attachImportedFile(
  ctx: Context,
  video: Pick<AccessRow, 'id' | 'uuid' | 'privacy'>,
  { session, path, accept, generateTranscription }: ImportedFile,
  also: (tx: Tx) => Promise<void>,
): Promise<void> {
  const videoId = video.id
  const hasPictures = (await findThumbnails(ctx.db, { videoId })).length > 0
  const taken = await takeInUpload(ctx, {
    ...{ session, path, privacy: video.privacy, accept },
    pictures: hasPictures ? undefined : { imagePath: undefined },
  })
  const { probe, thumbnails, file } = taken
  try {
    await ctx.db.transaction().execute(async (tx) => {
      const now = ctx.clock.now()
      const current = await lockVideoForEdit(tx, videoId)
      if (!current) throw problem(404, 'The video was deleted meanwhile.')
      const mayStart = current.state === VideoState.TO_IMPORT && (await claimSession(tx, session.id, videoId, now))
      if (!mayStart) throw problem(409, 'The video does not wait for its import any more.')
      await saveVideoFile(ctx, tx, { ...video, privacy: taken.privacy }, { ...file, videoId })
      await saveThumbnails(tx, { videoId }, thumbnails, now)
      if ((await findChapters(tx, videoId)).length === 0) await insertChapters(tx, videoId, probe.chapters, now)
      const { duration, aspectRatio } = probe
      const state = nextVideoState(undefined, stateSettings(ctx))
      await updateVideoRow(tx, videoId, { duration, aspectRatio, state, publishedAt: now, updatedAt: now })
      await announceNewVideo(ctx, tx, videoId, { generateTranscription })
      await also(tx)
    })
  } catch (error) {
    for (const { filename } of thumbnails) await ctx.storage.remove('thumbnails', filename)
    throw error
  }
  videosChanged(ctx)
}
