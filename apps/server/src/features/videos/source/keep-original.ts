import type { Context } from '#foundation/context.ts'
import { removeLater } from '../files/save-files.ts'
import { webVideoKey } from '../files/video-file-keys.ts'
import { findLatestSource, setKeptOriginal } from './kept-original.sql.ts'

/**
 * Keeps the uploaded file of a video under its name as a web video, before transcoding replaces that one
 * (spec 05 §17); what was kept before goes. Done twice it keeps one.
 */
export async function keepOriginal(
  ctx: Context,
  video: { id: number; privacy: number },
  filename: string,
): Promise<void> {
  const source = await findLatestSource(ctx.db, video.id)
  if (!source || source.keptOriginalFilename === filename) return
  const content = await ctx.storage.read('web_videos', webVideoKey(video, filename))
  await ctx.storage.write('original_video_files', filename, content)
  await ctx.db.transaction().execute(async (tx) => {
    const old = await setKeptOriginal(tx, video.id, source.id, filename, ctx.clock.now())
    await removeLater(
      ctx,
      tx,
      old.map((key) => ({ area: 'original_video_files', key })),
    )
  })
}
