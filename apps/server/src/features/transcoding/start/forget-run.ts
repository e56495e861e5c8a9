import type { Context } from '#foundation/context.ts'
import { changePending, findVideoForTranscoding, whenVideoIsSaving, type VideoSaving } from '#features/videos/public.ts'
import { deleteRenditions } from '../renditions.sql.ts'

/**
 * A run that is under way must not add renditions of the old file to a video that got another one: it is forgotten in
 * the transaction that replaces the file, and ends as one that was superseded.
 */
async function forgetRun(ctx: Context, { tx, videoId, isNew, isNewFile }: VideoSaving): Promise<void> {
  if (isNew || !isNewFile) return
  const video = await findVideoForTranscoding(tx, { id: videoId })
  if (!video) return
  await deleteRenditions(tx, videoId)
  await changePending(tx, videoId, 'pendingTranscode', -video.pendingTranscode, ctx.clock.now())
}

export async function forgetRunsOfReplacedFiles(ctx: Context): Promise<void> {
  whenVideoIsSaving(ctx, (saving) => forgetRun(ctx, saving))
}
