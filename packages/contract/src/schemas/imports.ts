import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { VideoChannel } from './actors.ts'
import { Constant, date } from './common.ts'
import { Video } from './videos.ts'

export const VideoImport = define(() =>
  z.strictObject({
    id: z.int().optional(),
    targetUrl: z.string().nullable().optional(),
    magnetUri: z.string().nullable().optional(),
    torrentName: z.string().nullable().optional(),
    state: Constant().optional(),
    error: z.string().nullable().optional(),
    createdAt: date().optional(),
    updatedAt: date().optional(),
    video: Video().nullable().optional(),
    attempts: z.number().optional(),
    originallyPublishedAt: z.string().optional(),
    videoChannelSync: z
      .strictObject({
        id: z.number(),
        externalChannelUrl: z.string(),
      })
      .nullable()
      .optional(),
  }),
)
export type VideoImport = Infer<typeof VideoImport>

export const VideoChannelSync = define(() =>
  z.strictObject({
    id: z.int().optional(),
    state: Constant().optional(),
    externalChannelUrl: z.string().optional(),
    createdAt: date().optional(),
    lastSyncAt: date().nullable().optional(),
    channel: VideoChannel().optional(),
  }),
)
export type VideoChannelSync = Infer<typeof VideoChannelSync>

export const UserImport = define(() =>
  z.strictObject({
    id: z.number(),
    state: Constant(),
    createdAt: z.string(),
  }),
)
export type UserImport = Infer<typeof UserImport>

export const UserImportUploadResult = define(() =>
  z.strictObject({
    userImport: z.strictObject({
      id: z.number(),
    }),
  }),
)
export type UserImportUploadResult = Infer<typeof UserImportUploadResult>

export const UserExport = define(() =>
  z.strictObject({
    id: z.number(),
    state: Constant(),
    size: z.number().nullable(),
    privateDownloadUrl: z.string().nullable(),
    createdAt: date(),
    expiresOn: date(),
  }),
)
export type UserExport = Infer<typeof UserExport>

export const UserExportRequestResult = define(() =>
  z.strictObject({
    export: z.strictObject({
      id: z.number(),
    }),
  }),
)
export type UserExportRequestResult = Infer<typeof UserExportRequestResult>

export const UserImportResultSummary = define(() =>
  z.strictObject({
    stats: z.strictObject({
      blocklist: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      channels: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      likes: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      dislikes: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      following: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      videoPlaylists: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      videos: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      account: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      userSettings: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      userVideoHistory: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      watchedWordsLists: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
      commentAutoTagPolicies: z.strictObject({
        success: z.number(),
        duplicates: z.number(),
        errors: z.number(),
      }),
    }),
  }),
)
export type UserImportResultSummary = Infer<typeof UserImportResultSummary>
