import { VideoState } from '@sepiola/contract/enums.ts'
import { getVideoTranscription } from '@sepiola/contract/operations/sepiola.ts'
import { generateVideoCaption } from '@sepiola/contract/operations/video-captions.ts'
import { implement } from '#foundation/http/implement.ts'
import { problem } from '#foundation/http/problem.ts'
import { can } from '#foundation/http/viewer.ts'
import { findVideoForTranscoding, requireManagedVideo, requireManager, requireRow } from '#features/videos/public.ts'
import { findCaptions } from '../captions.sql.ts'
import { isTranscribable, startTranscription } from './start-transcription.ts'
import { findTranscription } from './transcription.sql.ts'
import { transcriptionView } from './transcription.view.ts'

/** Its files are not there yet, or are about to be others. */
const busyStates: readonly number[] = [
  VideoState.TO_IMPORT,
  VideoState.TO_IMPORT_FAILED,
  VideoState.TO_EDIT,
  VideoState.TO_MOVE_TO_EXTERNAL_STORAGE,
  VideoState.TO_MOVE_TO_FILE_SYSTEM,
]

export const generateOperations = [
  /** Checks in the order of spec 03 §6. */
  implement(generateVideoCaption, async ({ ctx, viewer, params, body }) => {
    if (!ctx.settings.current.video_transcription.enabled) {
      throw problem(400, 'Transcription of videos is disabled on this server.')
    }
    const row = await requireRow(ctx, params.id, viewer)
    if (row.remote) throw problem(400, 'Cannot transcribe a video of another server.')
    if (row.isLive) throw problem(400, 'Cannot transcribe a live video.')
    if (busyStates.includes(row.state)) throw problem(400, 'The video cannot be transcribed in its present state.')
    requireManager(viewer, row, 'UPDATE_ANY_VIDEO')
    if ((await findCaptions(ctx.db, row.id)).length > 0) {
      throw problem('video_already_has_captions', 'This video already has captions')
    }
    const force = body.forceTranscription
    if (force && !can(viewer, 'UPDATE_ANY_VIDEO')) throw problem(403, 'Only moderators can force a transcription.')
    const video = await findVideoForTranscoding(ctx.db, { id: row.id })
    if (!video || !isTranscribable(ctx, video)) throw problem(400, 'The video has no sound that could be transcribed.')
    const started = await ctx.db.transaction().execute((tx) => startTranscription(ctx, tx, video, { force }))
    if (!started) throw problem('video_already_being_transcribed', 'This video is already being transcribed')
  }),

  implement(getVideoTranscription, async ({ ctx, viewer, params }) => {
    const { uuid } = await requireManagedVideo(ctx, viewer, params.id, 'UPDATE_ANY_VIDEO')
    const row = await findTranscription(ctx.db, uuid)
    return transcriptionView(row, { forAdministrator: can(viewer, 'MANAGE_JOBS') })
  }),
]
