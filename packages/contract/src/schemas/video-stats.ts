import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { date } from './common.ts'

export const VideoStatsOverall = define(() =>
  z.strictObject({
    averageWatchTime: z.number(),
    totalWatchTime: z.number(),
    viewersPeak: z.number(),
    totalViewers: z.number(),
    viewersPeakDate: date().nullable(),
    countries: z.array(
      z.strictObject({
        isoCode: z.string(),
        viewers: z.number(),
      }),
    ),
    subdivisions: z.array(
      z.strictObject({
        name: z.string(),
        viewers: z.number(),
      }),
    ),
  }),
)
export type VideoStatsOverall = Infer<typeof VideoStatsOverall>

export const VideoStatsUserAgent = define(() =>
  z.strictObject({
    clients: z.array(
      z.strictObject({
        name: z.string(),
        viewers: z.number(),
      }),
    ),
    devices: z.array(
      z.strictObject({
        name: z.enum(['console', 'embedded', 'mobile', 'smarttv', 'tablet', 'wearable', 'xr', 'desktop']),
        viewers: z.number(),
      }),
    ),
    operatingSystems: z.array(
      z.strictObject({
        name: z.string(),
        viewers: z.number(),
      }),
    ),
  }),
)
export type VideoStatsUserAgent = Infer<typeof VideoStatsUserAgent>

export const VideoStatsRetention = define(() =>
  z.strictObject({
    data: z.array(
      z.strictObject({
        second: z.number(),
        retentionPercent: z.number(),
      }),
    ),
  }),
)
export type VideoStatsRetention = Infer<typeof VideoStatsRetention>

export const VideoStatsTimeserie = define(() =>
  z.strictObject({
    data: z.array(
      z.strictObject({
        date: z.string(),
        value: z.number(),
      }),
    ),
    groupInterval: z.string(),
  }),
)
export type VideoStatsTimeserie = Infer<typeof VideoStatsTimeserie>
