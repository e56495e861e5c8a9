import { chooseBestFile } from '#features/transcoding/public.ts'
import type { VideoForTranscoding } from '#features/videos/public.ts'

/** The best file of a video in which something can be heard. */
export function chooseSpeech(video: VideoForTranscoding) {
  const heard = (files: VideoForTranscoding['webVideos']) => files.filter((file) => file.hasAudio)
  const { webVideos, hls } = video
  return chooseBestFile({
    ...video,
    webVideos: heard(webVideos),
    hls: hls && { ...hls, files: heard(hls.files) },
  })
}
