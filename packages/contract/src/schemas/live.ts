import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'
import { LiveSchedule } from './videos.ts'

export const LiveVideoReplaySettings = define(() =>
  z.strictObject({
    privacy: z.int(),
  }),
)
export type LiveVideoReplaySettings = Infer<typeof LiveVideoReplaySettings>

export const LiveVideoResponse = define(() =>
  z.strictObject({
    permanentLive: z.boolean(),
    saveReplay: z.boolean(),
    replaySettings: LiveVideoReplaySettings().optional(),
    latencyMode: z.int(),
    /** Seconds. */
    dvrWindow: z.int().nullable(),
    schedules: z.array(LiveSchedule()),
    /** Managers only, like the two that follow; null when that protocol is off. */
    streamKey: z.string().optional(),
    rtmpUrl: z.string().nullable().optional(),
    rtmpsUrl: z.string().nullable().optional(),
  }),
)
export type LiveVideoResponse = Infer<typeof LiveVideoResponse>

export const LiveVideoSessionResponse = define(() =>
  z.strictObject({
    id: z.int(),
    startDate: date(),
    endDate: date().nullable(),
    error: z.int().nullable(),
    replayVideo: z
      .strictObject({
        id: z.number(),
        uuid: z.string(),
        shortUUID: z.string(),
      })
      .optional(),
    saveReplay: z.boolean(),
    endingProcessed: z.boolean(),
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
