import { extname, join } from 'node:path'
import { extractThumbnail } from '@sepiola/media/extract-thumbnail.ts'
import { FfmpegError } from '@sepiola/media/ffmpeg-error.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import type { Context } from '#foundation/context.ts'
import { drawDefaultPicture } from '#foundation/images/default-picture.ts'
import type { StoredThumbnail } from '../thumbnails/save-thumbnails.ts'
import { storeThumbnails } from '../thumbnails/store-thumbnails.ts'

/**
 * Makes all thumbnails of a new video and puts them into the storage (spec 05 §18): of the image that came with it,
 * else of the video itself, else of our default picture. 400 when the image cannot be decoded.
 */
export async function makeThumbnails(
  ctx: Context,
  probe: MediaProbe,
  videoPath: string,
  image: string | undefined,
): Promise<StoredThumbnail[]> {
  if (image !== undefined) {
    return storeThumbnails(ctx, { path: image, extension: extname(image), automaticallyGenerated: false })
  }
  return ctx.storage.withTemporaryFolder(async (folder) => {
    const path = await takePicture(ctx, probe, videoPath, folder)
    return storeThumbnails(ctx, { path, extension: '.jpg', automaticallyGenerated: true })
  })
}

/** A typical frame; the default picture for sound and where no frame can be read. */
async function takePicture(ctx: Context, probe: MediaProbe, input: string, folder: string): Promise<string> {
  const { sizes, generation_from_video: generation } = ctx.settings.current.thumbnails
  const output = join(folder, 'frame.jpg')
  if (!probe.isAudioFile) {
    try {
      await extractThumbnail({
        ffmpegPath: ctx.media.ffmpegPath,
        input,
        output,
        duration: probe.exactDuration,
        framesToAnalyze: generation.frames_to_analyze,
        box: sizes.toSorted((a, b) => b.width - a.width)[0] ?? { width: 1920, height: 1080 },
        signal: ctx.stopping,
      })
      return output
    } catch (error) {
      if (!(error instanceof FfmpegError) || ctx.stopping.aborted) throw error
      ctx.log.info({ err: error }, 'No thumbnail can be taken from the video')
    }
  }
  const drawn = join(folder, 'default.jpg')
  await drawDefaultPicture('audio', drawn)
  return drawn
}
