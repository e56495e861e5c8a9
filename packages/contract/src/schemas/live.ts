import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'
import { LiveSchedule } from './videos.ts'

export const LiveVideoReplaySettings = define(() =>
  z.strictObject({
    privacy: z.int().optional(),
  }),
)
export type LiveVideoReplaySettings = Infer<typeof LiveVideoReplaySettings>

export const LiveVideoResponse = define(() =>
  z.strictObject({
    rtmpUrl: z.string().optional(),
    rtmpsUrl: z.string().optional(),
    streamKey: z.string().optional(),
    saveReplay: z.boolean().optional(),
    replaySettings: LiveVideoReplaySettings().optional(),
    permanentLive: z.boolean().optional(),
    latencyMode: z.int().optional(),
    schedules: z.array(LiveSchedule()).optional(),
    dvrWindow: z.number().optional(),
  }),
)
export type LiveVideoResponse = Infer<typeof LiveVideoResponse>

export const LiveVideoSessionResponse = define(() =>
  z.strictObject({
    id: z.int().optional(),
    startDate: date().optional(),
    endDate: date().nullable().optional(),
    error: z.int().nullable().optional(),
    replayVideo: z
      .strictObject({
        id: z.number().optional(),
        uuid: z.string().optional(),
        shortUUID: z.string().optional(),
      })
      .optional(),
    saveReplay: z.boolean().optional(),
    endingProcessed: z.boolean().optional(),
    replaySettings: z
      .strictObject({
        privacy: z.int(),
      })
      .optional(),
  }),
)
export type LiveVideoSessionResponse = Infer<typeof LiveVideoSessionResponse>

export const LiveVideoEventPayload = define(() =>
  z.strictObject({
    state: z.int().optional(),
    viewers: z.number().optional(),
  }),
)
export type LiveVideoEventPayload = Infer<typeof LiveVideoEventPayload>
