import { z } from 'zod'
import { define, type Infer } from '../operation.ts'
import { VideoChannelSummary } from './actors.ts'
import { Constant, date } from './common.ts'
import { Video } from './videos.ts'

export const VideoImport = define(() =>
  z.strictObject({
    id: z.int(),
    targetUrl: z.string().nullable(),
    magnetUri: z.string().nullable(),
    torrentName: z.string().nullable(),
    state: Constant(),
    error: z.string().nullable(),
    createdAt: date(),
    updatedAt: date(),
    video: Video().nullable().optional(),
    attempts: z.number(),
    /** What PeerTube does not tell: how much has come while it is under way, in per cent. */
    progress: z.int().optional(),
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
    id: z.int(),
    state: Constant(),
    externalChannelUrl: z.string(),
    createdAt: date(),
    lastSyncAt: date().nullable().optional(),
    /** What PeerTube does not tell: why the latest run failed, when that was no single video's fault. */
    error: z.string().nullable().optional(),
    channel: VideoChannelSummary(),
  }),
)
export type VideoChannelSync = Infer<typeof VideoChannelSync>

export const importedKinds = [
  ...(['blocklist', 'channels', 'likes', 'dislikes', 'following', 'videoPlaylists', 'videos', 'account'] as const),
  ...(['userSettings', 'userVideoHistory', 'watchedWordsLists', 'commentAutoTagPolicies'] as const),
] as const

/** Kinds that are not done yet are absent. */
export const UserImportResultSummary = define(() => {
  const counts = z.strictObject({ success: z.int(), duplicates: z.int(), errors: z.int() })
  return z.strictObject({ stats: z.partialRecord(z.enum(importedKinds), counts) })
})
export type UserImportResultSummary = Infer<typeof UserImportResultSummary>

/** What PeerTube does not tell: how far it is (percent), what came in, why it failed. */
export const UserImport = define(() =>
  z.strictObject({
    id: z.number(),
    state: Constant(),
    createdAt: date(),
    progress: z.int(),
    resultSummary: UserImportResultSummary().nullable(),
    error: z.string().nullable(),
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
    expiresOn: date().nullable(),
    /** What PeerTube does not tell: with video files, how far it is (percent), why it failed. */
    withVideoFiles: z.boolean(),
    progress: z.int(),
    error: z.string().nullable(),
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
