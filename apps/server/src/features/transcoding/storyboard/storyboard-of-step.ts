import { join } from 'node:path'
import { tileSpritesArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import type { StoryboardGeometry } from '@sepiola/media/storyboard.ts'
import type { Context } from '#foundation/context.ts'
import { saveStoryboardImage } from './save-storyboard.ts'

/** Lays out the sprites that came out of a transcoding. Without them the video still plays, so a failure is only logged. */
export async function attemptStoryboardOfStep(
  ctx: Context,
  videoId: number,
  step: { folder: string; sprites: string; geometry: StoryboardGeometry; signal: AbortSignal },
): Promise<void> {
  const { folder, sprites, geometry, signal } = step
  const path = join(folder, 'storyboard.jpg')
  try {
    await runFfmpeg({
      ffmpegPath: ctx.media.ffmpegPath,
      args: tileSpritesArguments({ input: sprites, output: path, geometry }),
      nice: NICE.picture,
      cwd: folder,
      signal,
    })
    await saveStoryboardImage(ctx, videoId, { path, geometry })
  } catch (error) {
    if (signal.aborted) throw error
    ctx.log.warn({ err: error, videoId }, 'No storyboard could be made')
  }
}
