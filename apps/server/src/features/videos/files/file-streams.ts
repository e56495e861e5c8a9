import { STREAM_AUDIO, STREAM_VIDEO } from '@sepiola/media/resolutions.ts'

export interface FileStreams {
  hasVideo: boolean
  hasAudio: boolean
}

/** What the bits of the column `streams` say (spec 05 §1). */
export function readStreams(streams: number): FileStreams {
  return { hasAudio: (streams & STREAM_AUDIO) !== 0, hasVideo: (streams & STREAM_VIDEO) !== 0 }
}

export function toStreams({ hasVideo, hasAudio }: FileStreams): number {
  return (hasVideo ? STREAM_VIDEO : 0) | (hasAudio ? STREAM_AUDIO : 0)
}
