import { z } from 'zod'

// Values of archives that several kinds have. Archives of PeerTube have null, '' or nothing where there is no text.

/** Text within limits; null, absent and empty are none. */
export function optionalText({ min, max }: { min: number; max: number }) {
  return z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.string().min(min).max(max).nullable(),
  )
}

/** How JSON files name a file of the archive. */
export function archiveReference() {
  return z.string().max(1000).nullish()
}

/** ActivityPub id of a video. */
export function videoUrl() {
  return z.url().max(2000)
}
