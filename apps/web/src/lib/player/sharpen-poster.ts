import { posterWidth, thumbnailOf, type Pictured } from '../video/pictures.ts'

/**
 * A larger picture than the first one, where the player is larger than a phone's. A fifth of enlargement is not seen,
 * nor are more than two pixels of the screen for one of the page.
 */
export async function sharpenPoster(media: HTMLVideoElement, video: Pictured, signal: AbortSignal): Promise<void> {
  const wanted = media.clientWidth * Math.min(devicePixelRatio, 2) * 0.8
  const picture = wanted > posterWidth ? thumbnailOf(video, wanted)?.src : undefined
  if (!picture) return
  const image = new Image()
  image.src = picture
  // Changed once it is there, so that the picture never goes.
  await image.decode().then(
    () => {
      if (!signal.aborted) media.poster = picture
    },
    () => undefined,
  )
}
