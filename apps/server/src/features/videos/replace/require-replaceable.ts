import { VideoState } from '@sepiola/contract/enums.ts'
import type { Context } from '#foundation/context.ts'
import { problem } from '#foundation/http/problem.ts'
import type { Viewer } from '#foundation/http/viewer.ts'
import { requireManagedVideo } from '../read/require-video.ts'
import type { AccessRow } from '../read/video-access.sql.ts'
import type { VideoRef } from '../read/video-ref.ts'

const busy: readonly number[] = [VideoState.TO_TRANSCODE, VideoState.TO_EDIT]
const editable: readonly number[] = [
  VideoState.PUBLISHED,
  VideoState.TRANSCODING_FAILED,
  VideoState.TO_MOVE_TO_EXTERNAL_STORAGE_FAILED,
  VideoState.TO_MOVE_TO_FILE_SYSTEM_FAILED,
]

/** A video whose file the viewer may replace now (spec 03 §4): 403 feature off, 404, 403, 400, 409. */
export async function requireReplaceable(ctx: Context, viewer: Viewer, ref: VideoRef): Promise<AccessRow> {
  if (!ctx.settings.current.video_file.update.enabled) {
    throw problem(403, 'Files of videos cannot be replaced on this server.')
  }
  const video = await requireManagedVideo(ctx, viewer, ref, 'UPDATE_ANY_VIDEO')
  if (video.isLive) throw problem(400, 'A live has no file that could be replaced.')
  refuseBusyState(video.state)
  return video
}

export function refuseBusyState(state: number): void {
  if (busy.includes(state)) throw problem(409, 'The video is being transcoded or edited: its file cannot be replaced.')
  if (!editable.includes(state)) throw problem(400, 'The file of the video cannot be replaced in its present state.')
}
