import { getVideoTranscodingProgress } from '@sepiola/contract/operations/sepiola.ts'
import { labelled, videoStateLabels, type VideoState } from '@sepiola/contract/enums.ts'
import { parseProbe, type FfprobeOutput } from '@sepiola/media/parse-probe.ts'
import { resolutionLabel, type Size } from '@sepiola/media/resolutions.ts'
import { implement } from '#foundation/http/implement.ts'
import { findVideoForTranscoding, requireManagedVideo, type VideoForTranscoding } from '#features/videos/public.ts'
import { findRenditions, type Rendition, type RenditionState } from '../renditions.sql.ts'

/** For owners, collaborators and moderators: how far the latest transcoding is. */
export const transcodingProgress = implement(getVideoTranscodingProgress, async ({ ctx, params, viewer }) => {
  const { id } = await requireManagedVideo(ctx, viewer, params.id, 'SEE_ALL_VIDEOS')
  const video = (await findVideoForTranscoding(ctx.db, { id }))!
  const renditions = await findRenditions(ctx.db, id)
  const failed = renditions.find((rendition) => rendition.state === 'failed')
  return {
    state: labelled(videoStateLabels, video.state as VideoState),
    renditions: mergeRenditions(renditions, (resolution) => sizeOf(video, resolution)),
    playable: isPlayable(video, renditions),
    ...(failed?.error ? { error: failed.error } : {}),
  }
})

/** A quality as people see it: its HLS file and its web video are one. */
export function mergeRenditions(
  renditions: readonly Rendition[],
  findSize: (resolution: number) => Size | undefined = () => undefined,
) {
  const groups = Map.groupBy(renditions, ({ resolution, fps }) => `${resolution}/${fps}`)
  return [...groups.values()].map((group) => {
    const { resolution, fps } = group[0]!
    const error = group.find((rendition) => rendition.error !== null)?.error
    return {
      resolution: { id: resolution, label: resolutionLabel(resolution, findSize(resolution)) },
      fps,
      state: commonState(group.map((rendition) => rendition.state)),
      progress: Math.floor(group.reduce((sum, rendition) => sum + rendition.progress, 0) / group.length),
      ...(error ? { error } : {}),
    }
  })
}

/** Of a file with that resolution: unusual ones are named after their larger side. */
function sizeOf(video: VideoForTranscoding, resolution: number): Size | undefined {
  const files = [...video.webVideos, ...(video.hls?.files ?? [])]
  const file = files.find((each) => each.resolution === resolution)
  return file?.width && file.height ? { width: file.width, height: file.height } : undefined
}

function commonState(states: readonly RenditionState[]): RenditionState {
  if (states.includes('failed')) return 'failed'
  if (states.every((state) => state === 'done')) return 'done'
  return states.every((state) => state === 'waiting') ? 'waiting' : 'running'
}

/** What all browsers play without transcoding. */
const playableExtensions: readonly string[] = ['.mp4', '.webm', '.m4v', '.m4a', '.mp3']
const playableCodecs: readonly string[] = ['h264', 'vp8', 'vp9', 'av1']

function isPlayable(video: VideoForTranscoding, renditions: readonly Rendition[]): boolean {
  if (video.hls && video.hls.files.length > 0) return true
  if (renditions.some(({ state, resolution }) => state === 'done' && resolution > 0)) return true
  return video.webVideos.some((file) => {
    const codec = parseProbe(file.metadata as FfprobeOutput).video?.codec
    return playableExtensions.includes(file.extname) && (codec === undefined || playableCodecs.includes(codec))
  })
}
