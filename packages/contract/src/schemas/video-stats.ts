import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const VideoStatsOverall = define(() =>
  z.strictObject({
    averageWatchTime: z.number().optional(),
    totalWatchTime: z.number().optional(),
    viewersPeak: z.number().optional(),
    totalViewers: z.number().optional(),
    viewersPeakDate: date().optional(),
    countries: z
      .array(
        z.strictObject({
          isoCode: z.string().optional(),
          viewers: z.number().optional(),
        }),
      )
      .optional(),
    subdivisions: z
      .array(
        z.strictObject({
          name: z.string().optional(),
          viewers: z.number().optional(),
        }),
      )
      .optional(),
  }),
)
export type VideoStatsOverall = Infer<typeof VideoStatsOverall>

export const VideoStatsUserAgent = define(() =>
  z.strictObject({
    clients: z
      .array(
        z.strictObject({
          name: z.string().optional(),
          viewers: z.number().optional(),
        }),
      )
      .optional(),
    devices: z
      .array(
        z.strictObject({
          name: z.enum(['console', 'embedded', 'mobile', 'smarttv', 'tablet', 'wearable', 'xr', 'desktop']).optional(),
          viewers: z.number().optional(),
        }),
      )
      .optional(),
    operatingSystems: z
      .array(
        z.strictObject({
          name: z.string(),
          viewers: z.number(),
        }),
      )
      .optional(),
  }),
)
export type VideoStatsUserAgent = Infer<typeof VideoStatsUserAgent>

export const VideoStatsRetention = define(() =>
  z.strictObject({
    data: z
      .array(
        z.strictObject({
          second: z.number().optional(),
          retentionPercent: z.number().optional(),
        }),
      )
      .optional(),
  }),
)
export type VideoStatsRetention = Infer<typeof VideoStatsRetention>

export const VideoStatsTimeserie = define(() =>
  z.strictObject({
    data: z
      .array(
        z.strictObject({
          date: z.string().optional(),
          value: z.number().optional(),
        }),
      )
      .optional(),
    groupInterval: z.string().optional(),
  }),
)
export type VideoStatsTimeserie = Infer<typeof VideoStatsTimeserie>
