import { z } from 'zod'
import { runnerJobTypes } from '../enums.ts'
import { define, type Infer } from '../operation.ts'
import { Constant, date } from './common.ts'

export const RunnerRegistrationToken = define(() =>
  z.strictObject({
    id: z.int().optional(),
    registrationToken: z.string().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    registeredRunnersCount: z.int().optional(),
  }),
)
export type RunnerRegistrationToken = Infer<typeof RunnerRegistrationToken>

export const RegisterRunnerResult = define(() =>
  z.strictObject({
    id: z.number(),
    runnerToken: z.string(),
  }),
)
export type RegisterRunnerResult = Infer<typeof RegisterRunnerResult>

export const Runner = define(() =>
  z.strictObject({
    id: z.int().optional(),
    name: z.string().optional(),
    description: z.string().optional(),
    ip: z.string().optional(),
    updatedAt: date().optional(),
    createdAt: date().optional(),
    lastContact: date().optional(),
    version: z.string().optional(),
  }),
)
export type Runner = Infer<typeof Runner>

export const RequestRunnerJobResult = define(() =>
  z.strictObject({
    availableJobs: z.array(
      z.strictObject({
        uuid: z.string(),
        type: z.enum([
          'vod-web-video-transcoding',
          'vod-hls-transcoding',
          'vod-audio-merge-transcoding',
          'live-rtmp-hls-transcoding',
          'video-studio-transcoding',
          'video-transcription',
          'generate-video-storyboard',
        ]),
        payload: z.unknown(),
      }),
    ),
  }),
)
export type RequestRunnerJobResult = Infer<typeof RequestRunnerJobResult>

export const AcceptRunnerJobResult = define(() =>
  z.strictObject({
    job: z.strictObject({
      uuid: z.string(),
      type: z.enum([
        'vod-web-video-transcoding',
        'vod-hls-transcoding',
        'vod-audio-merge-transcoding',
        'live-rtmp-hls-transcoding',
        'video-studio-transcoding',
        'video-transcription',
        'generate-video-storyboard',
      ]),
      state: Constant(),
      payload: z.unknown(),
      failures: z.number(),
      error: z.string().nullable(),
      progress: z.number(),
      priority: z.number(),
      startedAt: date(),
      createdAt: date(),
      updatedAt: date(),
      finishedAt: date(),
      parent: z
        .strictObject({
          type: z.enum([
            'vod-web-video-transcoding',
            'vod-hls-transcoding',
            'vod-audio-merge-transcoding',
            'live-rtmp-hls-transcoding',
            'video-studio-transcoding',
            'video-transcription',
            'generate-video-storyboard',
          ]),
          state: Constant(),
          uuid: z.string(),
        })
        .optional(),
      runner: z
        .strictObject({
          id: z.number(),
          name: z.string(),
          description: z.string(),
        })
        .optional(),
      jobToken: z.string(),
    }),
  }),
)
export type AcceptRunnerJobResult = Infer<typeof AcceptRunnerJobResult>

export const RunnerJob = define(() =>
  z.strictObject({
    uuid: z.string().optional(),
    type: z.enum(runnerJobTypes).optional(),
    state: Constant().optional(),
    payload: RunnerJobPayload().optional(),
    failures: z.int().optional(),
    error: z.string().nullable().optional(),
    progress: z.int().optional(),
    priority: z.int().optional(),
    updatedAt: date().optional(),
    createdAt: date().optional(),
    startedAt: date().optional(),
    finishedAt: date().optional(),
    parent: z
      .strictObject({
        type: z.enum(runnerJobTypes).optional(),
        state: Constant().optional(),
        uuid: z.string().optional(),
      })
      .nullable()
      .optional(),
    runner: z
      .strictObject({
        id: z.number().optional(),
        name: z.string().optional(),
        description: z.string().optional(),
      })
      .nullable()
      .optional(),
  }),
)
export type RunnerJob = Infer<typeof RunnerJob>

export const RunnerJobAdmin = define(() =>
  z.strictObject({
    ...RunnerJob().shape,
    privatePayload: z.record(z.string(), z.unknown()).optional(),
  }),
)
export type RunnerJobAdmin = Infer<typeof RunnerJobAdmin>

export const RunnerJobPayload = define(() =>
  z.union([
    z.strictObject({
      input: z
        .strictObject({
          videoFileUrl: z.string().optional(),
        })
        .optional(),
      output: z
        .strictObject({
          resolution: z.number().optional(),
          fps: z.number().optional(),
        })
        .optional(),
    }),
    z.strictObject({
      input: z
        .strictObject({
          videoFileUrl: z.string().optional(),
        })
        .optional(),
      output: z
        .strictObject({
          resolution: z.number().optional(),
          fps: z.number().optional(),
        })
        .optional(),
    }),
    z.strictObject({
      input: z
        .strictObject({
          audioFileUrl: z.string().optional(),
          previewFileUrl: z.string().optional(),
        })
        .optional(),
      output: z
        .strictObject({
          resolution: z.number().optional(),
          fps: z.number().optional(),
        })
        .optional(),
    }),
  ]),
)
export type RunnerJobPayload = Infer<typeof RunnerJobPayload>
