import { randomUUID } from 'node:crypto'
import { extname, join } from 'node:path'
import { thumbnailArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { FfmpegError } from '@sepiola/media/ffmpeg-error.ts'
import type { MediaProbe } from '@sepiola/media/parse-probe.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import type { Context } from '#foundation/context.ts'
import { drawDefaultPicture } from '#foundation/images/default-picture.ts'
import { resizeImage, UndecodableImageError } from '#foundation/images/resize-image.ts'
import { problem } from '#foundation/http/problem.ts'
import type { StoredThumbnail } from '../thumbnails/save-thumbnails.ts'

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
  return ctx.storage.withTemporaryFolder(async (folder) => {
    const source = image ?? (await takePicture(ctx, probe, videoPath, folder))
    try {
      return await storeThumbnails(ctx, source, folder, image === undefined)
    } catch (error) {
      if (image !== undefined && error instanceof UndecodableImageError) {
        throw problem(400, `The thumbnail cannot be read: ${error.message}`)
      }
      throw error
    }
  })
}

/** Largest width first; each of the same shape is made of the one before, which is less work. */
async function storeThumbnails(
  ctx: Context,
  source: string,
  folder: string,
  automaticallyGenerated: boolean,
): Promise<StoredThumbnail[]> {
  const extension = automaticallyGenerated ? '.jpg' : extname(source).toLowerCase()
  const sizes = ctx.settings.current.thumbnails.sizes.toSorted((a, b) => b.width - a.width)
  const stored: StoredThumbnail[] = []
  try {
    for (const { width, height, aspect_ratio: aspectRatio } of sizes) {
      const filename = `${randomUUID()}${extension}`
      const destination = join(folder, filename)
      await resizeImage({ source, destination, size: { width, height } })
      await ctx.storage.adopt('thumbnails', filename, destination)
      stored.push({
        filename,
        width,
        height,
        aspectRatio: aspectRatio ?? shapeOf(width, height),
        automaticallyGenerated,
      })
    }
    return stored
  } catch (error) {
    for (const { filename } of stored) await ctx.storage.remove('thumbnails', filename)
    throw error
  }
}

const knownShapes: readonly (readonly [name: string, ratio: number])[] = [
  ['16:9', 16 / 9],
  ['4:3', 4 / 3],
  ['1:1', 1],
  ['9:16', 9 / 16],
]

/** The nearest usual shape. */
function shapeOf(width: number, height: number): string {
  const distance = ([, ratio]: readonly [string, number]) => Math.abs(ratio - width / height)
  return knownShapes.toSorted((a, b) => distance(a) - distance(b))[0]![0]
}

/** A typical frame from the middle; from the start when that gives none; the default picture for sound. */
async function takePicture(ctx: Context, probe: MediaProbe, input: string, folder: string): Promise<string> {
  const output = join(folder, 'frame.jpg')
  for (const at of probe.isAudioFile ? [] : [probe.exactDuration / 2, undefined]) {
    try {
      await runFfmpeg({
        ffmpegPath: ctx.media.ffmpegPath,
        args: thumbnailArguments({
          input,
          output,
          at,
          framesToAnalyze: ctx.settings.current.thumbnails.generation_from_video.frames_to_analyze,
          box: largestBox(ctx),
        }),
        nice: NICE.picture,
        cwd: folder,
        signal: ctx.stopping,
      })
      return output
    } catch (error) {
      if (!(error instanceof FfmpegError) || ctx.stopping.aborted) throw error
      ctx.log.info({ err: error, at }, 'No thumbnail from this place of the video')
    }
  }
  const drawn = join(folder, 'default.jpg')
  await drawDefaultPicture('audio', drawn)
  return drawn
}

function largestBox(ctx: Context): { width: number; height: number } {
  const { sizes } = ctx.settings.current.thumbnails
  return sizes.toSorted((a, b) => b.width - a.width)[0] ?? { width: 1920, height: 1080 }
}
