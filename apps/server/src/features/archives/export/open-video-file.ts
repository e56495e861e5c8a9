import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { joinArguments } from '@sepiola/media/ffmpeg-arguments.ts'
import { NICE, runFfmpeg } from '@sepiola/media/run-ffmpeg.ts'
import type { Context } from '#foundation/context.ts'
import type { ArchivedVideoFile } from './content/video.view.ts'

/** The bytes of a video's file; picture and sound of a split playlist are put together first, without encoding. */
export async function openVideoFile(ctx: Context, file: ArchivedVideoFile, uuid: string): Promise<Readable> {
  const { sound } = file
  if (!sound) return ctx.storage.read(file.area, file.key)
  const output = join(ctx.storage.localPath('tmp'), `export-${uuid}.mp4`)
  await ctx.storage.withLocalFile(file.area, file.key, (picture) =>
    ctx.storage.withLocalFile(sound.area, sound.key, (soundPath) =>
      runFfmpeg({
        ffmpegPath: ctx.media.ffmpegPath,
        args: joinArguments({ picture, sound: soundPath, output }),
        nice: NICE.transcode,
        signal: ctx.stopping,
      }),
    ),
  )
  const stream = createReadStream(output)
  stream.once('close', () => void rm(output, { force: true }))
  return stream
}
