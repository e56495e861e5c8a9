import type { WatchedVideo } from '../api/types.ts'
import { watched } from '../video/watched.svelte.ts'

/** Seconds from the start that are not worth going back to. */
const beginning = 10
/** The share of a video after which it counts as seen. */
const nearlyAll = 0.95

/** Where to go on: as asked, else where this account or browser stopped; seconds. */
export function startPosition(video: WatchedVideo, asked: number | undefined): number {
  if (asked) return asked
  watched.restore()
  const at = video.userHistory?.currentTime ?? watched.at(video.uuid)
  return at > beginning && at < video.duration * nearlyAll ? at : 0
}

/** Keeps where playing stands, for the next visit. */
export function rememberPlace(video: WatchedVideo, media: HTMLMediaElement): void {
  if (!Number.isFinite(media.duration)) return
  const at = media.currentTime
  if (at < beginning || at > media.duration * nearlyAll) watched.forget(video.uuid)
  else watched.save(video.uuid, at)
}
