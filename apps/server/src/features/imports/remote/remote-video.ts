import type { Chapter } from '#features/videos/public.ts'

/** What the other side tells of a video, within our limits; absent = it says nothing that we can use. */
export interface RemoteVideo {
  name?: string
  description?: string
  category?: number
  licence?: number
  language?: string
  nsfw: boolean
  tags: string[]
  thumbnailUrl?: string
  originallyPublishedAt?: Date
  chapters: Chapter[]
  /** Languages of captions, as the other side calls them. */
  subtitles: string[]
}

/** The video cannot be had from there; the message is for the person who imports it. */
export class RemoteVideoError extends Error {
  override name = 'RemoteVideoError'
}
