import { z } from 'zod'
import { define, type Infer } from '../operation.ts'

export const RunnerJobCustomUpload = define(() =>
  z.strictObject({
    url: z.string(),
    method: z.enum(['POST', 'PUT']).optional(),
  }),
)
export type RunnerJobCustomUpload = Infer<typeof RunnerJobCustomUpload>

export const RunnerJobVODWebVideoTranscodingPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      videoFileUrl: z.string(),
      separatedAudioFileUrl: z.array(z.string()),
    }),
    output: z.strictObject({
      resolution: z.number(),
      fps: z.number(),
      videoFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobVODWebVideoTranscodingPayload = Infer<typeof RunnerJobVODWebVideoTranscodingPayload>

export const RunnerJobVODHLSTranscodingPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      videoFileUrl: z.string(),
      separatedAudioFileUrl: z.array(z.string()),
    }),
    output: z.strictObject({
      resolution: z.number(),
      fps: z.number(),
      separatedAudio: z.boolean(),
      videoFileCustomUpload: RunnerJobCustomUpload().optional(),
      resolutionPlaylistFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobVODHLSTranscodingPayload = Infer<typeof RunnerJobVODHLSTranscodingPayload>

export const RunnerJobVODAudioMergeTranscodingPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      audioFileUrl: z.string(),
      previewFileUrl: z.string(),
    }),
    output: z.strictObject({
      resolution: z.number(),
      fps: z.number(),
      videoFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobVODAudioMergeTranscodingPayload = Infer<typeof RunnerJobVODAudioMergeTranscodingPayload>

export const RunnerJobStudioTranscodingPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      videoFileUrl: z.string(),
      separatedAudioFileUrl: z.array(z.string()),
    }),
    tasks: z.array(VideoStudioTaskPayload()),
    output: z.strictObject({
      videoFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobStudioTranscodingPayload = Infer<typeof RunnerJobStudioTranscodingPayload>

export const VideoStudioTaskPayload = define(() =>
  z.union([
    VideoStudioTaskCut(),
    VideoStudioTaskIntroPayload(),
    VideoStudioTaskOutroPayload(),
    VideoStudioTaskWatermarkPayload(),
    VideoStudioTaskRemoveSegmentsPayload(),
  ]),
)
export type VideoStudioTaskPayload = Infer<typeof VideoStudioTaskPayload>

export const VideoStudioTaskCut = define(() =>
  z.strictObject({
    name: z.literal('cut'),
    options: z.strictObject({
      start: z.number().optional(),
      end: z.number().optional(),
    }),
  }),
)
export type VideoStudioTaskCut = Infer<typeof VideoStudioTaskCut>

export const VideoStudioTaskIntroPayload = define(() =>
  z.strictObject({
    name: z.literal('add-intro'),
    options: z.strictObject({
      file: z.string(),
    }),
  }),
)
export type VideoStudioTaskIntroPayload = Infer<typeof VideoStudioTaskIntroPayload>

export const VideoStudioTaskOutroPayload = define(() =>
  z.strictObject({
    name: z.literal('add-outro'),
    options: z.strictObject({
      file: z.string(),
    }),
  }),
)
export type VideoStudioTaskOutroPayload = Infer<typeof VideoStudioTaskOutroPayload>

export const VideoStudioTaskWatermarkPayload = define(() =>
  z.strictObject({
    name: z.literal('add-watermark'),
    options: z.strictObject({
      file: z.string(),
      watermarkSizeRatio: z.number(),
      horizontalMarginRatio: z.number(),
      verticalMarginRatio: z.number(),
    }),
  }),
)
export type VideoStudioTaskWatermarkPayload = Infer<typeof VideoStudioTaskWatermarkPayload>

export const VideoStudioTaskRemoveSegmentsPayload = define(() =>
  z.strictObject({
    name: z.literal('remove-segments'),
    options: z.strictObject({
      segments: z.array(
        z.strictObject({
          start: z.number(),
          end: z.number(),
        }),
      ),
    }),
  }),
)
export type VideoStudioTaskRemoveSegmentsPayload = Infer<typeof VideoStudioTaskRemoveSegmentsPayload>

export const RunnerJobTranscriptionPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      videoFileUrl: z.string(),
    }),
    output: z.strictObject({
      vttFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobTranscriptionPayload = Infer<typeof RunnerJobTranscriptionPayload>

export const RunnerJobGenerateStoryboardPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      videoFileUrl: z.string(),
    }),
    sprites: z.strictObject({
      size: z.strictObject({
        width: z.number(),
        height: z.number(),
      }),
      count: z.strictObject({
        width: z.number(),
        height: z.number(),
      }),
      duration: z.number(),
    }),
    output: z.strictObject({
      storyboardFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobGenerateStoryboardPayload = Infer<typeof RunnerJobGenerateStoryboardPayload>

export const RunnerJobLiveRTMPHLSTranscodingPayload = define(() =>
  z.strictObject({
    input: z.strictObject({
      rtmpUrl: z.string(),
    }),
    output: z.strictObject({
      toTranscode: z.array(
        z.strictObject({
          resolution: z.number(),
          fps: z.number(),
        }),
      ),
      segmentDuration: z.number(),
      segmentListSize: z.number(),
      masterPlaylistFileCustomUpload: RunnerJobCustomUpload().optional(),
      resolutionPlaylistFileCustomUpload: RunnerJobCustomUpload().optional(),
      videoChunkFileCustomUpload: RunnerJobCustomUpload().optional(),
    }),
  }),
)
export type RunnerJobLiveRTMPHLSTranscodingPayload = Infer<typeof RunnerJobLiveRTMPHLSTranscodingPayload>
