import type { Origin } from '#foundation/origin.ts'
import { hlsKey, webVideoKey } from './video-file-keys.ts'

/** Public URL of a local web video on the file system (spec 05 §13). */
export function webVideoUrl(origin: Pick<Origin, 'url'>, video: { privacy: number }, filename: string): string {
  return `${origin.url}/static/web-videos/${webVideoKey(video, filename)}`
}

/** Public URL of a file in the HLS folder of a local video. */
export function hlsUrl(
  origin: Pick<Origin, 'url'>,
  video: { uuid: string; privacy: number },
  filename: string,
): string {
  return `${origin.url}/static/streaming-playlists/${hlsKey(video, filename)}`
}
