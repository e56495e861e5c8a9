import type { TranscodingProgress } from '#lib/api/types.ts'

/** Video state "to transcode". */
const toTranscode = 2

/** Whether nothing more is coming: a video is published with its first rendition, long before its last one. */
export function isTranscodingFinished({ state, renditions }: TranscodingProgress): boolean {
  const unfinished = renditions.some((rendition) => rendition.state === 'waiting' || rendition.state === 'running')
  return state.id !== toTranscode && !unfinished
}
