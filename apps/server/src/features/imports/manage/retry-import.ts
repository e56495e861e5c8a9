import { VideoImportState, VideoState } from '@sepiola/contract/enums.ts'
import { setVideoState } from '#features/videos/public.ts'
import type { Context } from '#foundation/context.ts'
import type { Tx } from '#foundation/db/database.ts'
import { problem } from '#foundation/http/problem.ts'
import { lockImport, updateImport } from '../imports.sql.ts'
import { videoImportJob, videoImportKey } from '../run/video-import.job.ts'

/** Has a failed import run again (spec 03 §11). Throws 404, 400. */
export async function retryImport(ctx: Context, tx: Tx, id: number): Promise<void> {
  const { max_attempts: most } = ctx.settings.current.import.videos
  const current = await lockImport(tx, id)
  if (!current) throw problem(404, 'Video import not found')
  if (current.state !== VideoImportState.FAILED) throw problem(400, 'Only an import that failed can be tried again.')
  if (current.videoId === null) throw problem(400, 'The video of this import was deleted.')
  if (current.attempts >= most) throw problem(400, `An import is tried ${most} times at most.`)
  await updateImport(tx, id, { state: VideoImportState.PENDING, error: null }, ctx.clock.now())
  await setVideoState(ctx, tx, current.videoId, VideoState.TO_IMPORT)
  const payload = { type: current.payload.type, videoImportId: id }
  await ctx.jobs.add(tx, videoImportJob, payload, { key: videoImportKey(id) })
}
