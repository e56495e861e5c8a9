import { thumbnailArguments } from './ffmpeg-arguments.ts'
import { FfmpegCancelledError, FfmpegTimeoutError } from './ffmpeg-error.ts'
import type { Size } from './resolutions.ts'
import { NICE, runFfmpeg } from './run-ffmpeg.ts'

export interface ExtractThumbnailOptions {
  ffmpegPath: string
  input: string
  /** JPEG */
  output: string
  /** seconds of the video; the picture comes from its middle */
  duration: number
  /** `thumbnails.generation_from_video.frames_to_analyze` */
  framesToAnalyze: number
  /** The picture fits into this box. */
  box: Size
  signal?: AbortSignal
  /** ms */
  timeout?: number
}

/**
 * Writes one picture of a video; where its middle cannot be read, one of its beginning (spec 05 §18).
 * @throws FfmpegError when neither can be read
 */
export async function extractThumbnail(options: ExtractThumbnailOptions): Promise<void> {
  const { ffmpegPath, duration, signal, timeout } = options
  const attempt = (at: number | undefined) =>
    runFfmpeg({ ffmpegPath, args: thumbnailArguments({ ...options, at }), nice: NICE.picture, signal, timeout })
  try {
    await attempt(duration / 2)
  } catch (error) {
    if (error instanceof FfmpegCancelledError || error instanceof FfmpegTimeoutError) throw error
    await attempt(undefined)
  }
}
